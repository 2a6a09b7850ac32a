/// One parser, given bytes that may be anything.
///
/// A target passes where it returns. It fails by trapping: in the parser, or by a `precondition` of
/// its own on what must hold of every result.
protocol FuzzTarget: Sendable {
  /// The name on the command line.
  static var name: String { get }
  /// What is tried, in a line.
  static var summary: String { get }
  /// The endings of the files that make good seeds, without the dot.
  static var seeds: [String] { get }

  /// The longest input that is tried, in bytes.
  ///
  /// What a grammar gets wrong it gets wrong in a few lines, and short inputs are tried many times faster;
  /// how its time grows is for `tools/operation/growth`.
  static var longest: Int { get }

  /// Makes what every run needs: tables, registries.
  init()

  /// Parses one input.
  func run(_ bytes: [UInt8])
}

extension FuzzTarget {
  static var longest: Int { 262_144 }
}

/// All targets; a new one is a file in `Targets/` and a line here.
let fuzzTargets: [any FuzzTarget.Type] = [
  ArchiveTarget.self, BoxesTarget.self, DatesTarget.self, DOCXTarget.self, EncodingTarget.self,
  HTMLTarget.self, LawMarkdownTarget.self, LawsTarget.self, LawXMLTarget.self, LinksTarget.self,
  MarkdownTarget.self, PPTXTarget.self, QueryTarget.self, RegistryTarget.self,
  SearchKeyTarget.self, TextTarget.self, XLSXTarget.self,
]
