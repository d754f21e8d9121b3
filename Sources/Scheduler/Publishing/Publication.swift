public import Diagnostics
internal import Foundation

/// A set of files that appear together or not at all.
///
/// The files are first written to a stage, a hidden folder beside their places. Publishing checks them,
/// puts them to the disk, writes down what is to move, and moves each over its destination in one step.
/// So each destination is at every moment either the old file or the new one, whole; and a process that
/// dies halfway leaves a manifest by which ``recover(_:)`` completes the set. A publication that is
/// dropped leaves nothing.
///
/// One process at a time may publish to a folder or recover it: hold a ``RunLock``.
///
/// Source: write-ahead logging; the order of writes and syncs is that of
/// <https://lwn.net/Articles/457667/>.
public struct Publication: ~Copyable {
    /// What the name of every stage begins with.
    static let stagePrefix = ".stage-"

    /// What publishing did.
    public struct Outcome: Hashable, Sendable {
        /// The files that are new or hold other bytes than before, in the order of their staging.
        public var written: [String]
        /// The files that held the same bytes and were not touched.
        public var kept: [String]
    }

    private let folder: String
    private let stage: String
    private var names: [String] = []
    private var isRecorded = false

    /// Opens an empty stage.
    ///
    /// - Parameters:
    ///   - folder: The folder that the files belong to; it is made where it is missing.
    ///   - id: A name for the stage that no other one in the folder has.
    /// - Throws: ``PublicationError`` when the stage cannot be made.
    public init(in folder: String, id: String) throws(PublicationError) {
        let stage = "\(folder)/\(Self.stagePrefix)\(id)"
        guard !id.isEmpty, !id.contains("/"), !id.utf8.contains(0) else { throw .unusableName(id) }
        do throws(SystemTrouble) {
            try Disk.makeFolders(folder)
            guard mkdir(stage, 0o700) == 0 else { throw SystemTrouble(stage) }
        } catch {
            throw PublicationError(error)
        }
        self.folder = folder
        self.stage = stage
    }

    deinit {
        if !isRecorded { try? Manifest.discard(stage) }
    }

    /// Announces a file that someone else writes.
    ///
    /// - Parameter name: The name in the folder; “/” stands between folders, which are made.
    /// - Returns: The path to write to, which ends like the name.
    /// - Throws: ``PublicationError`` when the name leaves the folder or was given before.
    public mutating func path(for name: String) throws(PublicationError) -> String {
        guard name.isPublishable, !names.contains(name) else { throw .unusableName(name) }
        names.append(name)
        return staged(names.count - 1)
    }

    /// Stages a file.
    ///
    /// - Parameters:
    ///   - bytes: The content.
    ///   - name: The name in the folder; “/” stands between folders, which are made.
    /// - Throws: ``PublicationError`` when the name cannot be used or the disk is full.
    public mutating func write(_ bytes: [UInt8], as name: String) throws(PublicationError) {
        let path = try path(for: name)
        do { try Disk.create(path, bytes) } catch { throw PublicationError(error) }
    }

    /// Puts all files in their places.
    ///
    /// A file whose bytes stand there already is not touched. One that is replaced keeps its mode, and
    /// a link is followed.
    ///
    /// - Parameter check: What is wrong with a file, by its name and where it is staged; nil for nothing.
    /// - Returns: What was written and what was kept.
    /// - Throws: ``PublicationError``; all destinations are then as they were, unless it is
    ///   ``PublicationError/unfinished(path:code:)``.
    public consuming func publish(
        checking check: (_ name: String, _ path: String) -> Diagnostic?
    ) throws(PublicationError) -> Outcome {
        try publish(checking: check, step: { _ in })
    }

    /// Publishes, and tells a test before each step.
    package consuming func publish(
        checking check: (_ name: String, _ path: String) -> Diagnostic?,
        step: (PublicationStep) throws(SystemTrouble) -> Void
    ) throws(PublicationError) -> Outcome {
        do { try step(.checking) } catch { throw PublicationError(error) }
        try verify(check)
        let manifest = Manifest(files: try changes())
        do {
            try step(.syncing)
            try prepare(manifest)
            try step(.recording)
            if !manifest.files.isEmpty { try manifest.write(in: stage) }
        } catch {
            throw PublicationError(error)
        }
        isRecorded = !manifest.files.isEmpty
        do {
            if isRecorded { try manifest.complete(stage: stage, folder: folder, step: step) }
        } catch {
            throw .unfinished(path: error.path, code: error.code)
        }
        let written = manifest.files.map(\.name)
        return Outcome(written: written, kept: names.filter { !written.contains($0) })
    }

    private func staged(_ index: Int) -> String {
        "\(stage)/\(index)-\(names[index].split(separator: "/").last ?? "")"
    }

    private func verify(_ check: (String, String) -> Diagnostic?) throws(PublicationError) {
        for (index, name) in names.enumerated() {
            guard Disk.status(staged(index)) != nil else { throw .missing(name: name) }
            if let wrong = check(name, staged(index)) { throw .refused(name: name, wrong) }
        }
    }

    /// The files that are to move: those that do not stand in their places already.
    private func changes() throws(PublicationError) -> [Manifest.Entry] {
        var entries: [Manifest.Entry] = []
        for (index, name) in names.enumerated() {
            let target = Disk.target(of: "\(folder)/\(name)")
            if let there = Disk.status(target) {
                guard there.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: target) }
            }
            let path = staged(index)
            if Disk.areEqual(path, target) { continue }
            guard Disk.device(around: target) == Disk.device(around: path) else {
                throw .otherFileSystem(path: target)
            }
            let size = Disk.status(path).map { Int($0.st_size) } ?? 0
            let last = String(path.dropFirst(stage.count + 1))
            entries.append(Manifest.Entry(staged: last, name: name, size: size))
        }
        return entries
    }

    /// Does all that can fail before the first file moves, so that moving has little left to fail at.
    private func prepare(_ manifest: Manifest) throws(SystemTrouble) {
        for entry in manifest.files {
            let target = Disk.target(of: "\(folder)/\(entry.name)")
            try Disk.makeFolders(Disk.folder(of: target))
            try Disk.sync("\(stage)/\(entry.staged)", mode: Disk.status(target)?.st_mode)
        }
        try Disk.sync(stage)
        try Disk.sync(folder)
    }
}
