internal import Diagnostics
internal import Foundation
internal import Ledger
internal import Logging
internal import Scheduler
internal import ServiceLifecycle
internal import UnixSignals
internal import Workspace

/// Stands by for one workspace until it is told to end.
struct WatchService: Service {
    let folder: WorkFolder
    let logger: Logger

    /// How long a round may go on when the watch is to end, in seconds; then the process ends where it
    /// stands, which every step of a round allows.
    private static let patience = 9

    func run() async throws {
        try await withGracefulShutdownHandler {
            while !Task.isShuttingDownGracefully {
                let configuration = try folder.configuration(files: DiskFiles())
                tellStart(configuration)
                try await standBy(configuration)
            }
            logger.info("ended")
        } onGracefulShutdown: {
            DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(Self.patience)) {
                logger.warning("ended in the middle of a round; the next one makes it anew")
                _exit(0)
            }
        }
    }

    private func tellStart(_ configuration: Configuration) {
        logger.info(
            "standing by",
            metadata: [
                "briefs": "\(configuration.briefs.map(\.name).joined(separator: ","))",
                "workspace": "\(folder.root)",
            ]
        )
        for settings in configuration.briefs {
            guard let next = settings.timetable?.next(after: Instant(Date())) else { continue }
            logger.info("next", metadata: ["at": "\(next)", "brief": "\(settings.name)"])
        }
    }

    /// Stands by with one configuration: until the watch ends or the configuration is to be read again.
    private func standBy(_ configuration: Configuration) async throws {
        let (changes, feed) = AsyncStream<String>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await waitForReload() }
            group.addTask { try? await gracefulShutdown() }
            for root in configuration.corpus {
                group.addTask { try await watch(root, configuration, feed) }
            }
            group.addTask {
                let standBy = StandBy(clock: .continuous) { Instant(Date()) }
                let tables = configuration.briefs.compactMap(\.timetable)
                await standBy.run(changes: changes) { instant in
                    tables.compactMap { $0.next(after: instant) }.min()
                } round: { occasion in
                    round(configuration, occasion)
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    /// Waits for HUP with a configuration that can be used; one that cannot is told and passed over.
    private func waitForReload() async {
        for await _ in await UnixSignalsSequence(trapping: .sighup) {
            do throws(WorkspaceError) {
                _ = try folder.configuration(files: DiskFiles())
                logger.info("reading the configuration again")
                return
            } catch {
                for diagnostic in error.diagnostics { logger.tell(diagnostic) }
                logger.error("the configuration stays as it was")
            }
        }
    }

    private func watch(
        _ root: String,
        _ configuration: Configuration,
        _ feed: AsyncStream<String>.Continuation
    ) async throws {
        let path = folder.path(root)
        // What the program writes itself is no change.
        let own = [Defaults.stateFolder] + configuration.briefs.map(\.output.home)
        let inside = own.map(folder.path).filter { $0.hasPrefix(path + "/") }
        let rule = IgnoreRule(folders: Set(inside.map { String($0.dropFirst(path.count + 1)) }))
        let logger = logger
        let watcher = FolderWatcher(path, ignoring: rule, clock: .continuous) { diagnostic in
            logger.tell(diagnostic)
        }
        let settled = SettledChanges(of: watcher, clock: .continuous) {
            FolderListing(of: path, ignoring: rule)
        }
        try await settled.forEach { settlement in feed.yield("\(settlement)") }
    }

    /// Does what ‘briefctl run --due’ does.
    private func round(
        _ configuration: Configuration,
        _ occasion: StandBy<ContinuousClock>.Occasion
    ) -> StandBy<ContinuousClock>.Outcome {
        let terminal = Terminal(isQuiet: true)
        do {
            let desk = try Desk(folder: folder, configuration: configuration, now: Date())
            var lock = try desk.lock()
            let round = try desk.round(configuration.briefs, .due, telling: terminal) {
                lock.announce()
            }
            tell(round, occasion)
            return round.failures.map(\.failure.kind).contains(.transient)
                ? .failed(.transient) : round.failures.isEmpty ? .done : .failed(.permanent)
        } catch {
            let failure = Failure(error)
            logger.error("\(failure?.note ?? "\(error)")", metadata: ["because": "\(occasion)"])
            return .failed(failure?.kind ?? .permanent)
        }
    }

    private func tell(_ round: Round, _ occasion: StandBy<ContinuousClock>.Occasion) {
        for agenda in round.agendas where !agenda.isIdle {
            let name = agenda.settings.name
            let numbers = round.editions.filter { $0.brief == name }.map(\.title)
            logger.info(
                numbers.isEmpty ? "nothing new to tell" : "made",
                metadata: [
                    "brief": "\(name)", "editions": "\(numbers.joined(separator: ","))",
                    "why": "\(agenda.why)",
                ]
            )
        }
        for (failure, wasTold) in round.failures where !wasTold {
            logger.error("\(failure.note)", metadata: ["because": "\(occasion)"])
        }
    }
}
