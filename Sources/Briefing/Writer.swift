/// Puts a brief into a text format.
public protocol Writer: Sendable {
    /// The brief in the format, ending in a line break; the same brief gives the same text.
    func text(of brief: Brief) -> String
}
