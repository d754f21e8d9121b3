#if canImport(Glibc)
    internal import Foundation
    internal import Dispatch

    /// Watches a folder on this machine by what Linux tells of it.
    ///
    /// Nothing is done while nothing happens, but for one look every ten minutes whether the folder at
    /// the path is still the one that is watched. While it is gone, it is looked for again and again.
    ///
    /// Source: <https://man7.org/linux/man-pages/man7/inotify.7.html>, above all its section
    /// “Limitations and caveats”.
    public struct InotifyWatcher: ChangeSource {
        private let folder: String
        private let rule: IgnoreRule
        private let search: Duration

        /// Makes a watcher.
        ///
        /// - Parameters:
        ///   - folder: The folder, which need not exist yet.
        ///   - rule: What to pass over.
        ///   - search: The time between two looks for a folder that is gone.
        public init(_ folder: String, ignoring rule: IgnoreRule, search: Duration = .seconds(1)) {
            precondition(search > .zero, "the time must be positive, got \(search)")
            self.folder = folder
            self.rule = rule
            self.search = search
        }

        /// Watches from now on, until the reader is cancelled or the system watches no more folders.
        public func hints() -> AsyncStream<Hint> {
            // Hints say all the same: a reader who is busy needs to know of a few only.
            AsyncStream(bufferingPolicy: .bufferingNewest(256)) { continuation in
                let watch = InotifyWatch(folder, ignoring: rule, search: search, continuation)
                continuation.onTermination = { _ in watch.end() }
                watch.begin()
            }
        }
    }

    /// One watch, from its beginning to its end.
    ///
    /// `@unchecked Sendable` because everything that changes is used on the serial queue only.
    private final class InotifyWatch: @unchecked Sendable {
        private let folder: String
        private let rule: IgnoreRule
        private let search: Duration
        private let listener: AsyncStream<Hint>.Continuation
        private let queue = DispatchQueue(label: "inotify")
        private var tree: WatchTree?
        private var root: [UInt64]?
        private var source: (any DispatchSourceRead)?
        private var timer: (any DispatchSourceTimer)?

        /// How often a folder that is there is looked at: a mount over it, or another name for a folder
        /// above it, is not told.
        private static let check = Duration.seconds(600)

        init(
            _ folder: String,
            ignoring rule: IgnoreRule,
            search: Duration,
            _ listener: AsyncStream<Hint>.Continuation
        ) {
            self.folder = folder
            self.rule = rule
            self.search = search
            self.listener = listener
        }

        func begin() {
            queue.sync {
                let timer = DispatchSource.makeTimerSource(queue: queue)
                timer.setEventHandler { [weak self] in self?.lookForRoot() }
                self.timer = timer
                arm()
                timer.resume()
            }
        }

        /// Ends promptly; may be called from any thread, and from the queue.
        func end() {
            queue.async {
                self.disarm()
                self.timer?.cancel()
                self.timer = nil
            }
        }

        /// Watches the folder, if it is there.
        private func arm() {
            disarm()
            let root = identity()
            do { tree = try WatchTree(folder, ignoring: rule) } catch { return giveUp(error) }
            schedule(every: tree == nil ? search : Self.check)
            guard let file = tree?.file else { return }
            self.root = root
            let source = DispatchSource.makeReadSource(fileDescriptor: file, queue: queue)
            source.setEventHandler { [weak self] in self?.follow() }
            source.setCancelHandler { close(file) }
            source.resume()
            self.source = source
        }

        /// Lets go of all watches; the descriptor is closed once the queue no longer listens to it.
        private func disarm() {
            source?.cancel()
            (source, tree, root) = (nil, nil, nil)
        }

        private func follow() {
            while let events = tree?.read(), !events.isEmpty {
                for event in events {
                    do {
                        switch try tree?.take(event) {
                        case .hint(let hint): listener.yield(hint)
                        case .stale(let hint): return begin(again: hint)
                        case .nothing, nil: break
                        }
                    } catch {
                        return giveUp(error)
                    }
                }
            }
        }

        /// Makes all watches anew, and only then tells: what is found from then on is also watched.
        private func begin(again hint: Hint) {
            arm()
            listener.yield(hint)
        }

        private func giveUp(_ reason: WatchLimitReached) {
            disarm()
            listener.yield(.rescan(.exhausted(reason.limit)))
            listener.finish()
        }

        private func lookForRoot() {
            guard identity() != root else { return }
            let wasThere = tree != nil
            arm()
            // What is no folder, or is closed to us, counts as missing and is told once.
            if tree != nil { listener.yield(.rescan(.folderFound)) }
            if tree == nil, wasThere { listener.yield(.rescan(.folderGone)) }
        }

        /// What tells the folder at the path from any other: device and number.
        private func identity() -> [UInt64]? {
            Disk.status(folder).map { [UInt64($0.st_dev), UInt64($0.st_ino)] }
        }

        private func schedule(every time: Duration) {
            let pause = Int(time / .nanoseconds(1))
            timer?.schedule(
                deadline: .now() + .nanoseconds(pause),
                repeating: .nanoseconds(pause),
                leeway: .nanoseconds(pause / 10)
            )
        }
    }
#endif
