#include <simdjson.h>

#include <cstring>
#include <memory>
#include <new>
#include <vector>

#include "CSimdjson.h"

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

inline bool is_space(uint8_t c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
inline bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }

/// The grammar of RFC 8259 section 6. Returns the kind, or PLUMBLINE_MISSING if it is no number.
uint8_t number_kind(const uint8_t *p, uint32_t n) {
    uint32_t i = 0;
    if (i < n && p[i] == '-') i++;
    const uint32_t digits = i;
    while (i < n && is_digit(p[i])) i++;
    if (i == digits || (p[digits] == '0' && i - digits > 1)) return PLUMBLINE_MISSING;
    if (i == n) return i - digits <= 18 ? PLUMBLINE_INTEGER : PLUMBLINE_DECIMAL;
    if (p[i] == '.') {
        const uint32_t fraction = ++i;
        while (i < n && is_digit(p[i])) i++;
        if (i == fraction) return PLUMBLINE_MISSING;
    }
    if (i < n && (p[i] == 'e' || p[i] == 'E')) {
        i++;
        if (i < n && (p[i] == '+' || p[i] == '-')) i++;
        const uint32_t exponent = i;
        while (i < n && is_digit(p[i])) i++;
        if (i == exponent) return PLUMBLINE_MISSING;
    }
    return i == n ? PLUMBLINE_DECIMAL : PLUMBLINE_MISSING;
}

inline bool is_hex(uint8_t c) {
    return is_digit(c) || (uint8_t(c | 0x20) >= 'a' && uint8_t(c | 0x20) <= 'f');
}

/// True if every backslash in the text starts an escape of RFC 8259 section 7.
bool escapes_are_valid(const uint8_t *p, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        if (p[i] != '\\') continue;
        if (++i == n) return false;
        switch (p[i]) {
            case '"': case '\\': case '/': case 'b': case 'f': case 'n': case 'r': case 't': break;
            case 'u':
                if (n - i < 5) return false;
                for (int k = 1; k <= 4; k++) if (!is_hex(p[i + k])) return false;
                i += 4;
                break;
            default: return false;
        }
    }
    return true;
}

}  // namespace

struct plumbline_tape {
    std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
    size_t capacity = 0;
    const uint8_t *bytes = nullptr;
    uint32_t length = 0;
    uint32_t error_offset = 0;
    std::vector<plumbline_token> tokens;

    int fail(int code, uint32_t offset) {
        error_offset = offset;
        return code;
    }

    int index(const uint8_t *data, size_t size) {
        tokens.clear();
        bytes = data;
        length = 0;
        error_offset = 0;
        if (size == 0) return PLUMBLINE_EMPTY;
        if (size > maximumBytes) return PLUMBLINE_TOO_LARGE;
        if (size > capacity) {
            size_t room = 65536;
            while (room < size) room *= 2;
            if (room > maximumBytes) room = maximumBytes;
            const auto error =
                simdjson::get_active_implementation()->create_dom_parser_implementation(room, maximumDepth, parser);
            if (error) {
                capacity = 0;
                return code_of(error);
            }
            capacity = room;
        }
        const auto error = parser->stage1(data, size, simdjson::stage1_mode::regular);
        if (error) return code_of(error);
        length = uint32_t(size);
        return PLUMBLINE_OK;
    }

    uint32_t structurals() const { return parser->n_structural_indexes; }

    /// Offset of structural `i`, or the end of the text behind the last one.
    uint32_t at(uint32_t i) const { return i < structurals() ? parser->structural_indexes[i] : length; }

    /// The end of the scalar that starts at structural `i`: the next structural without the blanks before it.
    uint32_t scalar_end(uint32_t i) const {
        uint32_t end = at(i + 1);
        while (end > 0 && is_space(bytes[end - 1])) end--;
        return end;
    }

    /// Reads the scalar at structural `i` into `token`.
    int scalar(uint32_t i, bool backslashes, plumbline_token &token) {
        const uint32_t start = at(i), end = scalar_end(i);
        const uint32_t size = end - start;
        const uint8_t *text = bytes + start;
        token.escaped = 0;
        token.reserved = 0;
        token.start = start;
        token.length = size;
        switch (text[0]) {
            case '"':
                if (size < 2 || bytes[end - 1] != '"') return fail(PLUMBLINE_STRUCTURE, start);
                token.kind = PLUMBLINE_STRING;
                token.start = start + 1;
                token.length = size - 2;
                token.escaped = backslashes && std::memchr(text + 1, '\\', size - 2) != nullptr;
                if (token.escaped && !escapes_are_valid(text + 1, size - 2)) return fail(PLUMBLINE_SCALAR, start);
                return PLUMBLINE_OK;
            case 't':
                token.kind = PLUMBLINE_TRUE;
                return size == 4 && std::memcmp(text, "true", 4) == 0 ? PLUMBLINE_OK : fail(PLUMBLINE_SCALAR, start);
            case 'f':
                token.kind = PLUMBLINE_FALSE;
                return size == 5 && std::memcmp(text, "false", 5) == 0 ? PLUMBLINE_OK : fail(PLUMBLINE_SCALAR, start);
            case 'n':
                token.kind = PLUMBLINE_NULL;
                return size == 4 && std::memcmp(text, "null", 4) == 0 ? PLUMBLINE_OK : fail(PLUMBLINE_SCALAR, start);
            default:
                token.kind = number_kind(text, size);
                return token.kind == PLUMBLINE_MISSING ? fail(PLUMBLINE_SCALAR, start) : PLUMBLINE_OK;
        }
    }

    bool opens(uint32_t i) const { return bytes[at(i)] == '{' || bytes[at(i)] == '['; }

    /// The structural behind the container that opens at `i`, or 0 if it never closes.
    uint32_t skip(uint32_t i) const {
        int depth = 0;
        const uint32_t count = structurals();
        const uint32_t *indexes = parser->structural_indexes.get();
        for (; i < count; i++) {
            // '[' 0x5B, '{' 0x7B and ']' 0x5D, '}' 0x7D differ in bit 0x20 only.
            const uint8_t folded = bytes[indexes[i]] | 0x20;
            depth += (folded == '{') - (folded == '}');
            if (depth == 0) return i + 1;
        }
        return 0;
    }

    int scan(const plumbline_key *keys, size_t count, plumbline_token *slots) {
        for (size_t k = 0; k < count; k++) slots[k].kind = PLUMBLINE_MISSING;
        const uint32_t total = structurals();
        if (total == 0) return PLUMBLINE_EMPTY;
        if (bytes[at(0)] != '{') return fail(PLUMBLINE_NOT_AN_OBJECT, at(0));
        if (total < 2 || bytes[at(total - 1)] != '}') return fail(PLUMBLINE_STRUCTURE, at(total - 1));
        uint32_t i = 1;
        if (bytes[at(1)] == '}') return total == 2 ? PLUMBLINE_OK : fail(PLUMBLINE_STRUCTURE, at(2));
        for (;;) {
            plumbline_token key;
            if (i + 2 >= total || bytes[at(i)] != '"' || bytes[at(i + 1)] != ':')
                return fail(PLUMBLINE_STRUCTURE, at(i));
            if (int code = scalar(i, false, key)) return code;
            plumbline_token *slot = nullptr;
            for (size_t k = 0; k < count; k++) {
                if (keys[k].length == key.length && std::memcmp(keys[k].text, bytes + key.start, key.length) == 0) {
                    slot = &slots[k];
                    break;
                }
            }
            i += 2;
            if (opens(i)) {
                const uint32_t after = skip(i);
                if (after == 0 || after >= total) return fail(PLUMBLINE_STRUCTURE, at(i));
                if (slot) {
                    slot->kind = bytes[at(i)] == '{' ? PLUMBLINE_OBJECT : PLUMBLINE_ARRAY;
                    slot->escaped = 0;
                    slot->start = at(i);
                    slot->length = at(after - 1) + 1 - at(i);
                }
                i = after;
            } else {
                if (slot) {
                    if (int code = scalar(i, true, *slot)) return code;
                }
                i++;
            }
            if (i >= total) return fail(PLUMBLINE_STRUCTURE, at(total - 1));
            const uint8_t separator = bytes[at(i)];
            if (separator == '}') return i + 1 == total ? PLUMBLINE_OK : fail(PLUMBLINE_STRUCTURE, at(i + 1));
            if (separator != ',') return fail(PLUMBLINE_STRUCTURE, at(i));
            i++;
        }
    }

    int build() {
        tokens.clear();
        const uint32_t total = structurals();
        if (length == 0 || total == 0) return PLUMBLINE_EMPTY;
        if (tokens.capacity() < total) tokens.reserve(size_t(total) * 2);
        const bool backslashes = std::memchr(bytes, '\\', length) != nullptr;
        uint32_t open[maximumDepth];
        size_t depth = 0;
        uint32_t i = 0;
        enum { value, first_key, key, first_item, after } state = value;
        for (;;) {
            if (state == after) {
                if (depth == 0) return i == total ? PLUMBLINE_OK : fail(PLUMBLINE_STRUCTURE, at(i));
                if (i >= total) return fail(PLUMBLINE_STRUCTURE, length);
                plumbline_token &container = tokens[open[depth - 1]];
                const uint8_t c = bytes[at(i++)];
                const bool object = container.kind == PLUMBLINE_OBJECT;
                container.length++;
                if (c == ',') {
                    state = object ? key : value;
                } else if (c == (object ? '}' : ']')) {
                    container.next = uint32_t(tokens.size());
                    depth--;
                } else {
                    return fail(PLUMBLINE_STRUCTURE, at(i - 1));
                }
                continue;
            }
            if (i >= total) return fail(PLUMBLINE_STRUCTURE, length);
            const uint8_t c = bytes[at(i)];
            if ((state == first_key && c == '}') || (state == first_item && c == ']')) {
                tokens[open[--depth]].next = uint32_t(tokens.size());
                i++;
                state = after;
                continue;
            }
            if (state == first_key || state == key) {
                plumbline_token token;
                if (c != '"') return fail(PLUMBLINE_STRUCTURE, at(i));
                if (int code = scalar(i, backslashes, token)) return code;
                token.next = uint32_t(tokens.size()) + 1;
                tokens.push_back(token);
                if (i + 1 >= total || bytes[at(i + 1)] != ':') return fail(PLUMBLINE_STRUCTURE, at(i + 1));
                i += 2;
                state = value;
                continue;
            }
            if (c == '{' || c == '[') {
                if (depth == maximumDepth) return fail(PLUMBLINE_TOO_DEEP, at(i));
                open[depth++] = uint32_t(tokens.size());
                tokens.push_back({uint8_t(c == '{' ? PLUMBLINE_OBJECT : PLUMBLINE_ARRAY), 0, 0, at(i), 0, 0});
                state = c == '{' ? first_key : first_item;
                i++;
            } else {
                plumbline_token token;
                if (int code = scalar(i, backslashes, token)) return code;
                token.next = uint32_t(tokens.size()) + 1;
                tokens.push_back(token);
                i++;
                state = after;
            }
        }
    }
};

extern "C" {

plumbline_tape *plumbline_tape_create(void) { return new (std::nothrow) plumbline_tape(); }
void plumbline_tape_destroy(plumbline_tape *tape) { delete tape; }

int plumbline_tape_index(plumbline_tape *tape, const uint8_t *bytes, size_t length) {
    return tape->index(bytes, length);
}

int plumbline_tape_scan(plumbline_tape *tape, const uint8_t *bytes, size_t length, const plumbline_key *keys,
                        size_t count, plumbline_token *slots) {
    if (int code = tape->index(bytes, length)) return code;
    return tape->scan(keys, count, slots);
}

int plumbline_tape_build(plumbline_tape *tape) { return tape->build(); }
const plumbline_token *plumbline_tape_tokens(const plumbline_tape *tape) { return tape->tokens.data(); }
uint32_t plumbline_tape_count(const plumbline_tape *tape) { return uint32_t(tape->tokens.size()); }
uint32_t plumbline_tape_error_offset(const plumbline_tape *tape) { return tape->error_offset; }

}  // extern "C"
