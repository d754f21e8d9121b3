internal import ArgumentParser
internal import Foundation
internal import Logging
internal import ServiceLifecycle
internal import UnixSignals

/// `briefctl watch`: `briefctl run --due`, standing by.
struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Stand by: make briefs when their schedules say so and when the corpus changes.",
        discussion: """
            It does what ‘briefctl run --due’ does, when a schedule comes, when the corpus has come to rest \
            after a change, and when a run that failed may go well now. HUP reads briefing.yml again; TERM ends \
            within ten seconds and leaves nothing half done. ‘briefctl status’ tells from outside how it stands.

            EXAMPLES
              briefctl watch
              briefctl watch --workspace /srv/briefs --log-format json
            """
    )

    @OptionGroup var workspace: WorkspaceArguments

    @Option(help: "How log lines are written to standard error: text or json.")
    var logFormat = LogFormat.text

    func run() async throws {
        try await reportingFailures {
            let format = logFormat
            let logger = Logger(label: "briefctl") { _ in WatchLog(format: format) }
            var quiet = logger
            quiet.logLevel = .critical
            // Opened once here, so that what is wrong is told before it stands by.
            let watch = WatchService(folder: try workspace.desk().folder, logger: logger)
            try await ServiceGroup(
                configuration: ServiceGroupConfiguration(
                    services: [watch],
                    gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: quiet
                )
            ).run()
        }
    }
}

extension LogFormat: ExpressibleByArgument {}
