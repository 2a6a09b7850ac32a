import DocumentModel

extension LineOpening {
  /// What a line of words that opens like this begins.
  var blockKind: BlockKind {
    switch kind {
    case .note: .note
    case .bullet, .label: .listItem
    case .words, .bracketedTitle, .address: .paragraph
    }
  }

  /// The form of a heading that opens like this, with this code point, and whose rank nothing gives.
  func headingMark(first: UInt32?) -> BlockDraft.HeadingMark {
    switch kind {
    case .label(let label): .number(label)
    case .bracketedTitle: .form(.bracket)
    case .bullet: .form(first.map { BlockDraft.TitleForm(bullet: $0) } ?? .arrow)
    case .words, .note, .address: .form(.words)
    }
  }
}

extension LineRole.Mark {
  /// The block that a line with this mark begins.
  var kind: BlockKind {
    switch self {
    case .title, .slideTitle, .heading: .heading
    case .item: .listItem
    case .row: .table
    case .caption: .caption
    case .note: .note
    case .furniture: .furniture
    case .paragraph, .continuation: .paragraph
    }
  }

  /// Whether the lines that follow without a mark may go on with the block.
  var staysOpen: Bool {
    switch self {
    case .item, .note: true
    default: false
    }
  }
}
