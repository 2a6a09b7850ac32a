import DocumentModel
import Foundation
import GRDB

/// A revision of a law as its rows stand, held against the digests noted when it was stored.
struct LawRecord {
  let revision: Row
  private let nodes: [Row]

  init?(_ id: Int64, in db: Database) throws {
    let found = try Row.fetchOne(
      db, sql: "SELECT * FROM lawRevision WHERE id = ?", arguments: [id])
    guard let found else { return nil }
    revision = found
    nodes = try Row.fetchAll(
      db, sql: "SELECT * FROM lawNode WHERE revisionId = ? ORDER BY ordinal", arguments: [id])
  }

  /// The law; an error of the database where its rows can't be those of one.
  func text() throws -> LawText {
    let found = nodes.map(LawQueries.node)
    for (ordinal, node) in found.enumerated() {
      // Whoever reads a law follows the parents upwards.
      guard node.parent.map({ (0..<ordinal).contains($0) }) ?? true else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "lawNode: parent")
      }
    }
    return LawText(
      revision: LawRevisionID(rawValue: revision["name"]), lawNumber: revision["lawNumber"],
      title: revision["title"],
      abbreviations: try MetadataJSON.decode([String].self, from: revision["abbreviations"]),
      lawType: revision["lawType"], nodes: found)
  }

  /// The digest of the rows as they stand.
  var digest: LawDigest {
    var digest = LawDigest(revision)
    for node in nodes { digest.add(node) }
    return digest
  }

  /// Whether it is what was read from the file; for a format that noted no digests, always.
  var isIntact: Bool {
    guard revision.hasColumn("digest") else { return true }
    let digest = self.digest
    return revision["digest"] == digest.whole && revision["nodeDigests"] == digest.nodes
  }

  /// The articles, and what else stands beside them, that aren't what was read from the file: 第三条,
  /// 附則第一条, each once in the order of the text; empty where the names, the date or the origin of the
  /// law are altered.
  var alteredPlaces: [String] {
    let noted: Data = revision["nodeDigests"]
    let digest = self.digest.nodes
    let width = LawDigest.nodeWidth
    let held = Dictionary(
      nodes.enumerated().map { ($1["ordinal"] as Int, $0) }, uniquingKeysWith: { first, _ in first }
    )
    var places: [String] = []
    for ordinal in 0..<max(noted.count / width, nodes.count) {
      let then = noted.dropFirst(ordinal * width).prefix(width)
      let now = held[ordinal].map { digest.dropFirst($0 * width).prefix(width) }
      guard now != then else { continue }
      let place = self.place(of: ordinal)
      if places.last != place { places.append(place) }
    }
    return places
  }

  /// The label of the article that a node stands in, or of what titles it else.
  private func place(of ordinal: Int) -> String {
    let inside: Set<String> = ["paragraph", "item", "subitem", "list", "table_row"]
    let above = nodes.last { node in
      let kind: String = node["kind"]
      return node["ordinal"] <= ordinal && !inside.contains(kind)
    }
    guard let node = above ?? nodes.first else { return "\(ordinal)" }
    let (label, address): (String, String) = (node["label"], node["address"])
    guard !label.isEmpty else { return address }
    let isSupplement = address.hasPrefix("Sp") && node["kind"] == "article"
    return isSupplement ? "附則" + label : label
  }
}
