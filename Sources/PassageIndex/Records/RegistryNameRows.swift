package import DocumentModel
import GRDB
import TextNormalization

/// A name that a query may use, as the index keeps it.
package struct StoredName: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// One of several names of one thing; the values are all of them, the canonical one first.
    case synonym
    /// One of several spellings of one word; the values are all of them.
    case spelling
    /// A law's name or number; the value is its id.
    case law
    /// A ministry's or body's name; the value is the canonical one.
    case organization
    /// A term of law that the registry gives a provision; without a value.
    case concept
  }

  package var kind: Kind
  package var name: String
  package var values: [String]

  package init(_ kind: Kind, _ name: String, values: [String] = []) {
    self.kind = kind
    self.name = name
    self.values = values
  }
}

/// The names of a law under which it is shown, as the index keeps them.
package struct StoredLawName: Sendable, Hashable {
  package var lawID: LawID
  package var title: String
  package var number: String
  package var short: String?

  package init(lawID: LawID, title: String, number: String, short: String?) {
    self.lawID = lawID
    self.title = title
    self.number = number
    self.short = short
  }
}

extension IndexReader {
  /// The registry's names that stand in some texts, in the order of its tables; without texts all.
  package func registryNames(in texts: [String]?) throws(IndexError) -> [StoredName] {
    // With and without a final ー, since the kept names have theirs.
    let keys = texts.map { texts in
      texts.flatMap { text in
        let folded = folding.fold(text)
        return Set([folded.string.replacing("・", with: ""), folded.nameKey.string])
      }
    }
    return try read { db in
      let rows: [Row]
      if let keys {
        // A name across two texts is none.
        let text = keys.joined(separator: "\n")
        rows = try Row.fetchAll(
          db,
          sql: """
            SELECT kind, name, value FROM registryName
            WHERE substr(key, 1, 1) IN (SELECT value FROM json_each(?)) AND instr(?, replace(key, '・', '')) > 0
            ORDER BY id
            """,
          arguments: [
            try MetadataJSON.encode(Set(text.unicodeScalars.map { String($0) }).sorted()), text,
          ])
      } else {
        rows = try Row.fetchAll(db, sql: "SELECT kind, name, value FROM registryName ORDER BY id")
      }
      return rows.compactMap { row in
        StoredName.Kind(rawValue: row["kind"]).map { kind in
          let value: String = row["value"]
          return StoredName(
            kind, row["name"], values: value.split(separator: "\n").map(String.init))
        }
      }
    }
  }

  /// The registry's names of one kind.
  package func registryNames(_ kind: StoredName.Kind) throws(IndexError) -> [String] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM registryName WHERE kind = ? ORDER BY id",
        arguments: [kind.rawValue])
    }
  }

  /// The names under which some laws are shown, without ids those of all laws of the registry.
  package func lawNames(of ids: Set<LawID>?) throws(IndexError) -> [StoredLawName] {
    try read { db in
      let rows =
        try ids.map { ids in
          try Row.fetchAll(
            db, sql: "SELECT * FROM lawName WHERE lawId IN (SELECT value FROM json_each(?))",
            arguments: [try MetadataJSON.encode(ids.map(\.rawValue).sorted())])
        } ?? Row.fetchAll(db, sql: "SELECT * FROM lawName ORDER BY lawId")
      return rows.map {
        StoredLawName(
          lawID: LawID($0["lawId"]), title: $0["title"], number: $0["number"], short: $0["short"])
      }
    }
  }
}

extension IndexReader {
  /// Whether the kept names are those given, in this order.
  package func keeps(
    _ names: [StoredName], _ laws: [StoredLawName]
  ) throws(IndexError) -> Bool {
    let expected = names.map { $0.columns(folding: folding) }
    var numbers: [LawID: StoredLawName] = [:]
    for law in laws where numbers[law.lawID] == nil { numbers[law.lawID] = law }
    let held = try lawNames(of: nil)
    guard held.count == numbers.count, held.allSatisfy({ numbers[$0.lawID] == $0 }) else {
      return false
    }
    return try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT kind, key, name, value FROM registryName ORDER BY id")
      return rows.count == expected.count
        && zip(rows, expected).allSatisfy { row, columns in
          (0..<4).map { row[$0] as String } == columns
        }
    }
  }
}

extension StoredName {
  /// The columns of its row: kind, search key, name and values.
  fileprivate func columns(folding: SearchFolding) -> [String] {
    [kind.rawValue, folding.fold(name).string, name, values.joined(separator: "\n")]
  }
}

extension IndexWriter {
  /// Puts the registry's names in the place of the earlier ones, unless they are of the same tables.
  package func keepNames(
    _ names: @autoclosure () -> (names: [StoredName], laws: [StoredLawName]), fingerprint: String
  ) throws(IndexError) {
    try IndexConnection.guarded(path) {
      try queue.write { db in
        let kept = try String.fetchOne(
          db, sql: "SELECT value FROM meta WHERE key = 'registryNames'")
        guard kept != fingerprint else { return }
        let (names, laws) = names()
        try db.execute(sql: "DELETE FROM registryName; DELETE FROM lawName")
        let insertName = try db.cachedStatement(
          sql: "INSERT INTO registryName (kind, key, name, value) VALUES (?, ?, ?, ?)")
        for name in names {
          try insertName.execute(
            arguments: StatementArguments(name.columns(folding: folding)))
        }
        let insertLaw = try db.cachedStatement(
          sql: "INSERT OR IGNORE INTO lawName (lawId, title, number, short) VALUES (?, ?, ?, ?)")
        for law in laws {
          try insertLaw.execute(arguments: [law.lawID.rawValue, law.title, law.number, law.short])
        }
        try db.execute(
          sql: "INSERT OR REPLACE INTO meta (key, value) VALUES ('registryNames', ?)",
          arguments: [fingerprint])
      }
    }
  }
}
