internal import Diagnostics
internal import Foundation
internal import Logging

/// How a watch tells of itself.
enum LogFormat: String, CaseIterable {
    /// A line for a person: time, level, message.
    case text
    /// An object a line, for a collector.
    case json
}

/// Writes log lines to standard error, whole and without control characters.
struct WatchLog: LogHandler {
    let format: LogFormat
    var metadata = Logger.Metadata()
    var logLevel = Logger.Level.info

    init(format: LogFormat) { self.format = format }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let facts = metadata.merging(event.metadata ?? [:]) { $1 }
            .mapValues { "\($0)" }
        let time = Date().formatted(.iso8601)
        let line: String
        switch format {
        case .text:
            let told = facts.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
            line = "\(time) \(event.level) \(event.message)\(told)".printable
        case .json:
            var entry = facts
            entry["time"] = time
            entry["level"] = event.level.rawValue
            entry["message"] = "\(event.message)"
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            guard let bytes = try? encoder.encode(entry) else { return }
            line = String(decoding: bytes, as: UTF8.self)
        }
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

extension Logger {
    /// Tells what is wrong on one line, with where it is and how to mend it beside.
    func tell(_ diagnostic: Diagnostic) {
        var facts: Metadata = ["code": "\(diagnostic.code)"]
        facts["place"] = diagnostic.place.map { "\($0)" }
        facts["try"] = diagnostic.mend.map { "\($0)" }
        switch diagnostic.severity {
        case .error: error("\(diagnostic.summary)", metadata: facts)
        case .warning: warning("\(diagnostic.summary)", metadata: facts)
        case .note: info("\(diagnostic.summary)", metadata: facts)
        }
    }
}
