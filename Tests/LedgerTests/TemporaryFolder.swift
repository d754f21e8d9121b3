import Foundation

/// A folder that is gone with the value.
final class TemporaryFolder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "ledger-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func file(_ name: String) -> String { url.appending(path: name).path }

    /// The names and bytes of all files.
    func contents() throws -> [String: Data] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).reduce(into: [:]) {
            $0[$1] = try Data(contentsOf: url.appending(path: $1))
        }
    }
}
