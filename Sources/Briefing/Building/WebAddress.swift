/// An address that may become a link.
enum WebAddress {
    /// The longest address that becomes a link, in bytes; browsers take no longer ones.
    ///
    /// Source: <https://learn.microsoft.com/troubleshoot/windows-client/networking/url-limitations>.
    static let longest = 2083

    /// The address with everything but plain characters percent-encoded; nil unless it is http or https.
    ///
    /// Source: the characters of RFC 3986, <https://www.rfc-editor.org/rfc/rfc3986#section-2>, without
    /// brackets, quotation marks and parentheses, which end links in Markdown and elsewhere.
    static func encoded(_ address: String) -> String? {
        let lower = address.lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
        let plain = Set("-._~:/?#@!$&*+,;=".utf8)
        let bytes = Array(address.utf8)
        var result = ""
        for (index, byte) in bytes.enumerated() {
            let isEscape =
                byte == 0x25 && index + 2 < bytes.count
                && isHexadecimal(bytes[index + 1]) && isHexadecimal(bytes[index + 2])
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            case _ where plain.contains(byte) || isEscape:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return result.utf8.count <= longest ? result : nil
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
