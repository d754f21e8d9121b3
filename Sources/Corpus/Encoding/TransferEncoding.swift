/// How the body of a mail's part is written in lines of seven bits.
///
/// Source: RFC 2045, section 6, and RFC 2047 for the words of headers.
enum TransferEncoding {
    /// The bytes that a part's body stands for, and where each stood in the file.
    static func decoded(_ bytes: [UInt8], _ range: Range<Int>, encoding: String?) -> MappedText {
        switch encoding?.trimmingEdgesOfHeader.lowercased() {
        case "base64": base64(bytes, range)
        case "quoted-printable": quotedPrintable(bytes, range)
        default: MappedText(bytes: Array(bytes[range]), map: OffsetMap(shift: range.lowerBound))
        }
    }

    private static func base64(_ bytes: [UInt8], _ range: Range<Int>) -> MappedText {
        var text = MappedText()
        text.bytes.reserveCapacity(range.count * 3 / 4)
        var (bits, count) = (UInt32(0), 0)
        var isLineStart = true
        for index in range {
            guard let value = sixBits(bytes[index]) else {
                if bytes[index] == 0x0A { isLineStart = true }
                continue
            }
            if isLineStart, count == 0 {
                // Three bytes are written as four, the same all along a line.
                text.map.note(
                    derived: text.bytes.count,
                    origin: index,
                    width: 3,
                    originWidth: 4
                )
                isLineStart = false
            }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                text.bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
                if count == 0 { bits = 0 }
            }
        }
        text.end(at: range.upperBound)
        return text
    }

    private static func sixBits(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte) - 0x41
        case 0x61...0x7A: UInt32(byte) - 0x61 + 26
        case 0x30...0x39: UInt32(byte) - 0x30 + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    private static func quotedPrintable(_ bytes: [UInt8], _ range: Range<Int>) -> MappedText {
        var text = MappedText()
        text.bytes.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == UInt8(ascii: "=") else {
                let stop =
                    bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "="))
                    ?? range.upperBound
                text.append(bytes[index..<stop])
                index = stop
                continue
            }
            let rest = bytes[(index + 1)..<min(index + 3, range.upperBound)]
            if rest.first == 0x0A || rest.elementsEqual([0x0D, 0x0A]) {
                index += rest.first == 0x0A ? 2 : 3
            } else if rest.count == 2,
                let value = UInt8(String(decoding: rest, as: UTF8.self), radix: 16)
            {
                text.map.note(
                    derived: text.bytes.count,
                    origin: index,
                    width: 1,
                    originWidth: 3
                )
                text.bytes.append(value)
                index += 3
            } else {
                text.append(bytes[index...index])
                index += 1
            }
        }
        text.end(at: range.upperBound)
        return text
    }

    /// A header's value with its encoded words decoded: “=?utf-8?Q?Qu=C3=A9?=”.
    static func header(_ value: String) -> String {
        guard value.contains("=?") else { return value }
        var result = ""
        var rest = Substring(value)
        var isBehindWord = false
        while let start = rest.firstRange(of: "=?") {
            let before = rest[..<start.lowerBound]
            let fields = rest[start.upperBound...].split(
                separator: "?",
                maxSplits: 3,
                omittingEmptySubsequences: false
            )
            // White space between two encoded words only folded the line.
            if !isBehindWord || !before.allSatisfy(\.isWhitespace) { result += before }
            guard fields.count == 4, fields[3].hasPrefix("=") else {
                result += "=?"
                rest = rest[start.upperBound...]
                isBehindWord = false
                continue
            }
            result += word(String(fields[2]), String(fields[1]), charset: String(fields[0]))
            rest = fields[3].dropFirst()
            isBehindWord = true
        }
        return result + rest
    }

    private static func word(_ text: String, _ kind: String, charset: String) -> String {
        var bytes = Array(text.utf8)
        if kind.lowercased() == "q" {
            bytes = bytes.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
        }
        let encoding = kind.lowercased() == "b" ? "base64" : "quoted-printable"
        let plain = decoded(bytes, bytes.indices, encoding: encoding).bytes
        let name = charset.split(separator: "*").first.map(String.init)
        return (try? DecodedText(plain, charset: name)).map {
            String(decoding: $0.bytes, as: UTF8.self)
        } ?? ""
    }
}
