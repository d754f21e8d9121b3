public import Diagnostics
public import Records

/// Reads files into articles.
///
/// An archive has no memory: the same files always yield the same articles. Files are read one at a
/// time on each core, so that memory grows with the longest file and the articles read.
public struct Archive: Sendable {
    private let files: any FileSystem
    private let words: NewsWords
    private let formats: FormatTable
    private let today: Day?
    private let pdf: (any PDFConverter)?
    private let readsAllLanguages: Bool

    /// The largest file that is read, in bytes: 256 MB.
    public static let largestFile = 256 << 20

    /// The longest paragraph of an article, in bytes: 1 MB, some hundred times the longest that people write.
    public static let longestParagraph = 1 << 20

    /// The most paragraphs of an article: half a million, far more than any book has.
    public static let mostParagraphs = 500_000

    /// Loads the words by which parts of a page are told.
    ///
    /// - Parameters:
    ///   - files: Where the files are.
    ///   - today: The day of the run: dates that lie more than a day behind it are refused.
    ///   - pdf: What turns PDF into text; where it is nil, a PDF is told and passed over.
    ///   - readsAllLanguages: Whether articles in other languages than English are read too.
    /// - Throws: A diagnostic when a data file of the package is missing or wrong.
    public init(
        files: any FileSystem,
        today: Day? = nil,
        pdf: (any PDFConverter)? = nil,
        readsAllLanguages: Bool = false
    ) throws(Diagnostic) {
        self.files = files
        self.today = today
        self.pdf = pdf
        self.readsAllLanguages = readsAllLanguages
        words = try NewsWords()
        formats = try FormatTable()
    }

    /// Reads one file.
    public func read(file path: String) -> Reading {
        do throws(FileTrouble) {
            return articles(in: try files.bytes(of: path), path: path)
        } catch {
            let mend =
                error.isMissing
                ? "it was there when the folder was listed: run again"
                : "check who may read it: ls -l"
            return .failed(
                Diagnostic(.error, code: "unreadable", at: Place(path), error.reason, mend: mend)
            )
        }
    }

    /// Reads files, and all files in folders.
    ///
    /// - Parameters:
    ///   - paths: Files and folders, as the person typed them.
    ///   - progress: Told the number of files read and of all, after each; on any thread.
    /// - Returns: The articles in the order of their paths, and what became of every file.
    public func read(
        _ paths: [String],
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) -> Reading {
        let listing = Listing(of: paths, in: files, formats: formats)
        let readings = listing.files.mappedOnAllCores(sharing: 1, progress: progress) {
            read(file: $0.path)
        }
        var whole = Reading()
        whole.diagnostics = listing.diagnostics
        whole.outcomes = listing.outcomes
        for reading in readings {
            whole.articles += reading.articles
            whole.diagnostics += reading.diagnostics
            whole.outcomes += reading.outcomes
        }
        whole.diagnostics.sort {
            ($0.place?.path ?? "").precedes($1.place?.path ?? "")
        }
        whole.outcomes.sort { $0.path.precedes($1.path) }
        return whole
    }

    /// Reads the articles in the content of a file, or of standard input.
    ///
    /// - Parameters:
    ///   - bytes: The content, as it is stored.
    ///   - path: What it is called in ids and diagnostics.
    /// - Returns: The articles, and why there are none where there are none.
    public func articles(in bytes: [UInt8], path: String) -> Reading {
        guard bytes.count <= Self.largestFile else {
            return .failed(.tooLarge(path, bytes.count))
        }
        var reading = Reading()
        do throws(Diagnostic) {
            let content = try content(of: bytes, path, &reading.diagnostics)
            let found = try drafts(in: content, path: path)
            if let trouble = found.trouble {
                reading.diagnostics.append(Diagnostic(trouble, path: path, text: content.text))
            }
            var refusal = Diagnostic.noText(path)
            for (index, draft) in found.drafts.enumerated() {
                let id = found.isCollection ? "\(path)#\(index + 1)" : path
                if let excess = draft.excess {
                    refusal = excess(path)
                    reading.diagnostics.append(excess(id))
                    continue
                }
                let article = Galley.article(
                    draft,
                    id: id,
                    path: path,
                    map: content.text.map,
                    words: words,
                    today: today
                )
                guard let article else {
                    reading.diagnostics.append(.noText(id))
                    continue
                }
                if !readsAllLanguages, let other = words.languages.other(article.text) {
                    refusal = .otherLanguage(path, other)
                    reading.diagnostics.append(.otherLanguage(id, other))
                } else {
                    reading.articles.append(article)
                    Diagnostic.contradictingDates(article).map { reading.diagnostics.append($0) }
                }
            }
            guard !reading.articles.isEmpty else { return .failed(refusal) }
            reading.outcomes = [Outcome(path, .read(articles: reading.articles.count))]
            return reading
        } catch {
            return .failed(error)
        }
    }
}

// MARK: - What a file holds

extension Archive {
    /// The text of a file, and the form that it has.
    private struct Content {
        var text: DecodedText
        var format: Format
    }

    /// Unpacks what is packed, turns pages to print into text, and decodes characters.
    private func content(
        of stored: [UInt8],
        _ path: String,
        _ diagnostics: inout [Diagnostic]
    ) throws(Diagnostic) -> Content {
        let bytes = try unpacked(stored, path)
        if bytes.starts(with: "%PDF".utf8) {
            let text = try decoded(try text(ofPDF: bytes, path), path, &diagnostics)
            return Content(text: text, format: .text)
        }
        if bytes.opensAsMail {
            return Content(text: DecodedText(verbatim: bytes), format: .mail)
        }
        let text = try decoded(bytes, path, &diagnostics)
        return Content(text: text, format: Format(of: text.bytes, path: path, formats: formats))
    }

    private func unpacked(_ bytes: [UInt8], _ path: String) throws(Diagnostic) -> [UInt8] {
        guard Gzip.opens(bytes) else { return bytes }
        do throws(Gzip.Failure) {
            return try Gzip.unpacked(bytes, limit: Self.largestFile)
        } catch {
            throw .unpacked(path, error)
        }
    }

    private func text(ofPDF bytes: [UInt8], _ path: String) throws(Diagnostic) -> [UInt8] {
        guard let pdf else { throw .pdf(path, .notInstalled) }
        do throws(PDFTrouble) {
            return try pdf.text(of: bytes)
        } catch {
            throw .pdf(path, error)
        }
    }

    private func decoded(
        _ bytes: [UInt8],
        _ path: String,
        _ diagnostics: inout [Diagnostic]
    ) throws(Diagnostic) -> DecodedText {
        do throws(DecodedText.Failure) {
            let text = try DecodedText(bytes)
            if text.encoding == .windows1252 { diagnostics.append(.windows1252(path)) }
            if text.damage > 0 { diagnostics.append(.damaged(path, text)) }
            return text
        } catch {
            switch error {
            case .empty: throw .empty(path)
            case .binary(let offset): throw .binary(path, bytes, offset: offset)
            }
        }
    }

    private func drafts(in content: Content, path: String) throws(Diagnostic) -> Drafts {
        let reader: any Reader =
            switch content.format {
            case .html: HTMLReader(words: words)
            case .feed: FeedReader(words: words)
            case .markdown: MarkdownReader(words: words)
            case .json: JSONReader(words: words)
            case .mail: MailReader(words: words)
            case .text, .pdf, .other: TextReader()
            }
        do throws(ReadingError) {
            return try reader.drafts(in: content.text.bytes)
        } catch {
            throw Diagnostic(error, path: path, text: content.text)
        }
    }
}

extension Draft {
    /// What tells that the text is beyond what people write; nil where it is not.
    fileprivate var excess: ((_ path: String) -> Diagnostic)? {
        if pieces.count > Archive.mostParagraphs { return { .manyParagraphs($0) } }
        let isLong = pieces.contains { $0.range.count > Archive.longestParagraph }
        return isLong ? { .longParagraph($0) } : nil
    }
}

extension Reading {
    /// A reading of one file that failed.
    fileprivate static func failed(_ diagnostic: Diagnostic) -> Reading {
        var reading = Reading()
        reading.diagnostics = [diagnostic]
        // What only needs a note, such as the JSON of another program, was no article in the first place.
        let result: Outcome.Result =
            diagnostic.severity == .note ? .passedOver : .failed(diagnostic)
        reading.outcomes = [Outcome(diagnostic.place?.path ?? "", result)]
        return reading
    }
}
