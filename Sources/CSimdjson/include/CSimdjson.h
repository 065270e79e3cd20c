// One coarse door to simdjson: bytes in, a flat tape of tokens out. No C++ crosses it.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    PLUMBLINE_NULL = 0,
    PLUMBLINE_FALSE = 1,
    PLUMBLINE_TRUE = 2,
    PLUMBLINE_INTEGER = 3,  // fits the grammar of an integer with at most 18 digits
    PLUMBLINE_DECIMAL = 4,  // any other number
    PLUMBLINE_STRING = 5,
    PLUMBLINE_ARRAY = 6,
    PLUMBLINE_OBJECT = 7,
    PLUMBLINE_MISSING = 255,  // a slot whose key the document lacks
};

enum {
    PLUMBLINE_OK = 0,
    PLUMBLINE_EMPTY = 1,
    PLUMBLINE_NOT_UTF8 = 2,
    PLUMBLINE_UNCLOSED_STRING = 3,
    PLUMBLINE_CONTROL_CHARACTER = 4,
    PLUMBLINE_STRUCTURE = 5,
    PLUMBLINE_TOO_DEEP = 6,
    PLUMBLINE_TOO_LARGE = 7,
    PLUMBLINE_SCALAR = 8,
    PLUMBLINE_NOT_AN_OBJECT = 9,
};

/// One value or key. In an object, keys (strings) and values alternate.
typedef struct {
    uint8_t kind;
    uint8_t escaped;   // strings: 1 if a backslash stands in the text
    uint16_t reserved;
    uint32_t start;    // offset of the text (after the opening quote of a string)
    uint32_t length;   // bytes of the text; for containers the number of members
    uint32_t next;     // index of the first token after this value; of a scanned container its place in the index
} plumbline_token;

/// A key to look for.
typedef struct {
    const char *text;
    uint32_t length;
} plumbline_key;

/// A set of keys in a form that is quick to look up in; the texts must outlive it.
typedef struct plumbline_projection plumbline_projection;
plumbline_projection *plumbline_projection_create(const plumbline_key *keys, size_t count);
void plumbline_projection_destroy(plumbline_projection *projection);

enum { PLUMBLINE_MAXIMUM_SLOTS = 64 };  // the most keys of a projection

typedef struct plumbline_tape plumbline_tape;

plumbline_tape *plumbline_tape_create(void);
void plumbline_tape_destroy(plumbline_tape *tape);

/// Index the bytes and read the values of the projection's top-level keys into the slots; containers get start and
/// length of their whole text. Nested values are passed over, not checked. Returns a PLUMBLINE_ code.
int plumbline_tape_scan(plumbline_tape *tape, const uint8_t *bytes, size_t length,
                        const plumbline_projection *projection);

/// Where a scan puts what it reads: PLUMBLINE_MAXIMUM_SLOTS tokens that stay where they are as long as the tape lives.
const plumbline_token *plumbline_tape_slots(const plumbline_tape *tape);

/// Cut the elements of an array of objects out of the index. `place` is first the `next` of the array's slot, then what
/// the call before returned. Returns the place behind the element, or 0 if no object stands there.
uint32_t plumbline_tape_element(const plumbline_tape *tape, uint32_t place, plumbline_token *token);

/// True if the array closes at this place.
int plumbline_tape_closes(const plumbline_tape *tape, uint32_t place);

/// Look all keys of a projection up in one pass over a built object. The places get the index of each key's value, the
/// last of equal ones, or PLUMBLINE_NOT_FOUND. Returns 0 if a key with escapes stands in the way.
int plumbline_tape_pick(plumbline_tape *tape, const plumbline_projection *projection, uint32_t object);

/// Where a pick puts what it finds: PLUMBLINE_MAXIMUM_SLOTS indices that stay where they are as long as the tape lives.
const uint32_t *plumbline_tape_places(const plumbline_tape *tape);

/// Build every token of the document last given to `plumbline_tape_scan` or `plumbline_tape_index`; checks all of it.
int plumbline_tape_build(plumbline_tape *tape);

/// Index the bytes, nothing else. Must come before `plumbline_tape_build` when there was no scan.
int plumbline_tape_index(plumbline_tape *tape, const uint8_t *bytes, size_t length);

const plumbline_token *plumbline_tape_tokens(const plumbline_tape *tape);
uint32_t plumbline_tape_count(const plumbline_tape *tape);
/// Where the last failure was seen.
uint32_t plumbline_tape_error_offset(const plumbline_tape *tape);

enum {
    PLUMBLINE_NOT_FOUND = 0xFFFFFFFFu,
    PLUMBLINE_ESCAPED_KEY = 0xFFFFFFFEu,  // a key with escapes stands in the way: compare unescaped
};

/// True if both texts have the same `length` bytes. Short ones are the rule, so no call is made.
static inline int plumbline_same(const uint8_t *a, const uint8_t *b, size_t length) {
    uint64_t x, y;
    if (length >= 8) {
        for (size_t i = 0; i + 8 < length; i += 8) {
            memcpy(&x, a + i, 8);
            memcpy(&y, b + i, 8);
            if (x != y) return 0;
        }
        memcpy(&x, a + length - 8, 8);
        memcpy(&y, b + length - 8, 8);
        return x == y;
    }
    for (size_t i = 0; i < length; i++)
        if (a[i] != b[i]) return 0;
    return 1;
}

/// A hash of the bytes and their number; the high bits are the good ones.
static inline uint64_t plumbline_hash(const uint8_t *p, size_t length) {
    uint64_t hash = length * 0x9E3779B97F4A7C15u, word = 0;
    size_t i = 0;
    for (; i + 8 <= length; i += 8) {
        memcpy(&word, p + i, 8);
        hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 29;
    }
    for (word = 0; i < length; i++) word = word << 8 | p[i];
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

/// Eight bytes with their ASCII capitals made small.
static inline uint64_t plumbline_small(uint64_t word) {
    const uint64_t ones = 0x0101010101010101u, low = word & (ones * 0x7F);
    const uint64_t capital = (low + ones * (0x80 - 'A')) & ~(low + ones * (0x7F - 'Z')) & ~word & (ones * 0x80);
    return word | capital >> 2;
}

/// True if both texts have the same `length` bytes but for the case of ASCII letters.
static inline int plumbline_same_folded(const uint8_t *a, const uint8_t *b, size_t length) {
    uint64_t x = 0, y = 0;
    if (length < 8) {
        for (size_t i = 0; i < length; i++) {
            x = x << 8 | a[i];
            y = y << 8 | b[i];
        }
        return plumbline_small(x) == plumbline_small(y);
    }
    for (size_t i = 0; i + 8 < length; i += 8) {
        memcpy(&x, a + i, 8);
        memcpy(&y, b + i, 8);
        if (plumbline_small(x) != plumbline_small(y)) return 0;
    }
    memcpy(&x, a + length - 8, 8);
    memcpy(&y, b + length - 8, 8);
    return plumbline_small(x) == plumbline_small(y);
}

/// Index of the value whose key has this text, the last of equal ones; PLUMBLINE_NOT_FOUND or PLUMBLINE_ESCAPED_KEY.
static inline uint32_t plumbline_find(const plumbline_token *tokens, const uint8_t *bytes, uint32_t object,
                                      const uint8_t *key, size_t length) {
    uint32_t found = PLUMBLINE_NOT_FOUND;
    const uint32_t end = tokens[object].next;
    for (uint32_t i = object + 1; i < end; i = tokens[i + 1].next) {
        if (tokens[i].escaped) return PLUMBLINE_ESCAPED_KEY;
        if (tokens[i].length == length && plumbline_same(bytes + tokens[i].start, key, length)) found = i + 1;
    }
    return found;
}

/// The same for a key in any case of its ASCII letters; a key in the very case wins. Keys with escapes never match.
static inline uint32_t plumbline_find_folded(const plumbline_token *tokens, const uint8_t *bytes, uint32_t object,
                                             const uint8_t *key, size_t length) {
    uint32_t exact = PLUMBLINE_NOT_FOUND, folded = PLUMBLINE_NOT_FOUND;
    const uint32_t end = tokens[object].next;
    for (uint32_t i = object + 1; i < end; i = tokens[i + 1].next) {
        if (tokens[i].length != length) continue;
        const uint8_t *text = bytes + tokens[i].start;
        if (!plumbline_same_folded(text, key, length)) continue;
        if (plumbline_same(text, key, length)) exact = i + 1; else folded = i + 1;
    }
    return exact == PLUMBLINE_NOT_FOUND ? folded : exact;
}

/// The order of two keys by their bytes: below, at or above 0.
static inline int plumbline_order(const uint8_t *bytes, plumbline_token left, plumbline_token right) {
    const uint32_t common = left.length < right.length ? left.length : right.length;
    const int order = memcmp(bytes + left.start, bytes + right.start, common);
    return order != 0 ? order : left.length < right.length ? -1 : left.length > right.length;
}

/// The yardstick of `plumbline bench`: simdjson On-Demand, six top-level fields of a CloudTrail record, nothing else.
/// `capacity` is at least `length` + 64. Returns a checksum so that the work cannot be left out.
typedef struct plumbline_yardstick plumbline_yardstick;
plumbline_yardstick *plumbline_yardstick_create(void);
void plumbline_yardstick_destroy(plumbline_yardstick *yardstick);
uint64_t plumbline_yardstick_parse(plumbline_yardstick *yardstick, const uint8_t *bytes, size_t length, size_t capacity);

#ifdef __cplusplus
}
#endif
