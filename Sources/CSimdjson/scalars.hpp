// The grammar of single JSON values.
#pragma once
#include <cstring>

#include "CSimdjson.h"

namespace {

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

/// True if a backslash is among the bytes; eight at a time, since most texts are short.
inline bool has_backslash(const uint8_t *p, uint32_t n) {
    constexpr uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
    uint32_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t word;
        std::memcpy(&word, p + i, 8);
        word ^= ones * uint64_t('\\');
        if ((word - ones) & ~word & highs) return true;
    }
    for (; i < n; i++) if (p[i] == '\\') return true;
    return false;
}

}  // namespace
