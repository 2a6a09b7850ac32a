// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "shirube",
  products: [
    .executable(name: "shirube", targets: ["shirube"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    // MARK: Archive

    .target(name: "Archive", dependencies: ["CZlib"], swiftSettings: settings),
    .testTarget(
      name: "ArchiveTests", dependencies: ["Archive", "TestSupport"], swiftSettings: settings),

    // MARK: Citations

    .target(
      name: "Citations", dependencies: ["Archive", "DocumentModel"], swiftSettings: settings),
    .testTarget(
      name: "CitationsTests",
      dependencies: ["Archive", "Citations", "DocumentModel", "TestSupport"],
      swiftSettings: settings),

    // MARK: CICU

    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),

    // MARK: CLibXML2

    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

    // MARK: CommandTests (the whole binary)

    .testTarget(
      name: "CommandTests", dependencies: ["Archive", "DocumentModel", "TestSupport", "shirube"],
      swiftSettings: settings),

    // MARK: Comparison

    .target(name: "Comparison", dependencies: ["DocumentModel"], swiftSettings: settings),
    .testTarget(
      name: "ComparisonTests", dependencies: ["Comparison", "DocumentModel", "TestSupport"],
      swiftSettings: settings),

    // MARK: CorpusTests (whole documents)

    .testTarget(
      name: "CorpusTests",
      dependencies: [
        "DocumentModel", "PassageIndex", "Pillars", "QueryGrammar", "Registry", "TestSupport",
        "TextNormalization", "Workbench",
      ],
      swiftSettings: settings),

    // MARK: CXML

    .target(name: "CXML", dependencies: ["CLibXML2"]),

    // MARK: CZlib

    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

    // MARK: DocumentModel

    .target(name: "DocumentModel", swiftSettings: settings),
    .testTarget(
      name: "DocumentModelTests", dependencies: ["DocumentModel", "TestSupport"],
      swiftSettings: settings),

    // MARK: Linking

    .target(
      name: "Linking", dependencies: ["DocumentModel", "Registry", "TextNormalization"],
      swiftSettings: settings),
    .testTarget(
      name: "LinkingTests", dependencies: ["DocumentModel", "Linking", "Registry", "TestSupport"],
      swiftSettings: settings),

    // MARK: PassageIndex

    .target(
      name: "PassageIndex",
      dependencies: [
        "DocumentModel", "TextNormalization", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PassageIndexTests",
      dependencies: [
        "DocumentModel", "PassageIndex", "QueryGrammar", "TestSupport", "TextNormalization",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),

    // MARK: Pillars

    .target(name: "Pillars", dependencies: ["DocumentModel", "Registry"], swiftSettings: settings),
    .testTarget(
      name: "PillarsTests", dependencies: ["DocumentModel", "Pillars", "Registry", "TestSupport"],
      swiftSettings: settings),

    // MARK: QueryGrammar

    .target(
      name: "QueryGrammar", dependencies: ["DocumentModel", "TextNormalization"],
      swiftSettings: settings),
    .testTarget(
      name: "QueryGrammarTests", dependencies: ["DocumentModel", "QueryGrammar", "TestSupport"],
      swiftSettings: settings),

    // MARK: Readers

    .target(
      name: "Readers", dependencies: ["Archive", "CXML", "DocumentModel", "TextNormalization"],
      swiftSettings: settings),
    .testTarget(
      name: "ReadersTests", dependencies: ["Archive", "DocumentModel", "Readers", "TestSupport"],
      swiftSettings: settings),

    // MARK: Registry

    .target(name: "Registry", dependencies: ["DocumentModel"], swiftSettings: settings),
    .testTarget(
      name: "RegistryTests", dependencies: ["DocumentModel", "Registry", "TestSupport"],
      swiftSettings: settings),

    // MARK: shirube (command line)

    .executableTarget(
      name: "shirube",
      dependencies: [
        "Citations", "DocumentModel", "PassageIndex", "Registry", "Verification", "Workbench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),

    // MARK: Structure

    .target(name: "Structure", dependencies: ["DocumentModel"], swiftSettings: settings),
    .testTarget(
      name: "StructureTests",
      dependencies: ["DocumentModel", "Structure", "TestSupport"],
      swiftSettings: settings),

    // MARK: TestSupport

    .target(
      name: "TestSupport", dependencies: ["DocumentModel", "Registry"], path: "Tests/TestSupport",
      swiftSettings: settings),

    // MARK: TextNormalization

    .target(
      name: "TextNormalization", dependencies: ["CICU", "DocumentModel"], swiftSettings: settings),
    .testTarget(
      name: "TextNormalizationTests",
      dependencies: ["DocumentModel", "TestSupport", "TextNormalization"],
      swiftSettings: settings),

    // MARK: Tracing

    .target(name: "Tracing", dependencies: ["DocumentModel"], swiftSettings: settings),
    .testTarget(
      name: "TracingTests", dependencies: ["DocumentModel", "TestSupport", "Tracing"],
      swiftSettings: settings),

    // MARK: Verification

    .target(
      name: "Verification", dependencies: ["DocumentModel", "TextNormalization"],
      swiftSettings: settings),
    .testTarget(
      name: "VerificationTests",
      dependencies: [
        "DocumentModel", "Structure", "TestSupport", "TextNormalization", "Verification",
      ],
      swiftSettings: settings),

    // MARK: Workbench

    .target(
      name: "Workbench",
      dependencies: [
        "Archive", "Citations", "Comparison", "DocumentModel", "Linking", "PassageIndex", "Pillars",
        "QueryGrammar",
        "Readers", "Registry", "Structure", "TextNormalization", "Tracing", "Verification",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "Archive", "Citations", "DocumentModel", "PassageIndex", "Registry", "TestSupport",
        "Verification", "Workbench",
      ],
      exclude: ["Snapshots"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
