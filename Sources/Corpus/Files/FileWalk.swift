public import Diagnostics

/// One walk over paths and the folders beneath them.
struct FileWalk {
    private let files: any FileSystem
    private let formats: FormatTable
    private var seenFiles: [FileIdentity: String] = [:]
    private var seenFolders: [FileIdentity: String] = [:]
    private(set) var listing = Listing()

    init(_ files: any FileSystem, formats: FormatTable) {
        self.files = files
        self.formats = formats
    }

    /// Lists what a person named, and all that stands beneath it.
    mutating func list(_ paths: [String]) {
        for path in paths {
            // Each open folder with the folders around it, by which a loop is told.
            var open: [(path: String, isNamed: Bool, around: Set<FileIdentity>)] = [
                (path, true, [])
            ]
            while let (path, isNamed, around) = open.popLast() {
                do throws(FileTrouble) {
                    let entry = try files.entry(at: path)
                    switch entry.kind {
                    case .file: take(path, entry, isNamed: isNamed)
                    case .folder:
                        guard enter(path, entry, around) else { continue }
                        let inner = around.union([entry.identity])
                        open += try names(in: path).map { ($0, false, inner) }.reversed()
                    case .other:
                        fail(
                            path,
                            "not-a-file",
                            "the path names a pipe, socket or device",
                            mend: "pass its content on standard input"
                        )
                    }
                } catch {
                    fail(
                        path,
                        "unreadable",
                        error.reason,
                        mend: error.isMissing
                            ? "check the spelling of the path" : "check who may read it: ls -l"
                    )
                }
            }
        }
        listing.files.sort { $0.path.precedes($1.path) }
    }

    private mutating func take(_ path: String, _ entry: FileEntry, isNamed: Bool) {
        if let first = seenFiles.updateValue(path, forKey: entry.identity) {
            seenFiles[entry.identity] = first
            if first != path { listing.outcomes.append(Outcome(path, .repeated(of: first))) }
            return
        }
        if !isNamed, formats[path] == .other {
            listing.outcomes.append(Outcome(path, .passedOver))
            return
        }
        if entry.size > Archive.largestFile {
            let limit = Archive.largestFile >> 20
            fail(
                path,
                "too-large",
                "the file has \(entry.size >> 20) MB, more than the \(limit) that are read",
                mend: "split it into articles"
            )
            return
        }
        listing.files.append(ListedFile(path: path, entry: entry))
    }

    private mutating func enter(_ path: String, _ entry: FileEntry, _ around: Set<FileIdentity>)
        -> Bool
    {
        if around.contains(entry.identity) {
            listing.diagnostics.append(
                Diagnostic(
                    .warning,
                    code: "loop",
                    at: Place(path),
                    "the link leads back into a folder around it",
                    mend: "remove the link"
                )
            )
            return false
        }
        return seenFolders.updateValue(path, forKey: entry.identity) == nil
    }

    private mutating func names(in folder: String) throws(FileTrouble) -> [String] {
        var paths: [String] = []
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        for name in try files.names(in: folder) where name.first != UInt8(ascii: ".") {
            guard let text = String(validating: name, as: UTF8.self) else {
                let shown = name.map {
                    $0 < 0x80 ? String(UnicodeScalar($0)) : "\\x" + String($0, radix: 16)
                }
                fail(
                    base + shown.joined(),
                    "file-name",
                    "the file's name is no UTF-8",
                    mend: "rename it, for example with convmv"
                )
                continue
            }
            paths.append(base + text)
        }
        return paths.sorted { $0.precedes($1) }
    }

    private mutating func fail(_ path: String, _ code: String, _ reason: String, mend: String) {
        let diagnostic = Diagnostic(.error, code: code, at: Place(path), reason, mend: mend)
        listing.diagnostics.append(diagnostic)
        listing.outcomes.append(Outcome(path, .failed(diagnostic)))
    }
}

/// The files that some paths name, and what was wrong on the way to them.
public struct Listing: Hashable, Sendable {
    /// The files to read, sorted by the bytes of their paths, each file once.
    public var files: [ListedFile] = []
    /// What could not be listed.
    public var diagnostics: [Diagnostic] = []
    /// What became of the paths that are not to be read.
    public var outcomes: [Outcome] = []
}

/// A file to read, and what the walk saw there.
public struct ListedFile: Hashable, Sendable {
    /// The path by which it was found first.
    public var path: String
    /// What stood at the path.
    public var entry: FileEntry
}
