/// Tells the caption of a table or a figure by its words, where no style or element does.
enum CaptionWording {
  /// Characters beyond which a line is no caption.
  private static let longest = 80

  /// Whether words begin with 表, 図 or a like name and a number, and are no sentence: 表1-2 用語.
  static func isCaption(_ words: String) -> Bool {
    var scalars = words.unicodeScalars.drop { $0.properties.isWhitespace }
    guard scalars.count <= longest, !scalars.contains("。"),
      let name = names.first(where: { scalars.starts(with: $0.unicodeScalars) })
    else { return false }
    scalars = scalars.dropFirst(name.unicodeScalars.count).drop { $0.properties.isWhitespace }
    guard let first = scalars.first, first.properties.numericType != nil else { return false }
    // 表１を参照: the words go on with a particle, they name no table.
    let title = scalars.drop {
      $0.properties.numericType != nil || separators.contains($0)
    }
    guard let next = title.first else { return true }
    return !(0x3041...0x309F).contains(next.value)
  }

  private static let names = ["図表", "別表", "表", "図", "写真"]
  private static let separators: Set<Unicode.Scalar> = ["-", "－", "‐", "–", "ー", ".", "．", "・"]
}
