internal import Foundation

extension Publication {
    /// What recovering found.
    public struct Recovery: Hashable, Sendable {
        /// The files of publications that were cut off while they moved; all are in place now.
        public var completed: [String] = []
        /// The stages of publications that were cut off before, and are removed.
        public var removed: [String] = []

        /// Whether there was nothing to do.
        public var isClean: Bool { completed.isEmpty && removed.isEmpty }
    }

    /// Brings a folder into a whole state after a process died while it published.
    ///
    /// A publication whose manifest was written is completed; the stage of any other is removed, and the
    /// files stay as they were before. It can be cut off itself and called again.
    ///
    /// - Parameter folder: The folder that was published to; nothing is done where there is none.
    /// - Returns: What was completed and what was removed.
    /// - Throws: ``PublicationError`` when a file cannot be moved or a stage cannot be removed.
    public static func recover(_ folder: String) throws(PublicationError) -> Recovery {
        try recover(folder, step: { _ in })
    }

    /// Recovers, and tells a test before each step.
    package static func recover(
        _ folder: String,
        step: (PublicationStep) throws(SystemTrouble) -> Void
    ) throws(PublicationError) -> Recovery {
        var recovery = Recovery()
        for stage in try stages(in: folder) {
            if let manifest = Manifest(in: stage),
                manifest.isComplete(stage: stage, folder: folder)
            {
                try complete(manifest, stage: stage, folder: folder, step: step)
                recovery.completed += manifest.files.map(\.name)
            } else {
                do { try Manifest.discard(stage) } catch { throw PublicationError(error) }
                recovery.removed.append(stage)
            }
        }
        return recovery
    }

    /// The stages in a folder; a link with such a name is none of ours.
    private static func stages(in folder: String) throws(PublicationError) -> [String] {
        do {
            return try Disk.names(in: folder).filter { $0.hasPrefix(stagePrefix) }
                .map { "\(folder)/\($0)" }.filter(Disk.isFolder)
        } catch {
            throw PublicationError(error)
        }
    }

    private static func complete(
        _ manifest: Manifest,
        stage: String,
        folder: String,
        step: (PublicationStep) throws(SystemTrouble) -> Void
    ) throws(PublicationError) {
        do {
            for entry in manifest.files {
                try Disk.makeFolders(Disk.folder(of: "\(folder)/\(entry.name)"))
            }
            try manifest.complete(stage: stage, folder: folder, step: step)
        } catch {
            throw .unfinished(path: error.path, code: error.code)
        }
    }
}
