import CXML

/// Why a part of a document can't be read as XML.
package enum XMLReadingError: Error, Equatable, Sendable {
  /// It breaks off, isn't well formed, or nests or grows beyond what the parser allows; the 1-based
  /// line where reading stopped.
  case malformed(line: Int)
  /// It declares a document type, which Office files never do and which could draw in other files.
  case documentType(line: Int)
}

/// The events of an XML text, pulled one by one; names are those without prefix.
///
/// Not for use by two tasks at once. See libxml2: xmlreader.h.
final class XMLPullReader {
  enum Event: Sendable { case start, end, text, finished }

  private let handle: OpaquePointer
  /// Names by the address at which libxml2 keeps each of them once.
  private var names: [UnsafePointer<CChar>: String] = [:]

  private init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { cxml_close(handle) }

  /// Hands a reader over the bytes of an XML text to `body`.
  static func pull<Value>(
    _ xml: [UInt8], _ body: (XMLPullReader) throws(XMLReadingError) -> Value
  ) throws(XMLReadingError) -> Value {
    try open(xml, with: cxml_open, body)
  }

  /// Hands a reader over the bytes to `body`, opened by a function of the shim.
  private static func open<Value>(
    _ bytes: [UInt8], with open: (UnsafePointer<UInt8>, Int) -> OpaquePointer?,
    _ body: (XMLPullReader) throws(XMLReadingError) -> Value
  ) throws(XMLReadingError) -> Value {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(XMLReadingError) in
        guard let base = buffer.baseAddress, let handle = open(base, buffer.count) else {
          throw .malformed(line: 1)
        }
        return try body(XMLPullReader(handle))
      }
    }
    return try result.get()
  }

  /// Moves to the next event; an empty element gives a start and an end.
  func next() throws(XMLReadingError) -> Event {
    switch Int(cxml_next(handle)) {
    case CXML_START: return .start
    case CXML_END: return .end
    case CXML_TEXT: return .text
    case CXML_END_OF_DOCUMENT: return .finished
    case CXML_DOCTYPE: throw .documentType(line: Int(cxml_line(handle)))
    default: throw .malformed(line: Int(cxml_line(handle)))
    }
  }

  /// The name of the element at a start or end.
  var name: String {
    guard let pointer = cxml_name(handle) else { return "" }
    if let known = names[pointer] { return known }
    let name = String(cString: pointer)
    names[pointer] = name
    return name
  }

  /// The characters at a text event.
  var text: String { cxml_text(handle).map { String(cString: $0) } ?? "" }

  /// Returns the value of the attribute with a name, whatever its prefix.
  func attribute(_ name: String) -> String? {
    cxml_local_attribute(handle, name).map { String(cString: $0) }
  }

  /// Returns the value of the attribute with a name that stands in a namespace of its own, as `r:id`.
  func prefixedAttribute(_ name: String) -> String? {
    cxml_prefixed_attribute(handle, name).map { String(cString: $0) }
  }

  /// Moves behind the end of the element whose start was the last event.
  func skip() throws(XMLReadingError) {
    var depth = 1
    while depth > 0 {
      switch try next() {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      case .finished: return
      }
    }
  }

  /// Calls `body` at the start of each child of the element whose start was the last event, which
  /// must read the child to its end.
  func forEachChild(
    _ body: (_ name: String) throws(XMLReadingError) -> Void
  ) throws(XMLReadingError) {
    while true {
      switch try next() {
      case .start: try body(name)
      case .end, .finished: return
      case .text: break
      }
    }
  }

  /// Returns the characters inside the element whose start was the last event.
  func textContent() throws(XMLReadingError) -> String {
    var content = ""
    var depth = 1
    while depth > 0 {
      switch try next() {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: content += text
      case .finished: return content
      }
    }
    return content
  }
}
