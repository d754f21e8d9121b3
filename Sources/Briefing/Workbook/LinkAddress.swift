/// An address that a cell may lead to.
///
/// Only the schemes http, https and mailto are let through. The library looks for `internal:`,
/// `external:` and `mailto:` anywhere in an address and would turn such a link into another one, so
/// their colons are escaped.
struct LinkAddress: Hashable, Sendable {
    /// The address as the library is to get it.
    let text: String

    /// Makes an address that is safe to open; nil for any other, which then stays text.
    ///
    /// - Complexity: O(*n*) in the length of the address.
    init?(_ raw: String) {
        guard let colon = raw.utf8.firstIndex(of: UInt8(ascii: ":")), raw.isPrintable else {
            return nil
        }
        let scheme = raw[..<colon].lowercased()
        let rest = raw[raw.utf8.index(after: colon)...]
        switch scheme {
        case "http", "https":
            guard rest.hasPrefix("//") else { return nil }
            let bytes = rest.utf8.dropFirst(2)
            let end = bytes.firstIndex { $0.endsAuthority } ?? bytes.endIndex
            let authority = rest[bytes.startIndex..<end]
            guard authority.isAuthority, !authority.holdsKeyword else { return nil }
            text = "\(scheme)://\(authority)\(rest[end...].withoutKeywords)"
        case "mailto":
            guard rest.utf8.contains(UInt8(ascii: "@")) else { return nil }
            text = "mailto:\(rest.withoutKeywords)"
        default: return nil
        }
        guard text.escapedLength <= ExcelLimits.address else { return nil }
    }
}

/// The words that make the library change what a link is.
private let keywords = ["internal:", "external:", "mailto:"]

extension Substring {
    /// Whether this can be the host, and perhaps the port, of an address.
    fileprivate var isAuthority: Bool {
        guard let first = utf8.first, first != UInt8(ascii: ":") else { return false }
        return utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "%"), 0x80...:
                true
            default: false
            }
        }
    }

    /// Whether one of the keywords is there, looked for only where there is a colon.
    fileprivate var holdsKeyword: Bool {
        utf8.contains(UInt8(ascii: ":")) && keywords.contains { String(self).contains($0) }
    }

    /// The text with the colon of each keyword escaped.
    fileprivate var withoutKeywords: Substring {
        guard holdsKeyword else { return self }
        let text = keywords.reduce(String(self)) { text, keyword in
            text.split(separator: keyword, omittingEmptySubsequences: false)
                .joined(separator: keyword.dropLast() + "%3A")
        }
        return text[...]
    }
}

extension String {
    /// The length in UTF-16 code units once the library has escaped what it escapes.
    fileprivate var escapedLength: Int {
        utf16.count + 2 * utf8.count(where: \.isEscaped)
    }

    /// Whether no character is there that is not seen, or turns the direction of writing.
    fileprivate var isPrintable: Bool {
        utf8.allSatisfy { (0x20...0x7E).contains($0) } || unicodeScalars.allSatisfy(\.isPrintable)
    }
}

extension UInt8 {
    /// Whether the byte ends the host and port of an address.
    fileprivate var endsAuthority: Bool {
        self == UInt8(ascii: "/") || self == UInt8(ascii: "?") || self == UInt8(ascii: "#")
    }

    /// Whether the library escapes the byte in an address.
    ///
    /// Source: `lxw_escape_url_characters`, <https://github.com/jmcnamara/libxlsxwriter>, 1.1.4.
    fileprivate var isEscaped: Bool {
        switch self {
        case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"), UInt8(ascii: "^"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "%"):
            true
        default: false
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isPrintable: Bool {
        value >= 0x20 && value != 0x7F && value & 0xFFFE != 0xFFFE
            && properties.generalCategory != .control && properties.generalCategory != .format
    }
}
