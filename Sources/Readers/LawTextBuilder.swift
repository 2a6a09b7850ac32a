import CXML
import DocumentModel

/// Turns the events of law XML into nodes.
struct LawTextBuilder {
  private(set) var root = ""
  private(set) var sawLaw = false
  private(set) var lawID = ""
  private(set) var inForceFrom = ""
  private(set) var lawNumber = ""
  private(set) var title = ""
  private(set) var lawType = ""
  private(set) var abbreviations: [String] = []
  private(set) var nodes: [LawNode] = []

  /// What the characters of an open element belong to.
  private enum Role {
    case structure, label, caption, text, lawID, lawNumber, title, ignored
  }

  private var elements: [(name: String, role: Role, node: Int?)] = []
  private var numbering = LawNumbering()
  private var quoteDepth = 0

  /// Reads to the end of the document.
  mutating func build(from reader: OpaquePointer) throws(LawReadingError) {
    while true {
      switch Int(cxml_next(reader)) {
      case CXML_START: start(reader)
      case CXML_END: end()
      case CXML_TEXT: text(reader)
      case CXML_END_OF_DOCUMENT:
        for index in nodes.indices { tidy(&nodes[index]) }
        return
      case CXML_DOCTYPE: throw .documentType(line: Int(cxml_line(reader)))
      default: throw .malformed(line: Int(cxml_line(reader)))
      }
    }
  }

  private mutating func start(_ reader: OpaquePointer) {
    let name = String(cString: cxml_name(reader))
    if root.isEmpty { root = name }
    let parent = elements.last
    var role = parent?.role ?? .structure
    var node = parent?.node
    if role == .ignored || quoteDepth > 0 {
      if quoteDepth > 0 { quoteDepth += 1 }
      elements.append((name, role, node))
      return
    }
    switch name {
    case "Law":
      sawLaw = true
      lawType = attribute("LawType", reader) ?? ""
      lawID = attribute("LawId", reader) ?? lawID
      let date = attribute("EnforcementDate", reader) ?? ""
      inForceFrom = String(date.map { $0 == "/" ? "-" : $0 })
    case "LawId": role = .lawID
    case "LawNum": role = .lawNumber
    case "LawTitle":
      role = .title
      let names = attribute("Abbrev", reader)?.split(separator: ",") ?? []
      abbreviations = names.map(String.init).filter { !$0.isEmpty }
    case "TOC", "Rt", "Result": role = .ignored
    case "QuoteStruct": quoteDepth = 1
    case "Column", "TableColumn": separate(name, in: node)
    default:
      if let kind = LawNumbering.kind(of: name) {
        node = open(kind, name: name, reader, parent: node)
        role = .structure
      } else if name.hasSuffix("Caption") {
        role = .caption
      } else if LawNumbering.isLabel(name) {
        role = .label
      } else if name.hasSuffix("Sentence") || node != nil {
        role = .text
      }
    }
    elements.append((name, role, node))
  }

  private mutating func end() {
    elements.removeLast()
    if quoteDepth > 0 { quoteDepth -= 1 }
  }

  private mutating func text(_ reader: OpaquePointer) {
    guard let element = elements.last, let characters = cxml_text(reader) else { return }
    let text = String(cString: characters)
    switch element.role {
    case .lawID: lawID += text
    case .lawNumber: lawNumber += text
    case .title: title += text
    case .label: if let node = element.node { nodes[node].label += text }
    case .caption: if let node = element.node { nodes[node].caption += text }
    case .text: if let node = element.node { nodes[node].text += text }
    // Characters directly inside a structural element are the indentation of the file.
    case .structure, .ignored: break
    }
  }

  private mutating func open(
    _ kind: LawNodeKind, name: String, _ reader: OpaquePointer, parent: Int?
  ) -> Int {
    var node = LawNode(kind: kind, parent: parent, number: attribute("Num", reader) ?? "")
    numbering.number(&node, element: name, among: nodes)
    // The law that added a set of supplementary provisions stands in an attribute.
    if kind == .supplementary { node.caption = attribute("AmendLawNum", reader) ?? "" }
    nodes.append(node)
    return nodes.count - 1
  }

  /// Puts a mark between the columns of a sentence or the cells of a row.
  private mutating func separate(_ name: String, in node: Int?) {
    guard let node, !nodes[node].text.isEmpty else { return }
    nodes[node].text += name == "Column" ? "\u{3000}" : " | "
  }

  private func attribute(_ name: String, _ reader: OpaquePointer) -> String? {
    guard let value = cxml_attribute(reader, name) else { return nil }
    defer { cxml_free(value) }
    return String(cString: value)
  }

  /// Drops the line ends and indentation that a pretty-printed file puts into sentences.
  private func tidy(_ node: inout LawNode) {
    node.label = Self.withoutLayout(node.label)
    node.caption = Self.withoutLayout(node.caption)
    node.text = Self.withoutLayout(node.text)
  }

  private static func withoutLayout(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return text }
    let lines = text.split(separator: "\n").map { line in
      String(line.drop { $0 == " " || $0 == "\t" || $0 == "\r" })
    }
    return lines.joined()
  }
}
