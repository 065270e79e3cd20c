// One door to RE2: a pattern is compiled once and searched for in bytes, in time linear in the text. No C++ crosses it.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct plumbline_pattern plumbline_pattern;

/// Where a match or a group of it stands; `start` is -1 for a group that took no part.
typedef struct {
    int64_t start;
    int64_t end;
} plumbline_match;

enum { PLUMBLINE_MAXIMUM_GROUPS = 10 };  // the whole match, and the groups that a replacement can name

/// Compile a pattern; the whole of it, with its automata, keeps within about `maximum_memory` bytes. NULL if the pattern
/// is refused: then the reason stands in `message`, cut to `capacity` bytes with the zero that ends it.
plumbline_pattern *plumbline_pattern_create(const uint8_t *text, size_t length, int64_t maximum_memory,
                                            uint8_t *message, size_t capacity);
void plumbline_pattern_destroy(plumbline_pattern *pattern);

/// How many groups the pattern captures, besides the whole match.
int plumbline_pattern_groups(const plumbline_pattern *pattern);
/// How many instructions its program has.
int plumbline_pattern_size(const plumbline_pattern *pattern);

/// Find the first match at or after `start`; `^` and `\b` see the whole text. Fills `count` matches, the whole one first.
/// Returns 1 if there is one, else 0. With a `count` of 0 it says only whether there is one, which is much faster.
int plumbline_pattern_search(const plumbline_pattern *pattern, const uint8_t *text, size_t length, size_t start,
                             plumbline_match *matches, int count);

#ifdef __cplusplus
}
#endif
