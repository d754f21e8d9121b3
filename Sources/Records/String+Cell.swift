extension String {
    /// The text as one of several values in a line: in quotes where it needs them.
    ///
    /// Source: RFC 4180, <https://www.rfc-editor.org/rfc/rfc4180>.
    ///
    /// - Parameter delimiter: The byte that parts the values.
    /// - Returns: The text, quoted where it holds a delimiter, a quote or a line break.
    package func cell(delimiter: UInt8 = UInt8(ascii: ",")) -> String {
        utf8.contains { $0 == delimiter || [0x22, 0x0A, 0x0D].contains($0) } ? quotedCell : self
    }

    /// The text in quotes, with the quotes within doubled, those too that a mark combines with.
    package var quotedCell: String {
        let pieces = unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
        return "\"" + pieces.map { String($0) }.joined(separator: "\"\"") + "\""
    }

    /// The text so that no spreadsheet program runs it as a formula: behind an apostrophe.
    ///
    /// Source: OWASP, “CSV Injection”, <https://owasp.org/www-community/attacks/CSV_Injection>.
    package var withoutFormula: String {
        guard let first = unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first) else {
            return self
        }
        return "'" + self
    }
}
