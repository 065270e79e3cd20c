#include <simdjson.h>

#include <cstring>
#include <memory>
#include <new>

#include "CSimdjson.h"
#include "projection.hpp"
#include "scalars.hpp"

namespace {

constexpr size_t maximumDepth = 128;
constexpr size_t maximumBytes = 0xF0000000u;

int code_of(simdjson::error_code error) {
    switch (error) {
        case simdjson::SUCCESS: return PLUMBLINE_OK;
        case simdjson::EMPTY: return PLUMBLINE_EMPTY;
        case simdjson::UTF8_ERROR: return PLUMBLINE_NOT_UTF8;
        case simdjson::UNCLOSED_STRING: return PLUMBLINE_UNCLOSED_STRING;
        case simdjson::UNESCAPED_CHARS: return PLUMBLINE_CONTROL_CHARACTER;
        case simdjson::CAPACITY:
        case simdjson::MEMALLOC: return PLUMBLINE_TOO_LARGE;
        default: return PLUMBLINE_STRUCTURE;
    }
}

}  // namespace

struct plumbline_tape {
    std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
    size_t capacity = 0;
    const uint8_t *bytes = nullptr;
    uint32_t length = 0;
    uint32_t error_offset = 0;
    std::unique_ptr<plumbline_token[]> tokens;
    uint32_t room = 0;
    uint32_t count = 0;
    plumbline_token slots[PLUMBLINE_MAXIMUM_SLOTS];
    uint32_t places[PLUMBLINE_MAXIMUM_SLOTS];

    int fail(int code, uint32_t offset) {
        error_offset = offset;
        return code;
    }

    int index(const uint8_t *data, size_t size) {
        count = 0;
        bytes = data;
        length = 0;
        error_offset = 0;
        if (size == 0) return PLUMBLINE_EMPTY;
        if (size > maximumBytes) return PLUMBLINE_TOO_LARGE;
        if (size > capacity) {
            size_t wanted = 4096;
            while (wanted < size) wanted *= 2;
            if (wanted > maximumBytes) wanted = maximumBytes;
            const auto error =
                simdjson::get_active_implementation()->create_dom_parser_implementation(wanted, maximumDepth, parser);
            if (error) {
                capacity = 0;
                return code_of(error);
            }
            capacity = wanted;
        }
        const auto error = parser->stage1(data, size, simdjson::stage1_mode::regular);
        if (error) return code_of(error);
        length = uint32_t(size);
        // The parser keeps room behind the last index; with the end there, every structural has a successor.
        parser->structural_indexes[structurals()] = length;
        return PLUMBLINE_OK;
    }

    uint32_t structurals() const { return parser->n_structural_indexes; }

    /// Offset of structural `i`, or the end of the text behind the last one.
    uint32_t at(uint32_t i) const { return i < structurals() ? parser->structural_indexes[i] : length; }

    /// The end of the scalar that starts at structural `i`: the next structural without the blanks before it.
    uint32_t scalar_end(uint32_t i) const {
        uint32_t end = structural(i + 1);
        while (end > 0 && is_space(bytes[end - 1])) end--;
        return end;
    }

    /// Structural `i` without a check; `index` has set the one behind the last to the end of the text.
    uint32_t structural(uint32_t i) const { return parser->structural_indexes[i]; }

    /// Reads the text at structural `i`, whose first byte is a quote.
    __attribute__((always_inline)) int text(uint32_t i, bool backslashes, plumbline_token &token) {
        const uint32_t start = structural(i);
        uint32_t end = structural(i + 1);
        if (bytes[end - 1] != '"') end = scalar_end(i);
        if (end - start < 2 || bytes[end - 1] != '"') return fail(PLUMBLINE_STRUCTURE, start);
        const uint32_t size = end - start - 2;
        const bool escaped = backslashes && has_backslash(bytes + start + 1, size);
        token = {PLUMBLINE_STRING, uint8_t(escaped), 0, start + 1, size, 0};
        if (escaped && !escapes_are_valid(bytes + start + 1, size)) return fail(PLUMBLINE_SCALAR, start);
        return PLUMBLINE_OK;
    }

    /// Reads the literal or number at structural `i`.
    int word(uint32_t i, plumbline_token &token) {
        const uint32_t start = structural(i);
        const uint32_t size = scalar_end(i) - start;
        const uint8_t *p = bytes + start;
        uint8_t kind;
        switch (p[0]) {
            case 't': kind = size == 4 && std::memcmp(p, "true", 4) == 0 ? PLUMBLINE_TRUE : PLUMBLINE_MISSING; break;
            case 'f': kind = size == 5 && std::memcmp(p, "false", 5) == 0 ? PLUMBLINE_FALSE : PLUMBLINE_MISSING; break;
            case 'n': kind = size == 4 && std::memcmp(p, "null", 4) == 0 ? PLUMBLINE_NULL : PLUMBLINE_MISSING; break;
            default: kind = number_kind(p, size);
        }
        token = {kind, 0, 0, start, size, 0};
        return kind == PLUMBLINE_MISSING ? fail(PLUMBLINE_SCALAR, start) : PLUMBLINE_OK;
    }

    /// Reads the scalar at structural `i` into `token`.
    inline int scalar(uint32_t i, plumbline_token &token) {
        return bytes[structural(i)] == '"' ? text(i, true, token) : word(i, token);
    }

    /// The structural behind the container that opens at `i`, or 0 if it never closes.
    uint32_t skip(uint32_t i) const {
        const uint32_t total = structurals();
        const uint32_t *indexes = parser->structural_indexes.get();
        uint32_t depth = 1;
        for (i++; i < total; i++) {
            // '[' 0x5B, '{' 0x7B and ']' 0x5D, '}' 0x7D differ in bit 0x20 only; most structurals are none of them.
            const uint8_t folded = bytes[indexes[i]] | 0x20;
            if (folded < '{') continue;
            depth += folded == '{';
            depth -= folded == '}';
            if (depth == 0) return i + 1;
        }
        return 0;
    }

    int scan(const plumbline_projection &projection) {
        for (size_t k = 0; k < projection.count; k++) slots[k].kind = PLUMBLINE_MISSING;
        const uint32_t total = structurals();
        if (total == 0) return PLUMBLINE_EMPTY;
        if (bytes[at(0)] != '{') return fail(PLUMBLINE_NOT_AN_OBJECT, at(0));
        if (total < 2 || bytes[at(total - 1)] != '}') return fail(PLUMBLINE_STRUCTURE, at(total - 1));
        uint32_t i = 1;
        if (bytes[at(1)] == '}') return total == 2 ? PLUMBLINE_OK : fail(PLUMBLINE_STRUCTURE, at(2));
        for (;;) {
            plumbline_token key;
            if (i + 2 >= total || bytes[structural(i)] != '"' || bytes[structural(i + 1)] != ':')
                return fail(PLUMBLINE_STRUCTURE, at(i));
            if (int code = text(i, false, key)) return code;
            const int32_t wanted = projection.find(bytes + key.start, key.length);
            i += 2;
            const uint32_t start = structural(i);
            if ((bytes[start] | 0x20) == '{') {
                const uint32_t after = skip(i);
                if (after == 0 || after >= total) return fail(PLUMBLINE_STRUCTURE, start);
                if (wanted >= 0) {
                    const uint8_t kind = bytes[start] == '{' ? PLUMBLINE_OBJECT : PLUMBLINE_ARRAY;
                    slots[wanted] = {kind, 0, 0, start, structural(after - 1) + 1 - start, i};
                }
                i = after;
            } else {
                if (wanted >= 0) {
                    if (int code = scalar(i, slots[wanted])) return code;
                }
                i++;
            }
            if (i >= total) return fail(PLUMBLINE_STRUCTURE, at(total - 1));
            const uint8_t separator = bytes[structural(i)];
            if (separator == '}') return i + 1 == total ? PLUMBLINE_OK : fail(PLUMBLINE_STRUCTURE, at(i + 1));
            if (separator != ',') return fail(PLUMBLINE_STRUCTURE, at(i));
            i++;
        }
    }

    /// Makes room for one token a structural, which is more than any document needs.
    bool reserve(uint32_t wanted) {
        if (wanted <= room) return true;
        uint32_t size = 1024;
        while (size < wanted) size = size > UINT32_MAX / 2 ? UINT32_MAX : size * 2;
        room = 0;
        tokens.reset(new (std::nothrow) plumbline_token[size]);
        if (!tokens) return false;
        room = size;
        return true;
    }

    int build() {
        count = 0;
        const uint32_t total = structurals();
        if (length == 0 || total == 0) return PLUMBLINE_EMPTY;
        if (!reserve(total)) return PLUMBLINE_TOO_LARGE;
        return walk(total, std::memchr(bytes, '\\', length) != nullptr);
    }

    /// Writes the tokens of all structurals. A token takes at least one structural, so `reserve` made room for it.
    int walk(const uint32_t total, const bool backslashes) {
        plumbline_token *const out = tokens.get();
        uint32_t open[maximumDepth];
        uint32_t depth = 0, n = 0, i = 0;
        bool object = false;
    value:
        if (i >= total) return fail(PLUMBLINE_STRUCTURE, length);
        switch (bytes[structural(i)]) {
            case '"':
                if (int code = text(i, backslashes, out[n])) return code;
                break;
            case '{':
            case '[':
                if (depth == maximumDepth) return fail(PLUMBLINE_TOO_DEEP, at(i));
                object = bytes[structural(i)] == '{';
                out[n] = {uint8_t(object ? PLUMBLINE_OBJECT : PLUMBLINE_ARRAY), 0, 0, structural(i), 0, 0};
                open[depth++] = n++;
                if (++i >= total) return fail(PLUMBLINE_STRUCTURE, length);
                if (bytes[structural(i)] == (object ? '}' : ']')) goto close;
                if (object) goto key;
                goto value;
            default:
                if (int code = word(i, out[n])) return code;
        }
        out[n].next = n + 1;
        n++;
        i++;
    after:
        if (depth == 0) {
            count = n;
            return i == total ? PLUMBLINE_OK : fail(PLUMBLINE_STRUCTURE, at(i));
        }
        if (i >= total) return fail(PLUMBLINE_STRUCTURE, length);
        out[open[depth - 1]].length++;
        if (bytes[structural(i)] == ',') {
            if (++i >= total) return fail(PLUMBLINE_STRUCTURE, length);
            if (object) goto key;
            goto value;
        }
        if (bytes[structural(i)] != (object ? '}' : ']')) return fail(PLUMBLINE_STRUCTURE, at(i));
    close:
        out[open[--depth]].next = n;
        object = depth > 0 && out[open[depth - 1]].kind == PLUMBLINE_OBJECT;
        i++;
        goto after;
    key:
        if (bytes[structural(i)] != '"') return fail(PLUMBLINE_STRUCTURE, at(i));
        if (int code = text(i, backslashes, out[n])) return code;
        out[n].next = n + 1;
        n++;
        if (i + 1 >= total || bytes[structural(i + 1)] != ':') return fail(PLUMBLINE_STRUCTURE, at(i + 1));
        i += 2;
        goto value;
    }

    uint32_t element(uint32_t i, plumbline_token &token) const {
        const uint32_t total = structurals();
        if (i + 1 >= total) return 0;
        if (bytes[structural(i)] != ',' && bytes[structural(i)] != '[') return 0;
        i++;
        if (bytes[structural(i)] != '{') return 0;
        const uint32_t after = skip(i);
        if (after == 0 || after >= total) return 0;
        const uint32_t start = structural(i);
        token = {PLUMBLINE_OBJECT, 0, 0, start, structural(after - 1) + 1 - start, 0};
        return after;
    }

    int pick(const plumbline_projection &projection, uint32_t object) {
        for (size_t k = 0; k < projection.count; k++) places[k] = PLUMBLINE_NOT_FOUND;
        const uint32_t end = tokens[object].next;
        for (uint32_t i = object + 1; i < end; i = tokens[i + 1].next) {
            if (tokens[i].escaped) return 0;
            const int32_t wanted = projection.find(bytes + tokens[i].start, tokens[i].length);
            if (wanted >= 0) places[wanted] = i + 1;
        }
        return 1;
    }
};

extern "C" {

plumbline_tape *plumbline_tape_create(void) { return new (std::nothrow) plumbline_tape(); }
void plumbline_tape_destroy(plumbline_tape *tape) { delete tape; }

int plumbline_tape_index(plumbline_tape *tape, const uint8_t *bytes, size_t length) {
    return tape->index(bytes, length);
}

int plumbline_tape_scan(plumbline_tape *tape, const uint8_t *bytes, size_t length,
                        const plumbline_projection *projection) {
    if (int code = tape->index(bytes, length)) {
        for (size_t k = 0; k < projection->count; k++) tape->slots[k].kind = PLUMBLINE_MISSING;
        return code;
    }
    return tape->scan(*projection);
}

uint32_t plumbline_tape_element(const plumbline_tape *tape, uint32_t place, plumbline_token *token) {
    return tape->element(place, *token);
}

int plumbline_tape_closes(const plumbline_tape *tape, uint32_t place) {
    return place < tape->structurals() && tape->bytes[tape->at(place)] == ']';
}

const plumbline_token *plumbline_tape_slots(const plumbline_tape *tape) { return tape->slots; }

int plumbline_tape_pick(plumbline_tape *tape, const plumbline_projection *projection, uint32_t object) {
    return tape->pick(*projection, object);
}

const uint32_t *plumbline_tape_places(const plumbline_tape *tape) { return tape->places; }

plumbline_projection *plumbline_projection_create(const plumbline_key *keys, size_t count) {
    if (count > PLUMBLINE_MAXIMUM_SLOTS) return nullptr;
    auto *projection = new (std::nothrow) plumbline_projection();
    if (!projection) return nullptr;
    projection->count = count;
    for (size_t k = 0; k < count; k++)
        projection->insert(reinterpret_cast<const uint8_t *>(keys[k].text), keys[k].length, int32_t(k));
    return projection;
}

void plumbline_projection_destroy(plumbline_projection *projection) { delete projection; }

int plumbline_tape_build(plumbline_tape *tape) { return tape->build(); }
const plumbline_token *plumbline_tape_tokens(const plumbline_tape *tape) { return tape->tokens.get(); }
uint32_t plumbline_tape_count(const plumbline_tape *tape) { return tape->count; }
uint32_t plumbline_tape_error_offset(const plumbline_tape *tape) { return tape->error_offset; }

}  // extern "C"
