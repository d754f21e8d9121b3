import Foundation

/// A folder that is gone with the value.
final class TemporaryFolder: Sendable {
    let path: String

    /// Makes a folder; one for very many files in memory, where the system has such a place.
    init(isLarge: Bool = false) throws {
        let memory = URL(filePath: "/dev/shm")
        let place =
            isLarge && access(memory.path, W_OK) == 0
            ? memory : FileManager.default.temporaryDirectory
        path = place.appending(path: "scheduler-tests-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true
        )
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    subscript(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ text: String, to name: String) throws {
        try makeFolder((name as NSString).deletingLastPathComponent)
        try Data(text.utf8).write(to: URL(fileURLWithPath: self[name]))
    }

    /// Makes a file without opening it there.
    ///
    /// A process that another test starts shares all open files for an instant, and so the system may
    /// tell late that a file was closed. A hard link is told once and at once.
    func put(_ name: String) throws {
        let source = path + ".source"
        if access(source, F_OK) != 0 { close(creat(source, 0o644)) }
        defer { unlink(source) }
        try makeFolder((name as NSString).deletingLastPathComponent)
        if link(source, self[name]) != 0 { throw CocoaError(.fileWriteUnknown) }
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: self[name],
            withIntermediateDirectories: true
        )
    }

    func move(_ name: String, to target: String) throws {
        try FileManager.default.moveItem(atPath: self[name], toPath: self[target])
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: self[name]) }

    /// The texts of all files by their relative paths.
    func texts() throws -> [String: String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: path)
        var texts: [String: String] = [:]
        for name in names {
            var isFolder = ObjCBool(false)
            _ = FileManager.default.fileExists(atPath: self[name], isDirectory: &isFolder)
            if !isFolder.boolValue {
                texts[name] = try String(contentsOfFile: self[name], encoding: .utf8)
            }
        }
        return texts
    }

    /// What the system tells of a file.
    func status(_ name: String) -> stat {
        var status = stat()
        _ = stat(self[name], &status)
        return status
    }
}
