public import Foundation

/// Who holds a lock, as the holder told it; for people only, no decision rests on it.
public struct Holder: Hashable, Sendable, Codable {
    /// The number of the process.
    public var process: Int32
    /// When the run began.
    public var since: Date
    /// What was called.
    public var command: String

    /// Makes a holder.
    public init(process: Int32, since: Date, command: String) {
        self.process = process
        self.since = since
        self.command = command
    }
}

extension Holder {
    /// The most that is read of a lock file, in bytes: what anyone wrote there must not fill the memory.
    private static let largest = 4096

    /// Reads what a holder wrote into an open file; nil where nothing sensible stands.
    init?(in file: Int32) {
        var bytes = [UInt8](repeating: 0, count: Self.largest)
        let count = pread(file, &bytes, bytes.count, 0)
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        guard count > 0,
            let holder = try? decoder.decode(Holder.self, from: Data(bytes.prefix(count)))
        else { return nil }
        self = holder
    }

    /// Writes the holder into an open file, as one line; a disk that is full is no reason not to run.
    func write(to file: Int32) {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(self), ftruncate(file, 0) == 0 else { return }
        let bytes = [UInt8](line) + [UInt8(ascii: "\n")]
        _ = pwrite(file, bytes, bytes.count, 0)
    }
}
