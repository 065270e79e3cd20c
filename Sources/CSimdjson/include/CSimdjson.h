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
    uint32_t next;     // index of the first token after this value
} plumbline_token;

/// A top-level key to look for in `plumbline_tape_scan`.
typedef struct {
    const char *text;
    uint32_t length;
} plumbline_key;

typedef struct plumbline_tape plumbline_tape;

plumbline_tape *plumbline_tape_create(void);
void plumbline_tape_destroy(plumbline_tape *tape);

/// Index the bytes and read the values of the listed top-level keys; containers get start and length of their whole
/// text. Nested values are passed over, not checked. `slots` has room for `count` tokens. Returns a PLUMBLINE_ code.
int plumbline_tape_scan(plumbline_tape *tape, const uint8_t *bytes, size_t length, const plumbline_key *keys,
                        size_t count, plumbline_token *slots);

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

/// Index of the value whose key has this text, the last of equal ones; PLUMBLINE_NOT_FOUND or PLUMBLINE_ESCAPED_KEY.
static inline uint32_t plumbline_find(const plumbline_token *tokens, const uint8_t *bytes, uint32_t object,
                                      const void *key, size_t length) {
    uint32_t found = PLUMBLINE_NOT_FOUND;
    const uint32_t end = tokens[object].next;
    for (uint32_t i = object + 1; i < end; i = tokens[i + 1].next) {
        if (tokens[i].escaped) return PLUMBLINE_ESCAPED_KEY;
        if (tokens[i].length == length && memcmp(bytes + tokens[i].start, key, length) == 0) found = i + 1;
    }
    return found;
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
