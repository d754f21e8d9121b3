#if canImport(Glibc)
    internal import Foundation

    /// The watches on a folder and all folders beneath it.
    ///
    /// Only folders are watched: a watch on a file ends with the first save that renames. Links to
    /// folders are followed; since the system gives the same number for the same folder, one that is
    /// reached twice is entered once.
    struct WatchTree {
        /// What an event means.
        enum Meaning: Hashable {
            /// Nothing that matters.
            case nothing
            /// A hint for whoever listens.
            case hint(Hint)
            /// The watches no longer match the folders: make the tree anew.
            case stale(Hint)
        }

        /// The descriptor that events are read from; whoever made the tree closes it.
        let file: Int32
        private let root: String
        private let rule: IgnoreRule
        private var folders: [Int32: String] = [:]
        /// The folders that were reached by a link.
        private var links: Set<String> = []

        /// The number of folders that are watched.
        var count: Int { folders.count }

        /// Closed files are told, and what moved, came and went; not each write, of which there may be
        /// thousands.
        private static let mask: InotifyEvent.What = [
            .closedAfterWriting, .cameByMoving, .wentByMoving, .made, .deleted, .selfDeleted,
            .selfMoved, .attributes, .folderOnly, .namedOnly,
        ]

        /// Watches a folder.
        ///
        /// - Returns: The tree; nil when there is no such folder.
        init?(_ root: String, ignoring rule: IgnoreRule) throws(WatchLimitReached) {
            guard Disk.leadsToFolder(root) else { return nil }
            file = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
            guard file >= 0 else { throw WatchLimitReached(limit: .watchers) }
            self.root = root
            self.rule = rule
            do { try add("") } catch {
                _ = close(file)
                throw error
            }
            if folders.isEmpty {
                _ = close(file)
                return nil
            }
        }

        /// The events that wait; none when there are none.
        func read() -> [InotifyEvent] {
            withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
                let count = Glibc.read(file, buffer.baseAddress, buffer.count)
                return count > 0
                    ? InotifyEvent.events(in: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                    : []
            }
        }

        /// Watches a folder and all beneath it.
        ///
        /// The watch comes before the look: a folder that is made in between is told, or seen, or both.
        private mutating func add(_ start: String) throws(WatchLimitReached) {
            var open = [start]
            while let folder = open.popLast() {
                let watch = inotify_add_watch(file, path(folder), Self.mask.rawValue)
                if watch < 0 {
                    if [ENOSPC, ENOMEM].contains(errno) {
                        throw WatchLimitReached(limit: .folders)
                    }
                    continue  // gone in the meantime, or not to be read
                }
                guard folders[watch] == nil else { continue }
                folders[watch] = folder
                open += innerFolders(of: folder)
            }
        }

        private mutating func innerFolders(of folder: String) -> [String] {
            guard let directory = OpenFolder(path(folder)) else { return [] }
            var inner: [String] = []
            while let entry = directory.next() {
                let child = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
                guard entry.type != DT_REG, !rule.ignores(child) else { continue }
                if entry.type == DT_DIR || isFolder(child) { inner.append(child) }
            }
            return inner
        }

        /// Whether a folder or a link to one stands at a path; a link is remembered.
        private mutating func isFolder(_ child: String) -> Bool {
            guard Disk.leadsToFolder(path(child)) else { return false }
            if !Disk.isFolder(path(child)) { links.insert(child) }
            return true
        }

        /// Follows an event: watches what came, lets go what went.
        mutating func take(_ event: InotifyEvent) throws(WatchLimitReached) -> Meaning {
            if event.isAny(.overflow) { return .stale(.rescan(.overflow)) }
            guard let folder = folders[event.watch] else { return .nothing }
            if event.isAny([.watchEnded, .unmounted]) { folders[event.watch] = nil }
            if event.isAny([.watchEnded, .unmounted, .selfDeleted, .selfMoved]) {
                if folder.isEmpty { return .stale(.rescan(.folderGone)) }
                return event.isAny(.unmounted) ? .hint(.changed(folder)) : .nothing
            }
            guard !event.name.isEmpty else { return .hint(.changed(folder)) }
            let child = folder.isEmpty ? event.name : "\(folder)/\(event.name)"
            guard !rule.ignores(child) else { return .nothing }
            if event.isAny([.made, .cameByMoving]), event.isAny(.isFolder) || isFolder(child) {
                try add(child)
            }
            if event.isAny([.deleted, .wentByMoving]) {
                // The target of a link may stand in the tree by another way.
                if links.remove(child) != nil { return .stale(.changed(child)) }
                if event.isAny(.isFolder), event.isAny(.wentByMoving) { drop(child) }
            }
            return .hint(.changed(child))
        }

        /// Lets go of a folder that was moved, with all beneath it: it may tell of another place now.
        private mutating func drop(_ folder: String) {
            for (watch, path) in folders where path == folder || path.hasPrefix(folder + "/") {
                _ = inotify_rm_watch(file, watch)
                folders[watch] = nil
                links.remove(path)
            }
        }

        private func path(_ folder: String) -> String {
            folder.isEmpty ? root : "\(root)/\(folder)"
        }
    }

    /// The system watches no more folders.
    struct WatchLimitReached: Error, Hashable {
        var limit: WatchLimit
    }
#endif
