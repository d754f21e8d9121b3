internal import Diagnostics

extension Diagnostic {
    static func tooLarge(_ path: String, _ size: Int) -> Diagnostic {
        Diagnostic(
            .error,
            code: "too-large",
            at: Place(path),
            "the file has \(size >> 20) MB, more than the \(Archive.largestFile >> 20) that are read",
            mend: "split it into articles"
        )
    }

    static func empty(_ path: String) -> Diagnostic {
        Diagnostic(
            .error,
            code: "empty",
            at: Place(path),
            "the file holds no text",
            mend: "fetch the article again, or remove the file"
        )
    }

    static func noText(_ path: String) -> Diagnostic {
        Diagnostic(
            .error,
            code: "no-text",
            at: Place(path),
            "no main text was found",
            mend: "save the article itself, not a page that loads it"
        )
    }

    static func windows1252(_ path: String) -> Diagnostic {
        Diagnostic(
            .note,
            code: "windows-1252",
            at: Place(path),
            "the file is no UTF-8 and was read as Windows-1252",
            mend: "if letters look wrong, convert it: iconv -f … -t UTF-8"
        )
    }

    static func damaged(_ path: String, _ text: DecodedText) -> Diagnostic {
        Diagnostic(
            .warning,
            code: "damaged-text",
            at: Place(path),
            "\(text.damage) bytes are no \(text.encoding.rawValue) and were read as ‘\u{FFFD}’",
            mend: "fetch the article again"
        )
    }

    /// What a file that holds a NUL byte is, by its first bytes.
    ///
    /// Source: <https://www.iana.org/assignments/media-types> and the formats’ own specifications.
    static func binary(_ path: String, _ bytes: [UInt8], offset: Int) -> Diagnostic {
        let kinds: [(opening: [UInt8], name: String)] = [
            (Array("%PDF".utf8), "a PDF"),
            (Array("PK\u{3}\u{4}".utf8), "a ZIP, Word or Excel file"),
            ([0xD0, 0xCF, 0x11, 0xE0], "an old Word or Excel file"),
            ([0x89, 0x50, 0x4E, 0x47], "a picture"),
            ([0xFF, 0xD8, 0xFF], "a picture"), (Array("GIF8".utf8), "a picture"),
            ([0x1F, 0x8B], "a compressed file"), (Array("SQLite format".utf8), "a database"),
        ]
        guard let kind = kinds.first(where: { bytes.starts(with: $0.opening) }) else {
            return Diagnostic(
                .error,
                code: "binary",
                at: Place(path),
                "the file is no text: a NUL byte stands at offset \(offset)",
                mend: "save the article as text, Markdown or HTML in UTF-8"
            )
        }
        return Diagnostic(
            .error,
            code: "binary",
            at: Place(path),
            "the file is \(kind.name) and no text",
            mend: "save the article as text, Markdown or HTML"
        )
    }

    /// What a reader could not read, told to a person.
    init(_ error: ReadingError, path: String, text: DecodedText) {
        switch error {
        case .tooDeep(let limit):
            self.init(
                .error,
                code: "too-deep",
                at: Place(path),
                "elements are nested more than \(limit) deep, or left open again and again",
                mend: "save the article as text"
            )
        case .declaresEntities(let offset):
            self.init(
                .error,
                code: "entities",
                at: Place(path, line: text.line(of: offset)),
                "the feed declares entities of its own, which are never unfolded",
                mend: "remove its <!DOCTYPE …>"
            )
        case .brokenMarkup(let offset):
            self.init(
                .error,
                code: "broken-feed",
                at: Place(path, line: text.line(of: offset)),
                "the feed's mark-up is broken here",
                mend: "fetch the feed again"
            )
        }
    }
}

extension DecodedText {
    /// The line that an offset lies in, counted from 1.
    fileprivate func line(of offset: Int) -> Int {
        1 + bytes.prefix(offset).reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    }
}
