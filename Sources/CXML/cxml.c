#include "cxml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

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

static const char *attribute_of(cxml_reader *reader, const char *name, int needs_namespace) {
  xmlNodePtr node = xmlTextReaderCurrentNode(reader->text);
  if (!node || node->type != XML_ELEMENT_NODE) return NULL;
  for (xmlAttrPtr attribute = node->properties; attribute; attribute = attribute->next) {
    if (needs_namespace && !attribute->ns) continue;
    if (xmlStrEqual(attribute->name, (const xmlChar *)name)) {
      xmlNodePtr value = attribute->children;
      return value && value->content ? (const char *)value->content : "";
    }
  }
  return NULL;
}

const char *cxml_local_attribute(cxml_reader *reader, const char *name) {
  return attribute_of(reader, name, 0);
}

const char *cxml_prefixed_attribute(cxml_reader *reader, const char *name) {
  return attribute_of(reader, name, 1);
}

void cxml_free(char *string) { xmlFree(string); }

int32_t cxml_line(cxml_reader *reader) {
  return xmlTextReaderGetParserLineNumber(reader->text);
}

void cxml_close(cxml_reader *reader) {
  xmlFreeTextReader(reader->text);
  free(reader);
}

// An HTML text being read.
struct html_reading {
  const cxml_html_events *events;
  htmlParserCtxtPtr parser;
  int depth;
  int is_too_deep;
};

static void html_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  struct html_reading *reading = context;
  if (reading->is_too_deep) return;
  // An end tag without a start is looked for through all open elements: depth bounds the time.
  if (++reading->depth > CXML_HTML_DEPTH) {
    reading->is_too_deep = 1;
    xmlStopParser(reading->parser);
    return;
  }
  reading->events->start(reading->events->context, (const char *)name,
                         (const char *const *)attributes);
}

static void html_end(void *context, const xmlChar *name) {
  struct html_reading *reading = context;
  if (reading->is_too_deep) return;
  reading->depth--;
  reading->events->end(reading->events->context, (const char *)name);
}

static void html_text(void *context, const xmlChar *characters, int count) {
  struct html_reading *reading = context;
  if (reading->is_too_deep || count <= 0) return;
  reading->events->text(reading->events->context, (const char *)characters, (size_t)count);
}

int32_t cxml_read_html(const uint8_t *bytes, size_t count, const cxml_html_events *events) {
  if (count > INT_MAX) return 0;
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt((const char *)bytes, (int)count);
  if (!parser) return 0;
  struct html_reading reading = {.events = events, .parser = parser};
  // What a page declares of its encoding was read before: the bytes are UTF-8 now.
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                 HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->startElement = html_start;
  parser->sax->endElement = html_end;
  parser->sax->characters = html_text;
  parser->sax->cdataBlock = html_text;
  parser->sax->ignorableWhitespace = html_text;
  parser->sax->initialized = 1;
  parser->userData = &reading;
  htmlParseDocument(parser);
  if (parser->myDoc) {
    xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
  }
  htmlFreeParserCtxt(parser);
  return !reading.is_too_deep;
}
