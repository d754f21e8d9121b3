import Diagnostics
import Foundation
import Testing
import Training

/// The model that is shipped, its manifest and the code belong together.
struct ModelManifestTests {
    private let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Language/Resources/en/model").standardized
    private let values: [String: String]

    init() throws {
        let text = try String(contentsOf: folder.appending(path: "manifest.tsv"), encoding: .utf8)
        let table = try DataTable(text, path: "manifest.tsv", columns: ["key", "value"])
        values = Dictionary(uniqueKeysWithValues: table.rows.map { ($0["key"], $0["value"]) })
    }

    @Test
    func `describe the model's bytes`() throws {
        let model = try Data(contentsOf: folder.appending(path: "english.model"))
        #expect(values["bytes"] == String(model.count))
        #expect(values["checksum"] == ModelManifest.checksum(model))
        #expect(model.count <= 9_000_000)
    }

    @Test
    func `describe what the code would train today`() {
        for (key, value) in ModelManifest.settings {
            #expect(values[key] == value, "train anew with `make model`")
        }
    }
}
