/// An address that a cell may lead to.
///
/// Only the schemes http, https and mailto are let through. The library looks for `internal:`,
/// `external:` and `mailto:` anywhere in an address and would turn such a link into another one, so
/// their colons are escaped.
struct LinkAddress: Hashable, Sendable {
    /// The address as the library is to get it.
    let text: String

    /// Makes an address that is safe to open; nil for any other, which then stays text.
    init?(_ raw: String) {
        guard let colon = raw.firstIndex(of: ":"), raw.unicodeScalars.allSatisfy(\.isPrintable)
        else { return nil }
        let scheme = raw[..<colon].lowercased()
        var rest = raw[raw.index(after: colon)...]
        switch scheme {
        case "http", "https":
            guard rest.hasPrefix("//") else { return nil }
            let authority = rest.dropFirst(2).prefix { !"/?#".contains($0) }
            guard authority.isAuthority, !authority.holdsKeyword else { return nil }
            rest = rest[authority.endIndex...]
            text = "\(scheme)://\(authority)" + rest.withoutKeywords
        case "mailto":
            guard rest.contains("@") else { return nil }
            text = "mailto:" + rest.withoutKeywords
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
        guard let first, first != ":" else { return false }
        return unicodeScalars.allSatisfy {
            !$0.isASCII || $0.properties.isAlphabetic || ("0"..."9").contains($0)
                || "-._:@%".unicodeScalars.contains($0)
        }
    }

    fileprivate var holdsKeyword: Bool {
        keywords.contains { "\(self)".contains($0) }
    }

    /// The text with the colon of each keyword escaped.
    fileprivate var withoutKeywords: String {
        keywords.reduce(String(self)) { text, keyword in
            text.split(separator: keyword, omittingEmptySubsequences: false)
                .joined(separator: keyword.dropLast() + "%3A")
        }
    }
}

extension String {
    /// The length in UTF-16 code units once the library has escaped what it escapes.
    fileprivate var escapedLength: Int {
        utf16.count + 2 * unicodeScalars.count { " \"<>[]`^{}%".unicodeScalars.contains($0) }
    }
}

extension Unicode.Scalar {
    fileprivate var isPrintable: Bool {
        value >= 0x20 && value != 0x7F && value & 0xFFFE != 0xFFFE
            && properties.generalCategory != .control && properties.generalCategory != .format
    }
}
