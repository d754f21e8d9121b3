public import Diagnostics
internal import Foundation

extension WorkFolder {
    /// What making a workspace did for one of its parts.
    public struct Part: Hashable, Sendable {
        /// The path in the workspace; a folder ends in “/”.
        public var path: String
        /// Whether it was made; what was there before stays as it is.
        public var isNew: Bool
    }

    /// Makes a workspace of this folder; what is there already is left alone.
    ///
    /// - Parameter files: The files of the machine.
    /// - Returns: The parts, in the order of their making; none is new where all was there.
    /// - Throws: A diagnostic when a part cannot be made, or something else stands in its place; what
    ///   was made before then stays, and making it again goes on.
    public func make(files: some WorkFiles) throws(Diagnostic) -> [Part] {
        var parts: [Part] = []
        for folder in ["corpus", "briefings", "Templates", Defaults.stateFolder] {
            parts.append(try makeFolder(folder, files: files))
        }
        let state = "\(Defaults.stateFolder)/.gitignore"
        parts.append(try create(state, bytes: Array("*\n".utf8), files: files))
        let note = try Self.shipped("templates.md")
        parts.append(try create("Templates/README.md", bytes: note, files: files))
        // Last: with this file the folder is a workspace, and all that it names is there by then.
        let settings = try Self.shipped(Self.fileName)
        parts.append(try create(Self.fileName, bytes: settings, files: files))
        return parts
    }

    private func makeFolder(_ name: String, files: some WorkFiles) throws(Diagnostic) -> Part {
        switch files.kind(at: path(name)) {
        case .folder: return Part(path: name + "/", isNew: false)
        case .file, .other: throw inTheWay(name, "a folder")
        case nil:
            try files.makeFolder(at: path(name))
            return Part(path: name + "/", isNew: true)
        }
    }

    private func create(
        _ name: String,
        bytes: [UInt8],
        files: some WorkFiles
    ) throws(Diagnostic) -> Part {
        switch files.kind(at: path(name)) {
        case .file: return Part(path: name, isNew: false)
        case .folder, .other: throw inTheWay(name, "a file")
        case nil:
            try files.create(path(name), bytes: bytes)
            return Part(path: name, isNew: true)
        }
    }

    private func inTheWay(_ name: String, _ what: String) -> Diagnostic {
        Diagnostic(
            .error,
            code: "in-the-way",
            at: Place(shown(name)),
            "something stands where \(what) of the workspace belongs",
            mend: "move it away, or make the workspace in another folder"
        )
    }

    private static func shipped(_ name: String) throws(Diagnostic) -> [UInt8] {
        let url = Bundle.module.bundleURL.appending(path: "Resources/\(name)")
        guard let data = try? Data(contentsOf: url) else {
            throw Diagnostic(
                .error,
                code: "missing-resource",
                at: Place("Resources/\(name)"),
                "the package's file cannot be read",
                mend: "install the folders that end in .resources beside the program"
            )
        }
        return [UInt8](data)
    }
}
