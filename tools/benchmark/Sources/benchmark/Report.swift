import FoundationEssentials

/// The figures of a run as a table, as CSV and as a summary.
struct Report {
  var measurements: [Measurement] = []

  static let header = """
    | benchmark | variant | documents | MB | seconds | MB/s | results |
    |---|---|---:|---:|---:|---:|---:|
    """

  static func row(_ m: Measurement) -> String {
    let cells = [
      m.benchmark, m.variant, "\(m.documents)", fixed(Double(m.bytes) / 1e6, 2),
      fixed(m.seconds, 3), fixed(m.rate, 1), "\(m.results)",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  var csv: String {
    "benchmark,variant,documents,bytes,seconds,mb_per_second,results\n"
      + measurements.map { m in
        "\(m.benchmark),\"\(m.variant)\",\(m.documents),\(m.bytes),\(Self.fixed(m.seconds, 6)),"
          + "\(Self.fixed(m.rate, 3)),\(m.results)\n"
      }.joined()
  }

  /// Writes `results.csv` and `summary.md`; file names are told without their folders.
  func write(to folder: String, options: Options) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let names = options.paths.map { String($0.split(separator: "/").last ?? "") }
    let sizes = options.sizes.map(String.init).joined(separator: ",")
    let titles = options.lawTitles.map { _ in " --law-titles laws.csv" } ?? ""
    let summary = """
      # Run

      - Machine: \(Machine.description)
      - Swift: \(Machine.swift), release build
      - Command: `benchmark --sizes \(sizes)\(titles) \(names.joined(separator: " "))`
      - Seconds are processor time of one thread, the least of the repetitions (5 up to 1 MB, 3 up
        to 10 MB, else 1); reading, normalizing and segmenting are outside them. MB are 10⁶ bytes
        of citable text.

      \(Self.header)
      \(measurements.map(Self.row).joined(separator: "\n"))

      """
    try Data(csv.utf8).write(to: URL(filePath: folder + "/results.csv"))
    try Data(summary.utf8).write(to: URL(filePath: folder + "/summary.md"))
  }

  /// Formats a number with a number of decimals.
  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((value * Double(scale)).rounded())
    guard decimals > 0 else { return "\(scaled)" }
    let fraction = String(scaled % scale)
    return "\(scaled / scale)." + String(repeating: "0", count: decimals - fraction.count)
      + fraction
  }
}

/// What a kept run tells of the machine: no names, no paths.
enum Machine {
  static var description: String {
    let info = (try? String(contentsOf: URL(filePath: "/proc/cpuinfo"), encoding: .utf8)) ?? ""
    func field(_ name: String) -> String? {
      let line = info.split(separator: "\n").first { $0.hasPrefix(name) }
      return line?.split(separator: ":").last.map { String($0.drop { $0 == " " }) }
    }
    let cores = info.split(separator: "\n").count { $0.hasPrefix("processor") }
    let model = field("model name") ?? "unknown processor"
    return "\(cores) cores, \(model), family \(field("cpu family") ?? "unknown")"
  }

  static var swift: String {
    #if compiler(>=6.4)
      "later than 6.3"
    #elseif compiler(>=6.3.1)
      "6.3.1 or later in 6.3"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "before 6.3"
    #endif
  }
}
