internal import Synchronization

/// The moments at which a folder that is watched has come to rest.
public struct SettledChanges<Source: ChangeSource, C: Clock>: Sendable
where C.Duration == Duration {
    private let source: Source
    private let settler: Settler
    private let clock: C
    private let look: @Sendable () -> FolderListing

    /// Makes the moments of a folder.
    ///
    /// - Parameters:
    ///   - source: What tells of changes.
    ///   - settler: What decides when they have come to rest; its times count from the beginning.
    ///   - clock: What measures the time.
    ///   - look: Looks through the folder, with the same rule as the source.
    public init(
        of source: Source,
        settler: Settler = Settler(),
        clock: C,
        look: @escaping @Sendable () -> FolderListing
    ) {
        self.source = source
        self.settler = settler
        self.clock = clock
        self.look = look
    }

    /// Waits for each moment and does something, until the task is cancelled.
    ///
    /// The first moment comes at once, when the watch has begun: a change that is not seen then is told
    /// later. What changes while something is done leads to one more moment, however much it is.
    ///
    /// - Parameter body: What is to be done; when it throws, the watch ends.
    /// - Throws: What the body throws.
    public func forEach(_ body: (Settlement) async throws -> Void) async throws {
        let hints = source.hints()
        let start = clock.now
        let inbox = Inbox()
        try await withThrowingDiscardingTaskGroup { group in
            defer { group.cancelAll() }
            group.addTask { for await hint in hints { inbox.put(hint) } }
            var settler = settler
            var alarms: Set<Duration> = []
            func arm() {
                let turn = settler.nextTurn
                // An alarm that comes earlier asks again: no second one is needed.
                guard alarms.allSatisfy({ $0 > turn }) else { return }
                alarms.insert(turn)
                group.addTask { [clock] in
                    try? await clock.sleep(until: start.advanced(by: turn), tolerance: nil)
                    inbox.put(alarm: turn)
                }
            }
            try await body(Settlement(reason: .start, hints: []))
            arm()
            for await _ in inbox.bell {
                let mail = inbox.take()
                alarms.subtract(mail.alarms)
                let now = start.duration(to: clock.now)
                for hint in mail.hints { settler.note(hint, at: now) }
                if let settlement = settler.turn(at: now, look: look) { try await body(settlement) }
                arm()
            }
        }
    }
}

/// Where hints and alarms wait until someone has time for them.
private final class Inbox: Sendable {
    struct Mail {
        var hints: [Hint] = []
        var alarms: Set<Duration> = []
    }

    /// Rings when there is mail; however often it rang, it is heard once.
    let bell: AsyncStream<Void>
    private let rope: AsyncStream<Void>.Continuation
    private let mail = Mutex(Mail())

    init() {
        (bell, rope) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func put(_ hint: Hint) {
        mail.withLock { if $0.hints.count < Settlement.mostHints { $0.hints.append(hint) } }
        rope.yield()
    }

    func put(alarm: Duration) {
        mail.withLock { _ = $0.alarms.insert(alarm) }
        rope.yield()
    }

    func take() -> Mail {
        mail.withLock { waiting in
            defer { waiting = Mail() }
            return waiting
        }
    }
}
