import CZlib

/// What a reader refuses, so that a small file can't fill the memory.
package struct ZipLimits: Sendable {
  /// The most entries an archive may list.
  package var entries: Int
  /// The most bytes one entry may unpack to.
  package var entryBytes: Int
  /// The most bytes all entries together may unpack to.
  package var totalBytes: Int
  /// The most times its packed size an entry may unpack to, counted above 1 MiB.
  package var ratio: Int

  package init(
    entries: Int = 65_535, entryBytes: Int = 256 << 20, totalBytes: Int = 16 << 30,
    ratio: Int = 200
  ) {
    self.entries = entries
    self.entryBytes = entryBytes
    self.totalBytes = totalBytes
    self.ratio = ratio
  }
}

/// Reads a zip archive held in memory: the central directory first, entries on request.
///
/// Stored and deflated entries, zip64 records included. See PKWARE APPNOTE 4.3 for the records.
package struct ZipReader: Sendable {
  /// One file of the archive; folders are not listed.
  package struct Entry: Sendable, Hashable {
    /// The path inside the archive, `/` between folders.
    package var name: String
    /// The packed size in bytes.
    package var packedCount: Int
    /// The unpacked size in bytes, as the directory states it.
    package var count: Int
    /// Whether it stands for a symbolic link, its content being the path that it leads to.
    package var isLink: Bool
    let isEncrypted: Bool
    let method: Int
    let checksum: UInt32
    let headerOffset: Int
  }

  private let bytes: [UInt8]
  private let limits: ZipLimits
  /// The files, in the order of the directory.
  package let entries: [Entry]

  /// Reads the directory of an archive and checks every name.
  ///
  /// `decodeName` reads a name that says nothing of its encoding and isn't UTF-8, as those of
  /// Japanese Windows in CP932 are; without it such a name has U+FFFD.
  ///
  /// - Throws: `ZipError` where the directory is damaged, a name is unsafe or a limit is passed.
  package init(
    _ bytes: [UInt8], limits: ZipLimits = .init(), decodeName: ([UInt8]) -> String? = { _ in nil }
  ) throws(ZipError) {
    self.bytes = bytes
    self.limits = limits
    let directory = try Self.directory(in: bytes)
    guard directory.count <= limits.entries else {
      throw .tooManyEntries(count: directory.count, limit: limits.entries)
    }
    var entries: [Entry] = []
    var cursor = directory.offset
    var total = 0
    for _ in 0..<directory.count {
      let (entry, next) = try Self.entry(in: bytes, at: cursor, decodeName)
      cursor = next
      if entry.name.hasSuffix("/") { continue }
      total += min(entry.count, limits.totalBytes)
      guard total <= limits.totalBytes else {
        throw .tooLarge(entry: entry.name, limit: limits.totalBytes)
      }
      guard Self.isSafe(entry.name) else { throw .unsafeName(entry: entry.name) }
      entries.append(entry)
    }
    self.entries = entries
  }

  /// Returns the unpacked bytes of an entry.
  ///
  /// - Throws: `ZipError` where the data is damaged, encrypted or past a limit.
  package func read(_ entry: Entry) throws(ZipError) -> [UInt8] {
    if entry.isEncrypted { throw .encrypted(entry: entry.name) }
    guard entry.count <= limits.entryBytes else {
      throw .tooLarge(entry: entry.name, limit: limits.entryBytes)
    }
    if entry.count > 1 << 20, entry.count / max(entry.packedCount, 1) > limits.ratio {
      throw .suspiciousRatio(entry: entry.name, limit: limits.ratio)
    }
    let header = entry.headerOffset
    guard bytes.little32(header) == 0x0403_4B50,
      let nameCount = bytes.little16(header + 26), let extraCount = bytes.little16(header + 28)
    else { throw .truncated(entry: entry.name) }
    let start = header + 30 + nameCount + extraCount
    guard start <= bytes.count, entry.packedCount <= bytes.count - start else {
      throw .truncated(entry: entry.name)
    }
    let packed = bytes[start..<(start + entry.packedCount)]
    let unpacked: [UInt8]
    switch entry.method {
    case 0:
      guard packed.count == entry.count else { throw .truncated(entry: entry.name) }
      unpacked = Array(packed)
    case 8: unpacked = try Self.inflate(packed, count: entry.count, name: entry.name)
    default: throw .unsupportedMethod(entry: entry.name, method: entry.method)
    }
    guard zipChecksum(unpacked) == entry.checksum else { throw .badChecksum(entry: entry.name) }
    return unpacked
  }

  /// Returns the offset and number of entries of the central directory (APPNOTE 4.3.14–4.3.16).
  private static func directory(
    in bytes: [UInt8]
  ) throws(ZipError) -> (offset: Int, count: Int) {
    // The record stands at the end, before a comment of at most 65,535 bytes.
    var end = bytes.count - 22
    let first = max(0, end - 65_535)
    while end >= first, bytes.little32(end) != 0x0605_4B50 { end -= 1 }
    guard end >= first, end >= 0, let count = bytes.little16(end + 10),
      let offset = bytes.little32(end + 16)
    else { throw .notAnArchive }
    guard count == 0xFFFF || offset == 0xFFFF_FFFF else { return (Int(offset), count) }
    guard bytes.little32(end - 20) == 0x0706_4B50, let record = bytes.little64(end - 12),
      bytes.little32(record) == 0x0606_4B50, let count64 = bytes.little64(record + 32),
      let offset64 = bytes.little64(record + 48)
    else { throw .truncated(entry: nil) }
    return (offset64, count64)
  }

  /// Returns the directory entry at an offset and the offset of the next (APPNOTE 4.3.12).
  private static func entry(
    in bytes: [UInt8], at offset: Int, _ decodeName: ([UInt8]) -> String?
  ) throws(ZipError) -> (Entry, next: Int) {
    guard bytes.little32(offset) == 0x0201_4B50, let flags = bytes.little16(offset + 8),
      let method = bytes.little16(offset + 10), let checksum = bytes.little32(offset + 16),
      let packed32 = bytes.little32(offset + 20), let count32 = bytes.little32(offset + 24),
      let nameCount = bytes.little16(offset + 28), let extraCount = bytes.little16(offset + 30),
      let commentCount = bytes.little16(offset + 32), let mode = bytes.little16(offset + 40),
      let header32 = bytes.little32(offset + 42),
      offset + 46 + nameCount + extraCount + commentCount <= bytes.count
    else { throw .truncated(entry: nil) }
    let nameBytes = Array(bytes[(offset + 46)..<(offset + 46 + nameCount)])
    var name =
      String(validating: nameBytes, as: UTF8.self)
      ?? (flags & 0x0800 == 0 ? decodeName(nameBytes) : nil)
      ?? String(decoding: nameBytes, as: UTF8.self)
    var sizes = [Int(count32), Int(packed32), Int(header32)]
    var extra = offset + 46 + nameCount
    let extraEnd = extra + extraCount
    while extra + 4 <= extraEnd, let id = bytes.little16(extra),
      let size = bytes.little16(extra + 2)
    {
      // Zip64: each 32-bit field that is all ones stands here, in this order, in 64 bits.
      if id == 0x0001 {
        var cursor = extra + 4
        for index in 0..<3 where sizes[index] == 0xFFFF_FFFF {
          guard let wide = bytes.little64(cursor) else { throw .truncated(entry: name) }
          sizes[index] = wide
          cursor += 8
        }
      }
      // The name in UTF-8, behind a version and a checksum (APPNOTE 4.6.9).
      if id == 0x7075, size > 5, extra + 4 + size <= extraEnd,
        let unicode = String(validating: bytes[(extra + 9)..<(extra + 4 + size)], as: UTF8.self)
      {
        name = unicode
      }
      extra += 4 + size
    }
    // Older programs on Windows part folders so.
    if !name.contains("/") { name = name.replacing("\\", with: "/") }
    let entry = Entry(
      name: name, packedCount: sizes[1], count: sizes[0], isLink: mode & 0xF000 == 0xA000,
      isEncrypted: flags & 1 != 0, method: method, checksum: checksum, headerOffset: sizes[2])
    return (entry, offset + 46 + nameCount + extraCount + commentCount)
  }

  /// Returns whether a name stays inside the folder it is unpacked to.
  private static func isSafe(_ name: String) -> Bool {
    if name.isEmpty || name.hasPrefix("/") || name.contains("\\") || name.contains("\0") {
      return false
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return !parts.contains("..") && !parts[0].hasSuffix(":")
  }

  /// Unpacks raw deflate data that must give exactly `count` bytes.
  private static func inflate(
    _ packed: ArraySlice<UInt8>, count: Int, name: String
  ) throws(ZipError) -> [UInt8] {
    var stream = z_stream()
    guard czlib_inflate_start(&stream) == Z_OK else { throw .truncated(entry: name) }
    defer { inflateEnd(&stream) }
    // One byte more than stated, so that an entry that lies about its size is noticed.
    var status = Z_OK
    let unpacked = [UInt8](unsafeUninitializedCapacity: count + 1) { output, made in
      packed.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(count + 1)
        status = CZlib.inflate(&stream, Z_FINISH)
        made = count + 1 - Int(stream.avail_out)
      }
    }
    guard status == Z_STREAM_END, unpacked.count == count else { throw .truncated(entry: name) }
    return unpacked
  }
}

/// Returns the CRC-32 of bytes as zip records it.
func zipChecksum(_ bytes: [UInt8]) -> UInt32 {
  bytes.withUnsafeBufferPointer { UInt32(crc32(0, $0.baseAddress, UInt32($0.count))) }
}

extension [UInt8] {
  fileprivate func little(_ offset: Int, count: Int) -> UInt64? {
    guard offset >= 0, offset <= self.count - count else { return nil }
    var value: UInt64 = 0
    for index in stride(from: count - 1, through: 0, by: -1) {
      value = value << 8 | UInt64(self[offset + index])
    }
    return value
  }

  fileprivate func little16(_ offset: Int) -> Int? { little(offset, count: 2).map(Int.init) }

  fileprivate func little32(_ offset: Int) -> UInt32? {
    little(offset, count: 4).map(UInt32.init)
  }

  fileprivate func little64(_ offset: Int) -> Int? {
    little(offset, count: 8).flatMap { Int(exactly: $0) }
  }
}
