/// The news that a folder has come to rest after it changed, or that it is time to look anyway.
public struct Settlement: Hashable, Sendable {
    /// Why it is time.
    public enum Reason: Hashable, Sendable {
        /// The watch has begun; what happened before it was not told.
        case start
        /// Nothing was told for a while, and no file was growing.
        case quiet
        /// There was no rest for so long that waiting on would do harm; a file may still be growing.
        case ceiling
        /// Nothing was told for a long time; some changes are never told.
        case safety
    }

    /// How many hints are kept: enough to tell a person why, too few to fill the memory.
    static let mostHints = 20

    /// Why it is time.
    public var reason: Reason
    /// The first hints since the last settlement, each once; empty at the start and for safety.
    public internal(set) var hints: [Hint]
}
