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
    name: "Benchmarks",
    dependencies: [
        .package(name: "briefctl", path: ".."),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .executableTarget(
            name: "benchmark-language",
            dependencies: [
                .product(name: "Treebanks", package: "briefctl"),
                .product(name: "Language", package: "briefctl"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "evaluate-findings",
            dependencies: [
                .product(name: "Records", package: "briefctl"),
                .product(name: "Language", package: "briefctl"),
                .product(name: "Corpus", package: "briefctl"),
                .product(name: "Extraction", package: "briefctl"),
                .product(name: "Findings", package: "briefctl"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "evaluate-times",
            dependencies: [
                .product(name: "Records", package: "briefctl"),
                .product(name: "Language", package: "briefctl"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "evaluate-corpus",
            dependencies: [
                .product(name: "Records", package: "briefctl"),
                .product(name: "Corpus", package: "briefctl"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "benchmark-findings",
            dependencies: [
                .product(name: "Records", package: "briefctl"),
                .product(name: "Findings", package: "briefctl"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "benchmark-workbook",
            dependencies: ["MadeCells", .product(name: "Briefing", package: "briefctl")],
            swiftSettings: strict
        ),
        .target(name: "MadeCells"),
        .executableTarget(
            name: "plain-workbook",
            dependencies: ["MadeCells"],
            linkerSettings: [.linkedLibrary("xlsxwriter")]
        ),
        .executableTarget(
            name: "benchmark-cron",
            dependencies: [.product(name: "Scheduler", package: "briefctl")],
            swiftSettings: strict
        ),
        .executableTarget(name: "benchmark-workspace", swiftSettings: strict),
        .executableTarget(
            name: "benchmark-ledger",
            dependencies: [.product(name: "Ledger", package: "briefctl")],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)

// Only where every module is compiled for libFuzzer, as `make fuzz` does.
if Context.environment["FUZZ"] != nil {
    package.targets += [
        .target(name: "Fuzzing", swiftSettings: strict),
        .executableTarget(
            name: "fuzz-language",
            dependencies: [
                "Fuzzing",
                .product(name: "Records", package: "briefctl"),
                .product(name: "Language", package: "briefctl"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "fuzz-corpus",
            dependencies: [
                "Fuzzing",
                .product(name: "Records", package: "briefctl"),
                .product(name: "Corpus", package: "briefctl"),
            ],
            swiftSettings: strict
        ),
    ]
}
