/// The five entities that XML knows, numbers, and the names that news feeds use beside them.
///
/// Source: <https://html.spec.whatwg.org/multipage/named-characters.html>.
enum XMLEntities {
    private static let names: [String: UInt32] = [
        "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0,
        "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "ldquo": 0x201C,
        "rdquo": 0x201D, "hellip": 0x2026, "bull": 0x2022, "euro": 0x20AC, "pound": 0xA3,
        "copy": 0xA9, "eacute": 0xE9, "rsaquo": 0x203A, "raquo": 0xBB,
    ]

    /// The character that the entity at an ampersand stands for, and the entity's length in bytes.
    static func decode(_ bytes: some RandomAccessCollection<UInt8>) -> (value: UInt32, length: Int)?
    {
        let body = bytes.dropFirst().prefix(12).prefix { $0 != UInt8(ascii: ";") }
        let length = body.count + 2
        guard bytes.count >= length, bytes.dropFirst(length - 1).first == UInt8(ascii: ";") else {
            return nil
        }
        let name = String(decoding: body, as: UTF8.self)
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let value =
                digits.first == "x" || digits.first == "X"
                ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let value, value > 0, Unicode.Scalar(value) != nil else { return nil }
            return (value, length)
        }
        return names[name].map { ($0, length) }
    }

    /// A text with its entities decoded.
    static func decoded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "&"), let (value, length) = decode(bytes[index...]) {
                result.appendScalar(value)
                index += length
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
