// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "briefctl",
    products: [
        .executable(name: "briefctl", targets: ["briefctl"]),
        .library(name: "Records", targets: ["Records"]),
        .library(name: "Language", targets: ["Language"]),
        .library(name: "Corpus", targets: ["Corpus"]),
        .library(name: "Extraction", targets: ["Extraction"]),
        .library(name: "Findings", targets: ["Findings"]),
        .library(name: "Briefing", targets: ["Briefing", "Records", "Diagnostics"]),
        .library(name: "Ledger", targets: ["Ledger", "Records", "Diagnostics"]),
        .library(name: "Scheduler", targets: ["Scheduler"]),
        .library(name: "Treebanks", targets: ["Treebanks"]),
        .executable(name: "language-model", targets: ["language-model"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.8.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CXLSXWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]
        ),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .target(name: "Diagnostics", swiftSettings: strict),
        .target(
            name: "Records",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict
        ),
        .target(
            name: "Language",
            dependencies: ["Records", "Diagnostics"],
            resources: [.copy("Resources")],
            swiftSettings: strict
        ),
        .target(name: "Treebanks", swiftSettings: strict),
        .target(
            name: "Training",
            dependencies: ["Language", "Treebanks", "Diagnostics"],
            exclude: ["Lexicons"],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "language-model",
            dependencies: ["Training", "Language", "Treebanks"],
            swiftSettings: strict
        ),
        .target(
            name: "Corpus",
            dependencies: ["Records", "Diagnostics", "CGumbo", "CZlib"],
            resources: [.copy("Resources")],
            swiftSettings: strict
        ),
        .target(
            name: "Extraction",
            dependencies: ["Records", "Language", "Diagnostics"],
            resources: [.copy("Resources")],
            swiftSettings: strict
        ),
        .target(
            name: "Findings",
            dependencies: ["Records", "Diagnostics"],
            resources: [.copy("Resources")],
            swiftSettings: strict
        ),
        .target(
            name: "Ledger",
            dependencies: [
                "Records", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Briefing",
            dependencies: [
                "Records", "Diagnostics", "CXLSXWriter", "CZlib",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.copy("../../Templates")],
            swiftSettings: strict
        ),
        .target(
            name: "Workspace",
            dependencies: ["Records", "Diagnostics", "Scheduler", "Yams"],
            resources: [.copy("Resources")],
            swiftSettings: strict
        ),
        .systemLibrary(name: "CStatfs"),
        .target(
            name: "Scheduler",
            dependencies: ["Diagnostics", "CStatfs"],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "briefctl",
            dependencies: [
                "Records", "Diagnostics", "Corpus", "Extraction", "Findings", "Briefing", "Ledger",
                "Workspace", "Scheduler", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
        .testTarget(name: "RecordsTests", dependencies: ["Records"], swiftSettings: strict),
        .testTarget(
            name: "TrainingTests",
            dependencies: ["Training", "Language", "Treebanks", "Diagnostics"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "LanguageTests",
            dependencies: ["Language", "Records", "Diagnostics"],
            exclude: ["Model/Tagged"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CorpusTests",
            dependencies: ["Corpus", "Records", "Diagnostics", "CZlib"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ExtractionTests",
            dependencies: ["Extraction", "Language", "Records", "Diagnostics"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "FindingsTests",
            dependencies: ["Findings", "Records"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Ledger", "Records", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "BriefingTests",
            dependencies: ["Briefing", "Records", "Diagnostics"],
            resources: [.copy("Snapshots")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "WorkspaceTests",
            dependencies: ["Workspace", "Scheduler", "Records", "Diagnostics"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "SchedulerTests",
            dependencies: ["Scheduler", "Diagnostics"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "briefctlTests",
            dependencies: ["briefctl"],
            exclude: ["Transcripts"],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
