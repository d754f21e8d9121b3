/// Two officials who may be one person under two spellings: shown, and never merged without a word of
/// the analyst.
public struct Proposal: Hashable, Sendable {
    /// The id of one finding, of the fuller or earlier name.
    public var first: String
    /// The id of the other finding.
    public var second: String
    /// Why they may be one, in words.
    public var reason: String

    /// Makes a proposal.
    public init(first: String, second: String, reason: String) {
        self.first = first
        self.second = second
        self.reason = reason
    }
}
