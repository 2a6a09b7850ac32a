#ifndef CICU_H
#define CICU_H

// An opaque door to the system's ICU. No ICU header is visible here: Swift's Foundation carries an
// ICU of its own, and a module that shows both sets of headers to Swift does not compile. The shim
// translates and decides nothing; it keeps no memory between calls.

#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// One changed stretch between a text and its normalized form, in UTF-8 bytes from their starts.
typedef struct {
  int32_t source_start;
  int32_t source_length;
  int32_t result_start;
  int32_t result_length;
} cicu_edit;

/// What a call came to.
enum {
  CICU_OK = 0,
  /// The result or the edits did not fit; the sizes that are needed have been written.
  CICU_OVERFLOW = 1,
  /// ICU refused; its data could not be loaded or the input is too long.
  CICU_FAILED = 2,
  /// Bytes that the encoding doesn't have were met; decoding can go on behind them.
  CICU_ILLEGAL = 3,
};

/// Writes the versions of the ICU library in use and of its Unicode data, such as "72.1" and "15.0",
/// each into 20 bytes.
///
/// Exists because the key of an index depends on it: Unicode data change between versions. The
/// corresponding C functions are `u_getVersion` and `u_getUnicodeVersion`.
void cicu_versions(char *icu, char *unicode);

/// Writes the NFKC_Casefold form of UTF-8 text, and the stretches that changed.
///
/// Exists because only the C++ class Normalizer2 normalizes UTF-8 and tells its edits; the C
/// functions take UTF-16 and give no map. `edits` may be null, with a capacity of 0, where no map is
/// wanted. Ill-formed bytes become U+FFFD.
///
/// The corresponding C++ function is `icu::Normalizer2::normalizeUTF8`.
int32_t cicu_nfkc_casefold(
    const uint8_t *text, int32_t length, uint8_t *result, int32_t capacity,
    int32_t *result_length, cicu_edit *edits, int32_t edit_capacity, int32_t *edit_count);

/// Returns 1 where NFKC_Casefold text can be cut before a code point, else 0.
///
/// Exists because a combining mark belongs to the character before it: text is folded stretch by
/// stretch between such boundaries, and each stretch alone gives what the whole would give.
///
/// The corresponding C++ function is `icu::Normalizer2::hasBoundaryBefore`.
int32_t cicu_nfkc_casefold_has_boundary_before(uint32_t code_point);

/// Writes for each code point from `first` on whether text can be cut before it.
///
/// Exists so that a table of all code points of a plane is filled in one call.
int32_t cicu_nfkc_casefold_boundaries(uint32_t first, uint8_t *flags, int32_t count);

/// A converter of one encoding, opaque.
typedef struct cicu_converter cicu_converter;

/// Opens a strict converter by ICU's name of the encoding, or returns null where ICU has none.
///
/// Exists because bytes that are no text must be told with their place; ICU's own standard is to put
/// U+FFFD there in silence. The corresponding C functions are `ucnv_open` and `ucnv_setToUCallBack`
/// with `UCNV_TO_U_CALLBACK_STOP`.
cicu_converter *cicu_converter_open(const char *name);

/// Closes a converter.
void cicu_converter_close(cicu_converter *converter);

/// Decodes bytes to UTF-16 until their end, a full result, or bytes that the encoding doesn't have.
///
/// `offsets` gives for each unit written the byte at which its character begins. `consumed` counts
/// the bytes read, the `illegal` last of which made the call end with `CICU_ILLEGAL`.
///
/// The corresponding C function is `ucnv_toUnicode`.
int32_t cicu_converter_decode(
    cicu_converter *converter, const uint8_t *bytes, int32_t length, uint16_t *result,
    int32_t *offsets, int32_t capacity, int32_t *consumed, int32_t *written, int32_t *illegal);

#ifdef __cplusplus
}
#endif
#endif
