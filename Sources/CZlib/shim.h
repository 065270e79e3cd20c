#pragma once
#include <zlib.h>

/* inflateInit2 is a macro, which Swift does not import. windowBits 47: zlib or gzip, detected from the header. */
static inline int plumbline_inflate_init(z_streamp stream) { return inflateInit2(stream, 47); }
