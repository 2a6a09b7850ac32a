#ifndef CXML_H
#define CXML_H
#include <stddef.h>
#include <stdint.h>

// A pull reader over libxml2. It exists because Foundation's XMLParser stops at 10 MB of memory input
// and loses text around entities, and because libxml2's own headers don't belong in Swift's view.
// Nothing is fetched: no network, no external entity, no DTD. A document type declaration ends the
// reading, since law XML and Office files never have one.

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cxml_reader cxml_reader;

enum {
  CXML_END_OF_DOCUMENT = 0,
  CXML_START = 1,
  CXML_END = 2,
  CXML_TEXT = 3,
  CXML_MALFORMED = -1,
  CXML_DOCTYPE = -2
};

/// Opens a reader over bytes that must stay in place until it is closed; NULL when out of memory.
cxml_reader *cxml_open(const uint8_t *bytes, size_t count);

/// Moves to the next event and returns its kind; an empty element gives a start and an end.
int32_t cxml_next(cxml_reader *reader);

/// Returns the element's local name at a start or end; valid until the next move.
const char *cxml_name(cxml_reader *reader);

/// Returns the characters at a text event, UTF-8; valid until the next move.
const char *cxml_text(cxml_reader *reader);

/// Returns the value of an attribute at a start, or NULL; to be freed with cxml_free.
char *cxml_attribute(cxml_reader *reader, const char *name);

/// Returns the value of an attribute by its name without prefix at a start, or NULL; valid until the
/// next move.
const char *cxml_local_attribute(cxml_reader *reader, const char *name);

/// Returns the value of an attribute by its name without prefix, among those that stand in a namespace
/// of their own (r:id beside id), at a start, or NULL; valid until the next move.
const char *cxml_prefixed_attribute(cxml_reader *reader, const char *name);

/// Frees what cxml_attribute returned.
void cxml_free(char *string);

/// Returns the 1-based line of the reader in the document.
int32_t cxml_line(cxml_reader *reader);

/// Closes the reader.
void cxml_close(cxml_reader *reader);

/// What is told of an HTML text while it is read. Strings are valid during the call only.
typedef struct {
  void *context;
  /// The name in lower case; attributes as name, value, name, value, NULL, or NULL for none. A value
  /// may be NULL.
  void (*start)(void *context, const char *name, const char *const *attributes);
  void (*end)(void *context, const char *name);
  /// Characters, UTF-8, not terminated.
  void (*text)(void *context, const char *characters, size_t count);
} cxml_html_events;

enum { CXML_HTML_DEPTH = 512 };

/// Reads UTF-8 HTML as browsers do, faults put right, and tells what it finds in order; every start
/// has an end. No tree is built. Returns 1, or 0 where elements nest deeper than CXML_HTML_DEPTH,
/// at which the reading stops, or where memory ends.
int32_t cxml_read_html(const uint8_t *bytes, size_t count, const cxml_html_events *events);

#ifdef __cplusplus
}
#endif
#endif
