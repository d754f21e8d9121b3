public import Diagnostics

/// A workspace: the folder that holds a `briefing.yml`.
public struct WorkFolder: Hashable, Sendable {
    /// The name of the file that makes a folder a workspace.
    public static let fileName = "briefing.yml"

    /// The folder’s absolute path, without “/” at its end but for the root of the machine.
    public let root: String
    /// How the folder is called in diagnostics: empty, or a path from where the person stands.
    public let shownAs: String

    /// Makes a workspace of a folder.
    ///
    /// - Parameters:
    ///   - root: The folder’s absolute path.
    ///   - shownAs: How it is called in diagnostics; empty when the person stands in it.
    public init(root: String, shownAs: String = "") {
        self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
        self.shownAs = shownAs
    }

    /// Finds the workspace that a folder lies in: the folder itself, or the nearest one above it.
    ///
    /// - Parameters:
    ///   - start: The absolute path of the folder where the person stands.
    ///   - files: The files of the machine.
    /// - Throws: A diagnostic when there is none.
    public init(around start: String, files: some WorkFiles) throws(Diagnostic) {
        var parts = start.split(separator: "/")
        var climbed = 0
        while true {
            let folder = Self(
                root: "/" + parts.joined(separator: "/"),
                shownAs: Array(repeating: "..", count: climbed).joined(separator: "/")
            )
            if files.kind(at: folder.path(Self.fileName)) == .file {
                self = folder
                return
            }
            if parts.popLast() == nil { break }
            climbed += 1
        }
        let near = files.names(in: start).sorted().first {
            ["briefing.yaml", "briefings.yml", "briefing.yml.txt"].contains($0.lowercased())
        }
        throw Diagnostic(
            .error,
            code: "no-workspace",
            at: Place(start),
            "there is no ‘\(Self.fileName)’ in this folder or above it",
            mend: near.map { "rename ‘\($0)’ to ‘\(Self.fileName)’" }
                ?? "run ‘briefctl init’ here, or go to a folder that has one"
        )
    }

    /// The absolute path of something in the workspace; an absolute path stays as it is.
    public func path(_ relative: String) -> String {
        if relative.hasPrefix("/") { return relative }
        if relative.isEmpty { return root }
        return root == "/" ? "/" + relative : root + "/" + relative
    }

    /// The path of something counted from the workspace; what lies outside keeps its absolute path.
    public func relative(_ path: String) -> String {
        let start = root.hasSuffix("/") ? root : root + "/"
        guard path.utf8.starts(with: start.utf8) else { return path }
        return String(Substring(path.utf8.dropFirst(start.utf8.count)))
    }

    /// How something in the workspace is called in diagnostics.
    public func shown(_ relative: String) -> String {
        shownAs.isEmpty || relative.hasPrefix("/") ? relative : shownAs + "/" + relative
    }

    /// Reads and checks the configuration: the settings, and that the files they name are there.
    ///
    /// - Parameter files: The files of the machine.
    /// - Returns: The configuration, with nothing left to check.
    /// - Throws: All that is wrong with it at once.
    public func configuration(files: some WorkFiles) throws(WorkspaceError) -> Configuration {
        var reader = ConfigurationReader(folder: self, files: files)
        do throws(Diagnostic) {
            let bytes = try files.bytes(of: path(Self.fileName))
            let tree = try SettingTree(bytes, path: shown(Self.fileName))
            if let configuration = reader.configuration(tree) { return configuration }
        } catch {
            throw WorkspaceError(diagnostics: [error])
        }
        throw WorkspaceError(diagnostics: reader.settings.inOrder)
    }
}

/// All that is wrong with a file of a workspace.
public struct WorkspaceError: Error, Hashable, Sendable {
    /// What is wrong, in the order of the file; never empty.
    public var diagnostics: [Diagnostic]

    /// Makes an error of all that is wrong.
    public init(diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
