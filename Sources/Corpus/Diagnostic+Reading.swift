internal import Diagnostics
internal import Records

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

    static func unpacked(_ path: String, _ failure: Gzip.Failure) -> Diagnostic {
        switch failure {
        case .tooLarge:
            Diagnostic(
                .error,
                code: "too-large",
                at: Place(path),
                "the file unpacks to more than the \(Archive.largestFile >> 20) MB that are read",
                mend: "unpack it and split it into articles"
            )
        case .damaged:
            Diagnostic(
                .error,
                code: "damaged-gzip",
                at: Place(path),
                "the packed file is damaged or was cut off",
                mend: "fetch it again; gzip -t tells whether it is whole"
            )
        }
    }

    static func pdf(_ path: String, _ trouble: PDFTrouble) -> Diagnostic {
        switch trouble {
        case .notInstalled:
            Diagnostic(
                .error,
                code: "no-pdftotext",
                at: Place(path),
                "the file is a PDF, and ‘pdftotext’ is not installed",
                mend: "install it: apt-get install poppler-utils"
            )
        case .tooSlow(let seconds):
            Diagnostic(
                .error,
                code: "slow-pdf",
                at: Place(path),
                "‘pdftotext’ had not ended after \(seconds) seconds and was stopped",
                mend: "save the article as text"
            )
        case .tooLarge(let limit):
            Diagnostic(
                .error,
                code: "too-large",
                at: Place(path),
                "the PDF holds more than the \(limit >> 20) MB of text that are read",
                mend: "save the article itself as text"
            )
        case .failed(let status):
            Diagnostic(
                .error,
                code: "broken-pdf",
                at: Place(path),
                "‘pdftotext’ could not read the PDF and ended with \(status)",
                mend: "open it in a viewer; if it asks for a password, save it without one"
            )
        }
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

    static func longParagraph(_ path: String) -> Diagnostic {
        Diagnostic(
            .error,
            code: "long-paragraph",
            at: Place(path),
            "a paragraph has more than the \(Archive.longestParagraph >> 20) MB that are read",
            mend: "put an empty line between paragraphs, or save the article itself"
        )
    }

    static func manyParagraphs(_ path: String) -> Diagnostic {
        Diagnostic(
            .error,
            code: "many-paragraphs",
            at: Place(path),
            "it has more than the \(Archive.mostParagraphs) paragraphs that are read",
            mend: "save the article itself"
        )
    }

    static func otherLanguage(_ path: String, _ language: String) -> Diagnostic {
        Diagnostic(
            .warning,
            code: "other-language",
            at: Place(path),
            "the article is in \(language), and only English ones are read",
            mend: "translate it, or leave it out"
        )
    }

    /// Tells what spoke against the date of an article; nil when nothing did.
    static func contradictingDates(_ article: Article) -> Diagnostic? {
        guard let date = article.published, let others = article.colophon?.otherDates,
            !others.isEmpty
        else { return nil }
        func words(_ date: ArticleDate) -> String { "\(date.date) (\(date.source.rawValue))" }
        return Diagnostic(
            .note,
            code: "contradicting-dates",
            at: Place(article.id),
            "its date is \(words(date)), and it also gives "
                + others.map(words).joined(separator: ", "),
            mend: "open it and see which one is right"
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
            "\(text.damage) bytes are no \(text.encoding.name) and were read as ‘\u{FFFD}’",
            mend: "fetch the article again"
        )
    }

    /// What a file that holds a NUL byte is, by its first bytes.
    ///
    /// Source: <https://www.iana.org/assignments/media-types> and the formats’ own specifications.
    static func binary(_ path: String, _ bytes: [UInt8], offset: Int) -> Diagnostic {
        let kinds: [(opening: [UInt8], name: String)] = [
            (Array("PK\u{3}\u{4}".utf8), "a ZIP, Word or Excel file"),
            ([0xD0, 0xCF, 0x11, 0xE0], "an old Word or Excel file"),
            ([0x89, 0x50, 0x4E, 0x47], "a picture"),
            ([0xFF, 0xD8, 0xFF], "a picture"), (Array("GIF8".utf8), "a picture"),
            (Array("BZh".utf8), "a compressed file"),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "a compressed file"),
            ([0x28, 0xB5, 0x2F, 0xFD], "a compressed file"),
            (Array("SQLite format".utf8), "a database"),
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
        case .tooManyParts(let limit):
            self.init(
                .error,
                code: "too-many-parts",
                at: Place(path),
                "the mail has more than \(limit) parts or messages",
                mend: "save what is to be read as files of their own"
            )
        case .noArticles:
            self.init(
                .note,
                code: "no-articles",
                at: Place(path),
                "the JSON holds no article: no object has a text",
                mend: "give each article “title”, “text”, “url” and “date_published”"
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
        case .brokenJSON(let offset):
            self.init(
                .error,
                code: "broken-json",
                at: Place(path, line: text.line(of: offset)),
                "the JSON is broken here",
                mend: "export the articles again; jq . tells what is wrong"
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
