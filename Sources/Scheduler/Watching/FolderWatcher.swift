public import Diagnostics

/// Watches a folder in the way that suits where it lies.
///
/// On file systems of this machine the system tells; on those that others change, and when the system
/// watches no more folders, the folder is looked through every half minute.
public struct FolderWatcher<C: Clock>: ChangeSource where C.Duration == Duration {
    private let folder: String
    private let system: @Sendable () -> AsyncStream<Hint>?
    private let polling: PollingWatcher<C>
    private let interval: Duration
    private let type: @Sendable (String) -> FileSystemType?
    private let tell: @Sendable (Diagnostic) -> Void

    /// Makes a watcher.
    ///
    /// - Parameters:
    ///   - folder: The folder, which need not exist yet.
    ///   - rule: What to pass over.
    ///   - interval: The time between two looks, where looking is needed.
    ///   - clock: What measures that time.
    ///   - type: What tells the kind of file system at a path.
    ///   - tell: Who is told, once, that the folder is looked through and why.
    public init(
        _ folder: String,
        ignoring rule: IgnoreRule,
        every interval: Duration = .seconds(30),
        clock: C,
        type: @escaping @Sendable (String) -> FileSystemType? = FileSystemType.init(at:),
        telling tell: @escaping @Sendable (Diagnostic) -> Void
    ) {
        self.init(folder, ignoring: rule, every: interval, clock: clock, type: type, telling: tell)
        {
            #if canImport(Glibc)
                InotifyWatcher(folder, ignoring: rule).hints()
            #else
                nil
            #endif
        }
    }

    /// Makes a watcher with another way to be told; nil where the system does not tell at all.
    init(
        _ folder: String,
        ignoring rule: IgnoreRule,
        every interval: Duration,
        clock: C,
        type: @escaping @Sendable (String) -> FileSystemType?,
        telling tell: @escaping @Sendable (Diagnostic) -> Void,
        system: @escaping @Sendable () -> AsyncStream<Hint>?
    ) {
        self.folder = folder
        self.interval = interval
        self.type = type
        self.tell = tell
        self.system = system
        polling = PollingWatcher(folder, ignoring: rule, every: interval, clock: clock)
    }

    /// Chooses the way and watches from now on.
    public func hints() -> Hints {
        let name = type(folder)?.nameIfSilent
        if let name { tell(.silent(folder, name, interval)) }
        if name == nil, let told = system() {
            return Hints(watcher: self, told: told, polled: nil)
        }
        return Hints(watcher: self, told: nil, polled: polling.hints())
    }

    /// What a folder watcher tells.
    public struct Hints: AsyncSequence, Sendable {
        fileprivate let watcher: FolderWatcher
        fileprivate let told: AsyncStream<Hint>?
        fileprivate let polled: PollingWatcher<C>.Hints?

        /// Begins in the way that was chosen.
        public func makeAsyncIterator() -> Iterator {
            Iterator(
                watcher: watcher,
                told: told?.makeAsyncIterator(),
                polled: polled?.makeAsyncIterator()
            )
        }
    }

    /// The hints of the system, and those of looking when the system gives up.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let watcher: FolderWatcher
        fileprivate var told: AsyncStream<Hint>.Iterator?
        fileprivate var polled: PollingWatcher<C>.Iterator?

        /// The next hint; nil when the task is cancelled.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(Never) -> Hint? {
            if polled != nil { return await polled?.next(isolation: actor) }
            let hint = await told?.next(isolation: actor)
            if case .rescan(.exhausted(let limit)) = hint {
                watcher.tell(.exhausted(watcher.folder, limit, watcher.interval))
                polled = watcher.polling.hints().makeAsyncIterator()
            }
            return hint
        }
    }
}

extension Diagnostic {
    fileprivate static func silent(_ path: String, _ name: String, _ pause: Duration) -> Diagnostic
    {
        Diagnostic(
            .note,
            code: "polling",
            at: Place(path),
            "the folder lies on \(name), which does not tell of changes: it is looked through "
                + "every \(pause.components.seconds) s"
        )
    }

    fileprivate static func exhausted(
        _ path: String,
        _ limit: WatchLimit,
        _ pause: Duration
    ) -> Diagnostic {
        Diagnostic(
            .warning,
            code: "watch-limit",
            at: Place(path),
            "the system watches no more \(limit == .folders ? "folders" : "folder trees"): "
                + "the folder is looked through every \(pause.components.seconds) s",
            mend: limit == .folders
                ? "sysctl fs.inotify.max_user_watches=524288"
                : "sysctl fs.inotify.max_user_instances=1024"
        )
    }
}
