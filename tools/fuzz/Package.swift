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
  name: "fuzz",
  targets: [
    // MARK: fuzz (libFuzzer brings the main function)

    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Archive", "DocumentModel", "Linking", "QueryGrammar", "Readers", "Registry", "Structure",
        "TextNormalization",
      ],
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]),

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
