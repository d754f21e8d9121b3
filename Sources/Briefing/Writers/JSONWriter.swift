internal import Foundation

/// Writes a brief as JSON with sorted keys, for programs.
///
/// `Templates/README.md` tells the keys. The records of an item are written as `briefctl extract` writes
/// them. Absent values have no key, dates are ISO 8601.
public struct JSONWriter: Writer {
    /// Makes a writer.
    public init() {}

    /// One object; characters that could steer a terminal are written as escapes.
    public func text(of brief: Brief) -> String {
        BriefTree.tree(brief).text + "\n"
    }
}

extension Tree {
    /// The value as JSON with sorted keys, on several lines.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self).withEscapedControls
        } catch {
            preconditionFailure("a brief has no value that JSON cannot hold, got \(error)")
        }
    }
}
