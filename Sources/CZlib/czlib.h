#ifndef CZLIB_H
#define CZLIB_H
#include <string.h>
#include <zlib.h>

// zlib's initialisers are macros that pass the header's version and structure size, which Swift
// can't import; a negative window size asks for raw deflate data without a zlib header, as zip has it.

static inline int czlib_inflate_start(z_stream *stream) {
  memset(stream, 0, sizeof *stream);
  return inflateInit2(stream, -MAX_WBITS);
}

static inline int czlib_deflate_start(z_stream *stream) {
  memset(stream, 0, sizeof *stream);
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}
#endif
