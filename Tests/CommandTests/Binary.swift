import Foundation
import Synchronization
import TestSupport

/// What a run of the program gave.
struct Run {
  var status: Int32
  var output: String
  var errors: String
}

/// The program as it was built beside the tests.
enum Binary {
  static let path: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(filePath: own).deletingLastPathComponent().appending(path: "shirube").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return Places.checkout.appending(path: ".build/debug/shirube").path
  }()

  /// The data folder of the checkout.
  static let data = Places.checkout.appending(path: "corpus").path

  /// Runs the program with arguments, in Japanese and with the checkout's registry unless the
  /// environment says otherwise.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    var all = ProcessInfo.processInfo.environment
    all["SHIRUBE_INDEX"] = nil
    all["LC_ALL"] = "ja_JP.UTF-8"
    all["SHIRUBE_DATA"] = data
    all.merge(environment) { $1 }
    process.environment = all
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    stdin.fileHandleForWriting.write(Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    // Both pipes are emptied at the same time, so that neither fills up and stops the program.
    let errors = Mutex(Data())
    let done = DispatchSemaphore(value: 0)
    let reader = stderr.fileHandleForReading
    Thread.detachNewThread {
      let data = reader.readDataToEndOfFile()
      errors.withLock { $0 = data }
      done.signal()
    }
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    done.wait()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: errors.withLock { String(decoding: $0, as: UTF8.self) })
  }
}

/// A folder that goes with the test.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "shirube-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// A data folder with the checkout's pillars and no names: the program begins five times as fast with it.
  func dataWithoutNames() throws -> String {
    let registry = folder.appending(path: "data/registry")
    try FileManager.default.createDirectory(
      at: registry.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Places.registry, to: registry)
    for table in try FileManager.default.contentsOfDirectory(
      at: registry, includingPropertiesForKeys: nil) where table.pathExtension == "jsonl"
    {
      try Data().write(to: table)
    }
    return path("data")
  }

  /// Writes a file and returns its path; folders on the way are made.
  @discardableResult func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  @discardableResult func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }
}

/// A short paper of our own that names a law, a ministry and dates.
let samplePaper = """
  ---
  title: 港湾機能の維持に関する点検結果
  issuer: 国土交通省
  date: 2025-03-14
  kind: 資料
  licence: CC BY 4.0
  ---

  # 港湾機能の維持に関する点検結果

  ## 1 点検の背景

  国土交通省は、令和6年10月に港湾の荷役設備を点検した。外為法第25条に基づく許可の要否も確かめた。

  ## 2 今後の対応

  - 予備の部品を備蓄する。
  - 備蓄の量は毎年度見直す。
  """
