internal import Diagnostics

extension String {
    /// The text of JSON with every character that could steer a terminal or end a line as an escape.
    var withEscapedControls: String {
        guard utf8.contains(where: { $0 > 0x7E }) else { return self }
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
