internal import Diagnostics
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
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            let json = String(decoding: try encoder.encode(BriefTree.tree(brief)), as: UTF8.self)
            return json.withEscapedControls + "\n"
        } catch {
            preconditionFailure("a brief has no value that JSON cannot hold, got \(error)")
        }
    }
}

extension String {
    fileprivate var withEscapedControls: String {
        var result = ""
        for scalar in unicodeScalars {
            if scalar.value > 0x7E, String(scalar).printable != String(scalar) {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
