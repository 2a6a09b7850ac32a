package import DocumentModel

/// How files are taken in.
package struct IngestOptions: Sendable {
  /// How many documents are analysed at the same time.
  package var jobs: Int
  /// Whether files whose bytes haven't changed are analysed again.
  package var analysesUnchanged = false
  /// Whether the index is made anew from the paths given, and holds nothing else; without paths from
  /// the sources that the index keeps.
  package var rebuilds = false
  /// Whether documents whose files are gone from the folders given are taken out of the index.
  package var prunes = false
  /// The encoding of plain text, where the user names it; else it is found.
  package var encoding: TextEncoding?
  /// The path of a list of the files with what is known of each.
  package var manifest: String?
  /// Whether pages of PDF files without text are read by OCR.
  package var recognizes = false
  /// What is taken of one document at most.
  package var limits = DocumentLimits()

  package init(jobs: Int = 2) { self.jobs = max(1, jobs) }
}

/// What is taken of one document at most; a file beyond is refused with a message.
package struct DocumentLimits: Sendable, Equatable {
  /// The largest file, in bytes; of an archive each file in it.
  package var bytes = 200_000_000
  /// The longest time for reading and analysing, in seconds.
  package var seconds = 300.0
  /// The most lines of text, and a quarter of the most places that may be a mention or a repair.
  ///
  /// A white paper of 2,000 pages has some 100,000 lines and fewer mentions.
  package var parts = 500_000

  package init() {}

  /// The limit of seconds as it is told: a whole number without a point.
  package var secondsAsText: String {
    seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
  }

  /// The largest limit of seconds: a day.
  package static let longest = 86_400.0

  /// The largest limit of bytes: SQLite takes 1,000,000,000 bytes as one row at most, and a document's
  /// row holds its source and its citable text.
  package static let storable = 450_000_000
}
