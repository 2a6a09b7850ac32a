/// A printer that opens its file with the first result, so that a command that fails before leaves
/// no empty file.
final class LazyPrinter {
  private let output: String?
  private var printer: ResultPrinter?

  init(output: String?) { self.output = output }

  func get() throws -> ResultPrinter {
    if let printer { return printer }
    let opened = try ResultPrinter(output: output)
    printer = opened
    return opened
  }
}
