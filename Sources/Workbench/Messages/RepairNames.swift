package import DocumentModel

/// What repairs are called for a reader.
package enum RepairNames {
  /// Returns the name of a rule in both languages.
  package static func names(_ rule: RepairRule) -> (ja: String, en: String) {
    switch rule {
    case .byteOrderMark: ("バイト順マークの除去", "byte order mark dropped")
    case .radical: ("部首の符号を漢字に", "radical code point to ideograph")
    case .privateUseBullet: ("外字の箇条記号を置換", "private-use bullet replaced")
    case .lineEnd: ("文中の改行を連結", "line end inside a sentence joined")
    case .letterSpacing: ("字間の空白を除去", "white space inside a spread word dropped")
    case .controlCharacter: ("制御文字を除去", "control character dropped")
    case .lineEndSpace: ("文中の改行を空白に", "line end inside a sentence to a space")
    }
  }
}
