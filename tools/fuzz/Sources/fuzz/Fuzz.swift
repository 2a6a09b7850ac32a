import Glibc

/// The target named by `$FUZZ_TARGET`.
private let target: any FuzzTarget = {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let type = fuzzTargets.first(where: { $0.name == name }) else {
    if name == "--list" {
      for type in fuzzTargets {
        let seeds = type.seeds.joined(separator: ",")
        print("\(type.name)\t\(seeds)\t\(type.longest)\t\(type.summary)")
      }
      exit(0)
    }
    print("there is no target “\(name)”")
    exit(2)
  }
  return type.init()
}()

/// What libFuzzer calls before the first input.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutableRawPointer
) -> CInt {
  _ = target
  return 0
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  if PlantedFault.isWanted { PlantedFault.run(input) }
  target.run(input)
  return 0
}
