import ArgumentParser
import Workbench

/// How large a file may be, and how many parts its text may have.
struct SizeOptions: ParsableArguments {
  @Option(
    name: .customLong("max-bytes"),
    help: help("一つのファイルの大きさの上限（バイト）", "The largest file that is read, in bytes."))
  var maxBytes = DocumentLimits().bytes

  @Option(
    name: .customLong("max-parts"),
    help: help(
      "一つの文書の行の数の上限（日付や名前らしい箇所、表のセルは、その4倍まで）",
      "The most lines of one document; of dates, articles, names and cells there may be four times as many."
    ))
  var maxParts = DocumentLimits().parts

  func validate() throws {
    if maxBytes < 1 || maxParts < 1 {
      throw ValidationError(
        Console.say(
          "--max-bytes と --max-parts は 0 より大きい数です。",
          "--max-bytes and --max-parts are greater than 0."))
    }
  }

  /// The limits, the time's being the usual one.
  var limits: DocumentLimits {
    var limits = DocumentLimits()
    limits.bytes = maxBytes
    limits.parts = maxParts
    return limits
  }
}
