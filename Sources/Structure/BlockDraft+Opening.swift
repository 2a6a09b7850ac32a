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

  /// The form of a heading that opens like this and whose rank nothing else gives.
  var headingMark: BlockDraft.HeadingMark {
    switch kind {
    case .label(let label): .number(label)
    case .bracketedTitle: .form(.bracket)
    case .words, .bullet, .note, .address: .form(.words)
    }
  }
}

extension LineRole.Mark {
  /// The block that a line with this mark begins.
  var kind: BlockKind {
    switch self {
    case .title, .heading: .heading
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
