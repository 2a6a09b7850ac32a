/// Reads the formulas of Word and PowerPoint (ECMA-376 22.1) as one line of text, in the linear form
/// that these programs show: `1/2`, `x²`, `√(a+b)`, `∑_(i=1)^n`.
///
/// The nesting of elements is bounded by libxml2 (256), and so is the recursion here.
struct OfficeFormula {
  let reader: XMLPullReader

  init(_ reader: XMLPullReader) { self.reader = reader }

  /// Reads the formula, or the part of one, whose start was the last event.
  func text() throws(XMLReadingError) -> String {
    var text = ""
    let reader = reader
    try reader.forEachChild { (name) throws(XMLReadingError) in
      switch name {
      case "t": text += try reader.textContent()
      case "f", "sSup", "sSub", "sSubSup", "sPre", "rad", "d", "nary": text += try part(name)
      case "del", "moveFrom": try reader.skip()
      case let name where name.hasSuffix("Pr"): try reader.skip()
      default: text += try self.text()
      }
    }
    return text
  }

  /// Reads a part that is set in two dimensions.
  private func part(_ kind: String) throws(XMLReadingError) -> String {
    var parts: [String: String] = [:]
    var members: [String] = []
    var signs: [String: String] = [:]
    let reader = reader
    try reader.forEachChild { (name) throws(XMLReadingError) in
      if name.hasSuffix("Pr") {
        try reader.forEachChild { (name) throws(XMLReadingError) in
          signs[name] = reader.attribute("val") ?? ""
          try reader.skip()
        }
      } else {
        let words = try text()
        parts[name] = words
        if name == "e" { members.append(words) }
      }
    }
    func part(_ name: String) -> String { parts[name] ?? "" }
    let raised = Self.raised(part("sup"))
    let lowered = Self.lowered(part("sub"))
    switch kind {
    case "f":
      // Without a bar it is a pair, one above the other.
      let bar = signs["type"] == "noBar" ? "¦" : "/"
      return Self.grouped(part("num")) + bar + Self.grouped(part("den"))
    case "rad": return ScriptCharacters.superscript(part("deg")) + "√" + Self.grouped(part("e"))
    case "d":
      return (signs["begChr"] ?? "(") + members.joined(separator: signs["sepChr"] ?? "|")
        + (signs["endChr"] ?? ")")
    case "nary": return (signs["chr"] ?? "∫") + lowered + raised + part("e")
    case "sPre": return lowered + raised + part("e")
    default: return Self.grouped(part("e")) + lowered + raised
    }
  }

  private static func raised(_ words: String) -> String {
    let set = ScriptCharacters.superscript(words)
    return set == words && !words.isEmpty ? "^" + grouped(words) : set
  }

  private static func lowered(_ words: String) -> String {
    let set = ScriptCharacters.subscript(words)
    return set == words && !words.isEmpty ? "_" + grouped(words) : set
  }

  /// In brackets where it is more than one number or name.
  private static func grouped(_ words: String) -> String {
    let isPlain = words.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "." || $0 == ","
    }
    return isPlain || (words.hasPrefix("(") && words.hasSuffix(")")) ? words : "(" + words + ")"
  }
}
