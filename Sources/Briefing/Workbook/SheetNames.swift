/// Names that a spreadsheet program takes, made from names that a person reads.
enum SheetNames {
    /// The names of sheets: at most 31 long, unique ignoring case, and without what no tab may show.
    ///
    /// Source: <https://support.microsoft.com/en-us/office/3f1f7148-ee83-404d-8ef0-9ff99fbad1f9>;
    /// a number sign would end the address of a link to the sheet.
    static func mended(_ names: [String]) -> [String] {
        unique(
            names.map { name in
                let cleaned = name.oneLine { "[]:*?/\\#".unicodeScalars.contains($0) }
                let bare = cleaned.trimmed { $0 == "'" || $0 == " " }.cut(toUTF16: sheetName)
                    .trimmed { $0 == "'" || $0 == " " }
                if bare.isEmpty { return "Sheet" }
                return bare.lowercased() == "history" ? "History sheet" : bare
            },
            limit: sheetName
        )
    }

    /// The headers of a table: not empty, unique ignoring case, and on one line.
    static func headers(_ titles: [String]) -> [String] {
        let headers = titles.enumerated().map { index, title in
            let cleaned = title.oneLine { _ in false }.trimmed { $0 == " " }
            return cleaned.isEmpty ? "Column \(index + 1)" : cleaned.cut(toUTF16: header)
        }
        return unique(headers, limit: header)
    }

    /// The names of tables: `tbl_` and ASCII letters, digits and underscores, unique ignoring case.
    static func tables(_ names: [String]) -> [String] {
        unique(
            names.map { name in
                let bare = name.hasPrefix("tbl_") ? String(name.dropFirst(4)) : name
                let safe = bare.unicodeScalars.map { scalar -> Character in
                    scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                        ? Character(scalar) : "_"
                }
                return "tbl_" + String(safe.isEmpty ? ["_"] : safe).cut(toUTF16: 200)
            },
            limit: 255,
            joint: "_",
            close: ""
        )
    }

    private static let sheetName = ExcelLimits.sheetName
    private static let header = ExcelLimits.header

    /// Names of which no two are the same: the second “Same” is called “Same (2)”.
    private static func unique(
        _ names: [String],
        limit: Int,
        joint: String = " (",
        close: String = ")"
    ) -> [String] {
        var taken = Set(names.map { $0.lowercased() })
        var seen: Set<String> = []
        return names.map { name in
            if seen.insert(name.lowercased()).inserted { return name }
            for number in 2... {
                let tail = "\(joint)\(number)\(close)"
                let next = name.cut(toUTF16: limit - tail.utf16.count) + tail
                if taken.insert(next.lowercased()).inserted {
                    seen.insert(next.lowercased())
                    return next
                }
            }
            return name
        }
    }
}

extension String {
    /// The text without control characters and the format's own escapes, on one line.
    fileprivate func oneLine(without isForbidden: (Unicode.Scalar) -> Bool) -> String {
        var result = ""
        for scalar in CellText(self).text.unicodeScalars {
            let isBreak = scalar.value < 0x20 || scalar.properties.generalCategory == .lineSeparator
            let isSpace = isBreak || isForbidden(scalar)
            result.unicodeScalars.append(isSpace ? " " : scalar)
        }
        return result
    }

    fileprivate func trimmed(_ isMargin: (Character) -> Bool) -> String {
        var part = self[...]
        while let first = part.first, isMargin(first) { part.removeFirst() }
        while let last = part.last, isMargin(last) { part.removeLast() }
        return String(part)
    }

    /// The longest start that is no longer than a number of UTF-16 code units.
    fileprivate func cut(toUTF16 limit: Int) -> String {
        var part = self[...]
        while part.utf16.count > limit { part.removeLast() }
        return String(part)
    }
}
