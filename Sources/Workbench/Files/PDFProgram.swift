import Logging
package import Readers

/// Runs the programs that read PDF files, and notes in the log which they are.
package enum PDFProgram {
  /// Runs one; the version of the first of them is asked for once.
  package static let run: ProcessRunner = { request throws(ProcessFailure) in
    let output = try ChildProcess().run(request)
    let command = ([request.program] + request.arguments).joined(separator: " ")
    log.info(
      "\(command)",
      metadata: [
        "version": "\(version ?? "unknown")", "status": "\(output.status)",
        "bytes": "\(request.input.count)", "printed": "\(output.output.count)",
      ])
    return output
  }

  /// What `pdftotext -v` says of itself, such as 22.12.0; nil where it says nothing.
  package static let version: String? = {
    let request = ProcessRequest(program: PDFReader.program, arguments: ["-v"])
    guard let told = try? ChildProcess().run(request).errors else { return nil }
    return told.split(separator: "\n").first?.split(separator: " ").last.map(String.init)
  }()

  private static let log = Logger(label: "shirube.pdf")
}
