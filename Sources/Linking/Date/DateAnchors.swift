import DocumentModel

/// The dates that others lean on while a document is read from top to bottom.
struct DateAnchors: Sendable {
  /// A date that was read, with where.
  struct Antecedent: Sendable {
    var date: ResolvedDate
    /// The era it is written in, if it is.
    var era: Int?
    /// The place of its block among those read.
    var block: Int
    /// The place of its table cell, nil outside a table.
    var cell: Int?
    /// Whether it stands at the beginning of its block.
    var isInitial: Bool
  }

  /// The document's own date.
  var document: EDTF?
  /// The last day that the text tells as past, for a document that tells no date of its own.
  var latest: ResolvedDate?
  /// The date last read.
  var last: Antecedent?
  /// The last date that bare months may lean on: no deadline, no decade.
  var lastPlain: Antecedent?
  /// A year that stands as a label over what follows (【2022年】), with its run of blocks.
  var label: (date: ResolvedDate, run: Int)?
  /// The place of the table cell being read, nil outside a table.
  var cell: Int?
  /// The date in the header over that cell.
  var column: ResolvedDate?
  /// The date that labels the table row, told in a row above.
  var rowLabel: ResolvedDate?
  /// The date of what the present section quotes (…（2023年12月21日）抜粋).
  var quoted: ResolvedDate?

  /// The document's date as numbers, months and days as far as it gives them.
  var documentDate: ResolvedDate? {
    guard let document, let interval = document.interval, let first = interval.first else {
      return nil
    }
    let length = document.rawValue.utf8.count
    return ResolvedDate(
      year: first.year, month: length >= 7 ? first.month : nil,
      day: length >= 10 ? first.day : nil)
  }

  /// The date that 本年 and 昨年 count from.
  var present: ResolvedDate? { quoted ?? documentDate ?? latest }
}
