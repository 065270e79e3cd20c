#include <re2/re2.h>

#include <cstring>
#include <new>

#include "CRE2.h"

struct plumbline_pattern {
    RE2 expression;

    plumbline_pattern(re2::StringPiece text, const RE2::Options &options) : expression(text, options) {}
};

namespace {

RE2::Options quiet(int64_t maximum_memory) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(maximum_memory);
    return options;
}

re2::StringPiece piece(const uint8_t *text, size_t length) {
    return re2::StringPiece(reinterpret_cast<const char *>(text), length);
}

void copy(const std::string &text, uint8_t *target, size_t capacity) {
    if (capacity == 0) return;
    const size_t length = text.size() < capacity - 1 ? text.size() : capacity - 1;
    std::memcpy(target, text.data(), length);
    target[length] = 0;
}

}  // namespace

extern "C" {

plumbline_pattern *plumbline_pattern_create(const uint8_t *text, size_t length, int64_t maximum_memory,
                                            uint8_t *message, size_t capacity) {
    try {
        auto *pattern = new plumbline_pattern(piece(text, length), quiet(maximum_memory));
        if (pattern->expression.ok()) return pattern;
        copy(pattern->expression.error(), message, capacity);
        delete pattern;
    } catch (const std::bad_alloc &) {
        copy("no memory for the pattern", message, capacity);
    }
    return nullptr;
}

void plumbline_pattern_destroy(plumbline_pattern *pattern) { delete pattern; }

int plumbline_pattern_groups(const plumbline_pattern *pattern) {
    return pattern->expression.NumberOfCapturingGroups();
}

int plumbline_pattern_size(const plumbline_pattern *pattern) { return pattern->expression.ProgramSize(); }

int plumbline_pattern_search(const plumbline_pattern *pattern, const uint8_t *text, size_t length, size_t start,
                             plumbline_match *matches, int count) {
    const re2::StringPiece whole = piece(text, length);
    re2::StringPiece found[PLUMBLINE_MAXIMUM_GROUPS];
    if (count > PLUMBLINE_MAXIMUM_GROUPS) count = PLUMBLINE_MAXIMUM_GROUPS;
    if (!pattern->expression.Match(whole, start, length, RE2::UNANCHORED, found, count)) return 0;
    for (int i = 0; i < count; i++) {
        const bool took_part = found[i].data() != nullptr;
        matches[i].start = took_part ? found[i].data() - whole.data() : -1;
        matches[i].end = took_part ? matches[i].start + static_cast<int64_t>(found[i].size()) : -1;
    }
    return 1;
}

}  // extern "C"
