#include "cxml.h"

#include <libxml/xmlreader.h>
#include <limits.h>
#include <stdlib.h>

struct cxml_reader {
  xmlTextReaderPtr text;
  int pending_end;
};

static void ignore(void *context, xmlErrorPtr error) {
  (void)context;
  (void)error;
}

cxml_reader *cxml_open(const uint8_t *bytes, size_t count) {
  if (count > INT_MAX) return NULL;
  cxml_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->text = xmlReaderForMemory((const char *)bytes, (int)count, NULL, NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                        XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
  if (!reader->text) {
    free(reader);
    return NULL;
  }
  xmlTextReaderSetStructuredErrorHandler(reader->text, ignore, NULL);
  return reader;
}

int32_t cxml_next(cxml_reader *reader) {
  if (reader->pending_end) {
    reader->pending_end = 0;
    return CXML_END;
  }
  for (;;) {
    int status = xmlTextReaderRead(reader->text);
    if (status == 0) return CXML_END_OF_DOCUMENT;
    if (status < 0) return CXML_MALFORMED;
    switch (xmlTextReaderNodeType(reader->text)) {
      case XML_READER_TYPE_DOCUMENT_TYPE:
        return CXML_DOCTYPE;
      case XML_READER_TYPE_ELEMENT:
        reader->pending_end = xmlTextReaderIsEmptyElement(reader->text) == 1;
        return CXML_START;
      case XML_READER_TYPE_END_ELEMENT:
        return CXML_END;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return CXML_TEXT;
      default:
        break;
    }
  }
}

const char *cxml_name(cxml_reader *reader) {
  return (const char *)xmlTextReaderConstLocalName(reader->text);
}

const char *cxml_text(cxml_reader *reader) {
  return (const char *)xmlTextReaderConstValue(reader->text);
}

char *cxml_attribute(cxml_reader *reader, const char *name) {
  return (char *)xmlTextReaderGetAttribute(reader->text, (const xmlChar *)name);
}

const char *cxml_local_attribute(cxml_reader *reader, const char *name) {
  xmlNodePtr node = xmlTextReaderCurrentNode(reader->text);
  if (!node || node->type != XML_ELEMENT_NODE) return NULL;
  for (xmlAttrPtr attribute = node->properties; attribute; attribute = attribute->next) {
    if (xmlStrEqual(attribute->name, (const xmlChar *)name)) {
      xmlNodePtr value = attribute->children;
      return value && value->content ? (const char *)value->content : "";
    }
  }
  return NULL;
}

void cxml_free(char *string) { xmlFree(string); }

int32_t cxml_line(cxml_reader *reader) {
  return xmlTextReaderGetParserLineNumber(reader->text);
}

void cxml_close(cxml_reader *reader) {
  xmlFreeTextReader(reader->text);
  free(reader);
}
