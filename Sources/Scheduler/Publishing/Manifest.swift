internal import Foundation

/// What a publication is about to move, written down before the first file moves.
///
/// From the moment the manifest stands in the stage the publication counts as made: whoever finds it
/// moves what is left.
struct Manifest: Hashable, Codable {
    /// A file in the stage and where it goes.
    struct Entry: Hashable, Codable {
        /// The name in the stage.
        var staged: String
        /// The name in the folder, with “/” between folders.
        var name: String
        /// The size in bytes, by which a file that lost its end is told.
        var size: Int
    }

    /// The name in the stage; no staged file has it, since theirs begin with a number.
    static let fileName = "manifest.json"

    /// The form in which it is written; another one is not read.
    var version = 1
    /// The files, in the order of their moving.
    var files: [Entry]

    init(files: [Entry]) { self.files = files }

    /// Reads the manifest of a stage; nil where there is none that names safe places only.
    init?(in stage: String) {
        let url = URL(fileURLWithPath: "\(stage)/\(Self.fileName)")
        guard let data = try? Data(contentsOf: url),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: data),
            manifest.version == 1,
            manifest.files.allSatisfy({
                $0.name.isPublishable && $0.staged.isPublishable && !$0.staged.contains("/")
            })
        else { return nil }
        self = manifest
    }

    /// Writes the manifest whole or not at all, and puts it to the disk.
    func write(in stage: String) throws(SystemTrouble) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let path = "\(stage)/\(Self.fileName)"
        guard let data = try? encoder.encode(self) else { throw SystemTrouble(path, code: EINVAL) }
        try Disk.create(path + ".part", [UInt8](data))
        try Disk.sync(path + ".part")
        try Disk.move(path + ".part", to: path)
        try Disk.sync(stage)
    }

    /// Whether every file still waits in the stage or already stands in its place.
    func isComplete(stage: String, folder: String) -> Bool {
        files.allSatisfy { entry in
            guard let status = Disk.status("\(stage)/\(entry.staged)") else {
                return Disk.status("\(folder)/\(entry.name)") != nil
            }
            return Int(status.st_size) == entry.size
        }
    }

    /// Moves what still waits, then forgets the manifest and removes the stage.
    ///
    /// The manifest goes only when the disk has the new names, so that this can be cut off at any
    /// point and called again.
    func complete(
        stage: String,
        folder: String,
        step: (PublicationStep) throws(SystemTrouble) -> Void
    ) throws(SystemTrouble) {
        for entry in files {
            try step(.moving(entry.name))
            let staged = "\(stage)/\(entry.staged)"
            guard Disk.status(staged) != nil else { continue }
            try Disk.move(staged, to: Disk.target(of: "\(folder)/\(entry.name)"))
        }
        for target in Set(files.map { Disk.folder(of: Disk.target(of: "\(folder)/\($0.name)")) }) {
            try Disk.sync(target)
        }
        try step(.moved)
        try Self.discard(stage) { () throws(SystemTrouble) in try step(.forgotten) }
    }

    /// Removes a stage, its manifest first: no manifest may outlive what it names.
    static func discard(
        _ stage: String,
        forgotten: () throws(SystemTrouble) -> Void = {}
    ) throws(SystemTrouble) {
        try Disk.remove("\(stage)/\(fileName)")
        try Disk.sync(stage)
        try forgotten()
        try Disk.remove(stage)
    }
}

extension String {
    /// Whether the name stays in its folder and out of the stages.
    var isPublishable: Bool {
        let parts = split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
            && !utf8.contains(0) && !hasPrefix(Publication.stagePrefix)
    }
}
