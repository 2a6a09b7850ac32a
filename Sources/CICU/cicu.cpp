#include "cicu.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

namespace {

/// The singleton that ICU keeps for the life of the process, or null where its data are missing.
const icu::Normalizer2 *nfkc_casefold() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  return U_SUCCESS(status) ? normalizer : nullptr;
}

}  // namespace

extern "C" void cicu_versions(char *icu, char *unicode) {
  static_assert(U_MAX_VERSION_STRING_LENGTH == 20, "the size that the header names");
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, icu);
  u_getUnicodeVersion(version);
  u_versionToString(version, unicode);
}

extern "C" int32_t cicu_nfkc_casefold(
    const uint8_t *text, int32_t length, uint8_t *result, int32_t capacity,
    int32_t *result_length, cicu_edit *edits, int32_t edit_capacity, int32_t *edit_count) {
  *result_length = 0;
  *edit_count = 0;
  const icu::Normalizer2 *normalizer = nfkc_casefold();
  if (normalizer == nullptr || length < 0) return CICU_FAILED;

  icu::CheckedArrayByteSink sink(reinterpret_cast<char *>(result), capacity);
  icu::Edits changes;
  UErrorCode status = U_ZERO_ERROR;
  normalizer->normalizeUTF8(
      0, icu::StringPiece(reinterpret_cast<const char *>(text), length), sink,
      edits == nullptr ? nullptr : &changes, status);
  if (U_FAILURE(status)) return CICU_FAILED;

  *result_length = sink.NumberOfBytesAppended();
  bool overflowed = sink.Overflowed();
  if (edits != nullptr) {
    int32_t count = 0;
    icu::Edits::Iterator iterator = changes.getFineChangesIterator();
    while (iterator.next(status)) {
      if (count < edit_capacity) {
        edits[count] = cicu_edit{
            iterator.sourceIndex(), iterator.oldLength(), iterator.destinationIndex(),
            iterator.newLength()};
      }
      count += 1;
    }
    *edit_count = count;
    overflowed = overflowed || count > edit_capacity;
  }
  if (U_FAILURE(status)) return CICU_FAILED;
  return overflowed ? CICU_OVERFLOW : CICU_OK;
}

extern "C" int32_t cicu_nfkc_casefold_has_boundary_before(uint32_t code_point) {
  const icu::Normalizer2 *normalizer = nfkc_casefold();
  if (normalizer == nullptr) return 1;
  return normalizer->hasBoundaryBefore(static_cast<UChar32>(code_point)) ? 1 : 0;
}

extern "C" int32_t cicu_nfkc_casefold_boundaries(
    uint32_t first, uint8_t *flags, int32_t count) {
  const icu::Normalizer2 *normalizer = nfkc_casefold();
  if (normalizer == nullptr) return CICU_FAILED;
  for (int32_t i = 0; i < count; i += 1) {
    flags[i] = normalizer->hasBoundaryBefore(static_cast<UChar32>(first) + i) ? 1 : 0;
  }
  return CICU_OK;
}

extern "C" cicu_converter *cicu_converter_open(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(
      converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) {
    ucnv_close(converter);
    return nullptr;
  }
  return reinterpret_cast<cicu_converter *>(converter);
}

extern "C" void cicu_converter_close(cicu_converter *converter) {
  ucnv_close(reinterpret_cast<UConverter *>(converter));
}

extern "C" int32_t cicu_converter_decode(
    cicu_converter *converter, const uint8_t *bytes, int32_t length, uint16_t *result,
    int32_t *offsets, int32_t capacity, int32_t *consumed, int32_t *written, int32_t *illegal) {
  UConverter *from = reinterpret_cast<UConverter *>(converter);
  const char *source = reinterpret_cast<const char *>(bytes);
  UChar *target = reinterpret_cast<UChar *>(result);
  const UChar *target_start = target;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_toUnicode(
      from, &target, target_start + capacity, &source, source + length, offsets, true, &status);
  *consumed = static_cast<int32_t>(source - reinterpret_cast<const char *>(bytes));
  *written = static_cast<int32_t>(target - target_start);
  *illegal = 0;
  if (status == U_BUFFER_OVERFLOW_ERROR) return CICU_OVERFLOW;
  if (status == U_ILLEGAL_CHAR_FOUND || status == U_INVALID_CHAR_FOUND ||
      status == U_TRUNCATED_CHAR_FOUND) {
    char characters[32];
    int8_t count = sizeof characters;
    UErrorCode asked = U_ZERO_ERROR;
    ucnv_getInvalidChars(from, characters, &count, &asked);
    *illegal = U_SUCCESS(asked) && count > 0 ? count : 1;
    return CICU_ILLEGAL;
  }
  return U_SUCCESS(status) ? CICU_OK : CICU_FAILED;
}
