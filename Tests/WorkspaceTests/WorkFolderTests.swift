import Diagnostics
import Foundation
import Testing
import Workspace

struct WorkFolderTests {
    private static let settings = "/home/kei/asia/briefing.yml"

    @Test(arguments: [
        ("/home/kei/asia", ""), ("/home/kei/asia/", ""), ("/home/kei/asia/corpus", ".."),
        ("/home/kei/asia/corpus/2024/07", "../../.."),
    ])
    func `a workspace is found from any folder below it`(start: String, shown: String) throws {
        let files = MemoryFiles([Self.settings: "", "/home/kei/asia/corpus/2024/07/": ""])
        let folder = try WorkFolder(around: start, files: files)
        #expect(folder == WorkFolder(root: "/home/kei/asia", shownAs: shown))
    }

    @Test
    func `the nearest workspace counts, and the root of the machine can be one`() throws {
        let files = MemoryFiles(["/briefing.yml": "", "/a/briefing.yml": "", "/a/b/": ""])
        #expect(try WorkFolder(around: "/a/b", files: files).root == "/a")
        #expect(try WorkFolder(around: "/c", files: files).path("corpus") == "/corpus")
    }

    @Test
    func `messages name the file from where the person stands`() throws {
        let files = MemoryFiles([Self.settings: "brief: []", "/home/kei/asia/corpus/": ""])
        let folder = try WorkFolder(around: "/home/kei/asia/corpus", files: files)
        let error = #expect(throws: WorkspaceError.self) { try folder.configuration(files: files) }
        #expect(error?.diagnostics.first?.place == Place("../briefing.yml", line: 1, column: 1))
    }

    @Test(arguments: [
        ("/x/corpus/a.txt", "run ‘briefctl init’ here, or go to a folder that has one"),
        ("/x/briefing.yaml", "rename ‘briefing.yaml’ to ‘briefing.yml’"),
    ])
    func `a folder without a workspace is told`(file: String, mend: String) {
        let error = #expect(throws: Diagnostic.self) {
            try WorkFolder(around: "/x", files: MemoryFiles([file: ""]))
        }
        #expect(
            error?.description
                == "/x: error: there is no ‘briefing.yml’ in this folder or above it "
                + "[no-workspace]\n  try: \(mend)"
        )
    }

    @Test
    func `a new workspace has all parts, and its settings are exactly the defaults`() throws {
        let files = MemoryFiles()
        let folder = WorkFolder(root: "/w/")
        let parts = try folder.make(files: files)
        #expect(
            parts.map(\.path) == [
                "corpus/", "briefings/", "Templates/", ".briefctl/", ".briefctl/.gitignore",
                "Templates/README.md", "briefing.yml",
            ]
        )
        #expect(parts.allSatisfy { $0.isNew })
        #expect(files.texts["/w/.briefctl/.gitignore"] == "*\n")
        let least = try ConfigurationFixture.read("briefs: [{name: weekly}]")
        #expect(try folder.configuration(files: files) == least)
    }

    @Test
    func `the settings of a new workspace name every setting and every section`() throws {
        let files = MemoryFiles()
        _ = try WorkFolder(root: "/w").make(files: files)
        let text = try #require(files.texts["/w/briefing.yml"])
        let words =
            Section.allCases.map(\.rawValue) + OutputFormat.allCases.map(\.rawValue)
            + OutputPattern.Slot.allCases.map { "{\($0.rawValue)}" }
            + ["day", "week", "month", "all"]
        #expect(words.filter { !text.contains($0) } == [])
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 110 })
    }

    @Test
    func `making a workspace again changes nothing`() throws {
        let files = MemoryFiles(["/w/briefing.yml": "mine", "/w/corpus/a.txt": "x"])
        let folder = WorkFolder(root: "/w")
        let first = try folder.make(files: files)
        #expect(first.filter { !$0.isNew }.map(\.path) == ["corpus/", "briefing.yml"])
        let texts = files.texts
        #expect(try folder.make(files: files).allSatisfy { !$0.isNew })
        #expect(files.texts == texts)
        #expect(texts["/w/briefing.yml"] == "mine")
    }

    @Test
    func `what stands in the way is told`() {
        let files = MemoryFiles(["/w/corpus": "a file"])
        let error = #expect(throws: Diagnostic.self) {
            try WorkFolder(root: "/w").make(files: files)
        }
        #expect(
            error?.description
                == "corpus: error: something stands where a folder of the workspace belongs "
                + "[in-the-way]\n  try: move it away, or make the workspace in another folder"
        )
    }

    @Test
    func `on a disk, a workspace is made, found and read`() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: root) }
        let files = DiskFiles()
        let made = try WorkFolder(root: root.path).make(files: files)
        #expect(made.allSatisfy { $0.isNew })
        let corpus = root.appending(path: "corpus").path
        let folder = try WorkFolder(around: corpus, files: files)
        #expect(try folder.configuration(files: files).briefs.map(\.name) == ["weekly"])
        #expect(throws: Diagnostic.self) {
            try files.create(folder.path("briefing.yml"), bytes: [])
        }
        #expect(try folder.make(files: files).allSatisfy { !$0.isNew })
    }

    @Test(arguments: [
        ("/w", "/w/corpus/a.txt", "corpus/a.txt"), ("/w", "/west/a.txt", "/west/a.txt"),
        ("/", "/corpus/a.txt", "corpus/a.txt"), ("/w/", "/w/a.txt", "a.txt"),
    ])
    func `a path is counted from the workspace, where it lies within`(
        root: String,
        path: String,
        relative: String
    ) {
        #expect(WorkFolder(root: root).relative(path) == relative)
    }
}
