import DocumentModel
import TextNormalization

/// The two ways in which a provision is numbered: 第25条第1項 and 第二十五条第一項.
///
/// Laws and papers written downwards have kanji, papers written across Arabic digits. Only numbers
/// with 第 before them are respelled: 二十五条 alone would be found inside 第百二十五条.
struct ProvisionSpellings {
  let folding: SearchFolding

  /// Returns the text with every provision in the other script, or nothing where it names none.
  func alternatives(of text: String) -> [QueryAlternative] {
    let kanji = respelled(text, inKanji: true)
    let arabic = respelled(text, inKanji: false)
    return [kanji, arabic].compactMap { $0 }.map { QueryAlternative($0, kind: .spelling) }
  }

  /// Writes the numbers of all provisions in one script, or nil where none is there.
  private func respelled(_ text: String, inKanji: Bool) -> String? {
    let folded = folding.fold(text)
    let key = folded.scalars
    let utf8 = Array(text.utf8)
    var out: [UInt8] = []
    // Bytes of the text that are written.
    var done = 0
    var i = 0
    var isChanged = false
    while i < key.count {
      guard let end = provisionEnd(in: key, at: i) else {
        i += 1
        continue
      }
      var place = i
      while place < end {
        guard let (value, next) = ProvisionReader.number(in: key, at: place) else {
          place += 1
          continue
        }
        let bytes = folded.ranges[place].lowerBound..<folded.ranges[next - 1].upperBound
        out += utf8[done..<bytes.lowerBound]
        out += Array((inKanji ? KanjiNumeral.text(of: value) : String(value)).utf8)
        done = bytes.upperBound
        isChanged = true
        place = next
      }
      i = end
    }
    guard isChanged else { return nil }
    return String(decoding: out + utf8[done...], as: UTF8.self)
  }

  /// Returns where the provision ends that starts with 第 at a code point.
  private func provisionEnd(in key: [UInt32], at start: Int) -> Int? {
    guard key[start] == 0x7B2C else { return nil }
    return ProvisionReader.provision(in: key, at: start)?.end
  }
}
