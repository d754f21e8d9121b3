/// What a workspace is set to do: checked whole, with nothing left to guess.
public struct Configuration: Hashable, Sendable {
    /// The folders that articles are read from, as paths in the workspace or absolute ones.
    public var corpus: [String]
    /// The file that remembers, as a path in the workspace or an absolute one.
    public var ledger: String
    /// The briefs, in the order of the file; at least one, each with a name of its own.
    public var briefs: [BriefSettings]

    /// The brief with a name.
    public subscript(brief name: String) -> BriefSettings? { briefs.first { $0.name == name } }
}
