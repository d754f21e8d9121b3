public import Foundation

/// One attempt at a brief: why, when, and what came of it.
public struct Run: Hashable, Sendable, Codable {
    /// What came of an attempt.
    public enum Result: String, Hashable, Sendable, Codable, CaseIterable {
        /// An edition was made; there was nothing to make; the slot was too long ago.
        case made, nothing, skipped
        /// It failed; the process died, as the next one noticed.
        case failed, interrupted

        /// Whether the slot is seen to and will not come again.
        public var isDone: Bool { self == .made || self == .nothing || self == .skipped }
    }

    /// The name of the brief.
    public var brief: String
    /// The instant at which it was due by its schedule; nil for what no schedule asked for.
    public var slot: Date?
    /// Why it was made, in a few words.
    public var reason: String
    /// What the edition was made of: another text says that there is something new to tell.
    public var fingerprint: String
    /// When it began.
    public var startedAt: Date
    /// When it ended; nil while it runs.
    public var endedAt: Date?
    /// What came of it; nil while it runs.
    public var result: Result?
    /// What there is to say about the result: editions, missed slots, the error.
    public var note: String

    /// Makes a run that begins.
    public init(
        brief: String,
        slot: Date? = nil,
        reason: String,
        fingerprint: String = "",
        startedAt: Date
    ) {
        self.brief = brief
        self.slot = slot
        self.reason = reason
        self.fingerprint = fingerprint
        self.startedAt = startedAt
        note = ""
    }
}
