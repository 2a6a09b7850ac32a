// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

// The stages are the product's own folders, linked in: one package, so that `package` access works.
let package = Package(
  name: "benchmark",
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0")
  ],
  targets: [
    // MARK: benchmark

    .executableTarget(
      name: "benchmark",
      dependencies: [
        "DocumentModel", "Linking", "Pillars", "Readers", "Registry", "Structure",
        "TextNormalization",
      ],
      swiftSettings: settings),

    // MARK: search-index (driven by search/search)

    .executableTarget(
      name: "search-index",
      dependencies: [
        "DocumentModel", "PassageIndex", "QueryGrammar", "TextNormalization",
      ],
      swiftSettings: settings),

    // MARK: Stages

    .target(name: "Archive", dependencies: ["CZlib"], swiftSettings: settings),
    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CXML", dependencies: ["CLibXML2"]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "DocumentModel", swiftSettings: settings),
    .target(
      name: "Linking", dependencies: ["DocumentModel", "Registry", "TextNormalization"],
      swiftSettings: settings),
    .target(
      name: "PassageIndex",
      dependencies: [
        "DocumentModel", "TextNormalization", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(name: "Pillars", dependencies: ["DocumentModel", "Registry"], swiftSettings: settings),
    .target(
      name: "QueryGrammar", dependencies: ["DocumentModel", "TextNormalization"],
      swiftSettings: settings),
    .target(
      name: "Readers", dependencies: ["Archive", "CXML", "DocumentModel", "TextNormalization"],
      swiftSettings: settings),
    .target(name: "Registry", dependencies: ["DocumentModel"], swiftSettings: settings),
    .target(name: "Structure", dependencies: ["DocumentModel"], swiftSettings: settings),
    .target(
      name: "TextNormalization", dependencies: ["CICU", "DocumentModel"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
