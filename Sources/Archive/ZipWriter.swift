import CZlib

/// Writes a zip archive that is byte for byte the same for the same entries.
///
/// Every entry carries the same date (1980-01-01, the earliest that zip knows) and no extra fields,
/// so that neither the clock nor the machine shows in the file.
package struct ZipWriter: Sendable {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// Adds a file under its path in the archive, deflated.
  ///
  /// It is a programmer error to add more than 65,535 files or 4 GiB.
  package mutating func add(_ name: String, _ content: [UInt8]) {
    let packed = Self.deflate(content)
    let nameBytes = Array(name.utf8)
    // Version 2.0, UTF-8 names (flag bit 11), deflated, time 00:00, 1980-01-01.
    var common: [UInt8] = []
    common.append16(20)
    common.append16(0x0800)
    common.append16(8)
    common.append16(0)
    common.append16(0x0021)
    common.append32(zipChecksum(content))
    common.append32(UInt32(packed.count))
    common.append32(UInt32(content.count))
    common.append16(UInt16(nameBytes.count))
    common.append16(0)

    let offset = UInt32(bytes.count)
    bytes.append32(0x0403_4B50)
    bytes += common + nameBytes + packed

    directory.append32(0x0201_4B50)
    directory.append16(20)
    directory += common
    // No comment, disk 0, no attributes.
    directory += [UInt8](repeating: 0, count: 10)
    directory.append32(offset)
    directory += nameBytes
    count += 1
  }

  /// Returns the finished archive.
  package consuming func finish() -> [UInt8] {
    let offset = UInt32(bytes.count)
    bytes += directory
    bytes.append32(0x0605_4B50)
    bytes.append32(0)
    bytes.append16(UInt16(count))
    bytes.append16(UInt16(count))
    bytes.append32(UInt32(directory.count))
    bytes.append32(offset)
    bytes.append16(0)
    return bytes
  }

  private static func deflate(_ content: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let started = czlib_deflate_start(&stream)
    precondition(started == Z_OK, "zlib can't start a stream: out of memory")
    defer { deflateEnd(&stream) }
    let capacity = Int(deflateBound(&stream, UInt(content.count)))
    return [UInt8](unsafeUninitializedCapacity: capacity) { output, made in
      content.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(capacity)
        let status = CZlib.deflate(&stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "deflateBound gives room for all")
        made = capacity - Int(stream.avail_out)
      }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append16(_ value: UInt16) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  fileprivate mutating func append32(_ value: UInt32) {
    append16(UInt16(truncatingIfNeeded: value))
    append16(UInt16(truncatingIfNeeded: value >> 16))
  }
}
