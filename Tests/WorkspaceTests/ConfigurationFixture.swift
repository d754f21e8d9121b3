import Diagnostics
import Testing
import Workspace

/// A configuration in a workspace that holds `corpus/`, `archive/` and two templates.
struct ConfigurationFixture: Sendable, CustomTestStringConvertible {
    let text: String
    let messages: [String]

    init(_ text: String, _ messages: String...) {
        self.text = text
        self.messages = messages
    }

    var testDescription: String { messages.first ?? text }

    /// What reading gives: the configuration, or all messages.
    static func read(_ text: String) throws(WorkspaceError) -> Configuration {
        let files = MemoryFiles([
            "/w/briefing.yml": text,
            "/w/corpus/": "",
            "/w/archive/old/": "",
            "/w/Templates/brief.md.mustache": "{{title}}",
            "/w/Templates/brief.txt.mustache": "{{title}}",
        ])
        return try WorkFolder(root: "/w").configuration(files: files)
    }

    /// The messages of what is wrong, as a person reads them.
    static func messages(_ text: String) -> [String] {
        do throws(WorkspaceError) {
            _ = try read(text)
            return []
        } catch {
            return error.diagnostics.map(\.description)
        }
    }
}
