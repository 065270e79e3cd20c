// A set of keys that is quick to look up in.
#pragma once
#include <cstring>

#include "CSimdjson.h"

/// Most keys of a document are in no set, so a small table by length, first and last byte tells them off at once.
struct plumbline_projection {
    struct entry {
        const uint8_t *text;
        uint32_t length;
        int32_t next;
    };
    int8_t first[128];
    entry entries[PLUMBLINE_MAXIMUM_SLOTS];
    size_t count = 0;

    plumbline_projection() { std::memset(first, -1, sizeof first); }

    static uint32_t bucket(const uint8_t *text, uint32_t length) {
        return length == 0 ? 0 : (length * 7 + text[0] + text[length - 1] * 5) & 127;
    }

    /// Adds a key; the first of equal ones counts.
    void insert(const uint8_t *text, uint32_t length, int32_t slot) {
        entries[slot] = {text, length, -1};
        const uint32_t place = bucket(text, length);
        if (first[place] < 0) {
            first[place] = int8_t(slot);
            return;
        }
        int32_t last = first[place];
        while (entries[last].next >= 0) last = entries[last].next;
        entries[last].next = slot;
    }

    /// The slot of the key with this text, or -1.
    int32_t find(const uint8_t *text, uint32_t length) const {
        int32_t slot = first[bucket(text, length)];
        while (slot >= 0) {
            const entry &found = entries[slot];
            if (found.length == length && plumbline_same(found.text, text, length)) return slot;
            slot = found.next;
        }
        return -1;
    }
};
