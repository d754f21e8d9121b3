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
    dependencies: [.package(name: "briefctl", path: "..")],
    targets: [
        .target(name: "Treebanks", swiftSettings: strict),
        .executableTarget(
            name: "evaluate-language",
            dependencies: ["Treebanks", .product(name: "Language", package: "briefctl")],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "benchmark-language",
            dependencies: ["Treebanks", .product(name: "Language", package: "briefctl")],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "benchmark-ledger",
            dependencies: [.product(name: "Ledger", package: "briefctl")],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
