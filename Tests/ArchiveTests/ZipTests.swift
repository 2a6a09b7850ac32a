import Archive
import Foundation
import TestSupport
import Testing

@Suite struct ZipTests {
  private func archive(_ files: [(String, [UInt8])]) -> [UInt8] {
    var writer = ZipWriter()
    for (name, content) in files { writer.add(name, content) }
    return writer.finish()
  }

  @Test func roundTrip() throws {
    let files: [(String, [UInt8])] = [
      ("word/document.xml", Array("経済安全保障".utf8)), ("空", []),
      ("長い", [UInt8](repeating: 0x41, count: 100_000)),
    ]
    let reader = try ZipReader(archive(files))
    #expect(reader.entries.map(\.name) == files.map(\.0))
    for (entry, file) in zip(reader.entries, files) { #expect(try reader.read(entry) == file.1) }
  }

  @Test func sameEntriesSameBytes() {
    let files: [(String, [UInt8])] = [("a", [1, 2, 3]), ("b", Array("守る".utf8))]
    #expect(archive(files) == archive(files))
  }

  @Test func unzipAcceptsIt() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") else { return }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).zip")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(archive([("a.txt", Array("育てる".utf8))])).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-m", "zipfile", "-t", file.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(arguments: ["../x", "a/../../x", "/etc/passwd", "C:/x", "a/b\\c", ""])
  func unsafeName(name: String) {
    #expect(throws: ZipError.unsafeName(entry: name)) {
      try ZipReader(archive([(name, [1])]))
    }
  }

  @Test(arguments: ["..\\x", "\\x", "C:\\x"])
  func unsafeNameOfWindows(name: String) {
    let made = name.replacing("\\", with: "/")
    #expect(throws: ZipError.unsafeName(entry: made)) { try ZipReader(archive([(name, [1])])) }
  }

  @Test func foldersMayBePartedByBackslashes() throws {
    let reader = try ZipReader(archive([("港\\点検.txt", [1])]))
    #expect(reader.entries.map(\.name) == ["港/点検.txt"])
  }

  @Test func oneFlippedByteIsNoticed() throws {
    let sound = archive([("a", Array("保全指定".utf8))])
    for index in 31..<(31 + 8) {
      var damaged = sound
      damaged[index] ^= 0x10
      let reader = try ZipReader(damaged)
      #expect(throws: ZipError.self) { try reader.read(reader.entries[0]) }
    }
  }

  @Test func everyTruncationIsRefused() {
    let sound = archive([("a", Array("保全指定".utf8)), ("b", [1, 2, 3])])
    for count in 0..<sound.count {
      #expect(throws: ZipError.self) { try ZipReader(Array(sound.prefix(count))) }
    }
  }

  @Test func bombIsRefused() throws {
    let bomb = archive([("a", [UInt8](repeating: 0, count: 4 << 20))])
    let reader = try ZipReader(bomb, limits: ZipLimits(ratio: 100))
    #expect(throws: ZipError.suspiciousRatio(entry: "a", limit: 100)) {
      try reader.read(reader.entries[0])
    }
    let small = try ZipReader(bomb, limits: ZipLimits(entryBytes: 1000))
    #expect(throws: ZipError.tooLarge(entry: "a", limit: 1000)) {
      try small.read(small.entries[0])
    }
  }

  @Test func tooManyEntries() {
    let files = archive([("a", []), ("b", [])])
    #expect(throws: ZipError.tooManyEntries(count: 2, limit: 1)) {
      try ZipReader(files, limits: ZipLimits(entries: 1))
    }
  }

  @Test(.enabled(if: Places.shared != nil)) func realWordFile() throws {
    let shared = try #require(Places.shared)
    let bytes = [UInt8](
      try Data(contentsOf: shared.appending(path: "documents/cio-dp2020_01.docx")))
    let reader = try ZipReader(bytes)
    let document = try #require(reader.entries.first { $0.name == "word/document.xml" })
    #expect(try reader.read(document).count == document.count)
  }
}
