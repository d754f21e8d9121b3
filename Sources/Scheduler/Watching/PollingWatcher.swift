/// Watches a folder by looking again and again: for file systems that tell nothing.
public struct PollingWatcher<C: Clock>: ChangeSource where C.Duration == Duration {
    private let folder: String
    private let rule: IgnoreRule
    private let interval: Duration
    private let clock: C

    /// Makes a watcher.
    ///
    /// - Parameters:
    ///   - folder: The folder, which need not exist yet.
    ///   - rule: What to pass over.
    ///   - interval: The time between two looks.
    ///   - clock: What measures the time.
    public init(_ folder: String, ignoring rule: IgnoreRule, every interval: Duration, clock: C) {
        precondition(interval > .zero, "the interval must be positive, got \(interval)")
        self.folder = folder
        self.rule = rule
        self.interval = interval
        self.clock = clock
    }

    /// Looks once now, to have something to compare with.
    public func hints() -> Hints { Hints(watcher: self, listing: look()) }

    private func look() -> FolderListing { FolderListing(of: folder, ignoring: rule) }

    /// What a polling watcher tells.
    public struct Hints: AsyncSequence, Sendable {
        fileprivate let watcher: PollingWatcher
        fileprivate let listing: FolderListing

        /// Begins with the listing that was made when the watch began.
        public func makeAsyncIterator() -> Iterator {
            Iterator(watcher: watcher, listing: listing, waiting: [])
        }
    }

    /// The looks, one after the other.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let watcher: PollingWatcher
        fileprivate var listing: FolderListing
        fileprivate var waiting: ArraySlice<Hint>

        /// Looks until something has changed; nil when the task is cancelled.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(Never) -> Hint? {
            while waiting.isEmpty {
                do { try await watcher.clock.sleep(for: watcher.interval) } catch { return nil }
                let now = watcher.look()
                waiting = differences(from: listing, to: now)
                listing = now
            }
            return waiting.removeFirst()
        }

        private func differences(
            from earlier: FolderListing,
            to now: FolderListing
        ) -> ArraySlice<Hint> {
            guard earlier.exists == now.exists else {
                return [.rescan(now.exists ? .folderFound : .folderGone)]
            }
            return now.changes(since: earlier).prefix(Settlement.mostHints).map(Hint.changed)[...]
        }
    }
}
