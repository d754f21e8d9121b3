public import Diagnostics
internal import Records

/// One walk over paths and the folders beneath them: level by level, the folders of a level on all cores.
private struct FileWalk {
    /// A folder to be entered.
    private struct Folder {
        var path: String
        var identity: FileIdentity
        /// Itself and the folders around it, by which a loop is told.
        var around: Set<FileIdentity>
    }

    private let files: any FileSystem
    private let formats: FormatTable
    private var seenFolders: Set<FileIdentity> = []
    /// The folders that are still to be entered.
    private var ahead: [Folder] = []
    private(set) var listing = Listing()

    init(_ files: any FileSystem, formats: FormatTable) {
        self.files = files
        self.formats = formats
    }

    /// Lists what a person named, and all that stands beneath it.
    mutating func list(_ paths: [String]) {
        for path in paths {
            look(
                at: path,
                Result { () throws(FileTrouble) in try files.entry(at: path) },
                around: [],
                isNamed: true
            )
            while !ahead.isEmpty { enterAll() }
        }
        listing.files.sort { $0.path.precedes($1.path) }
        leaveOutRepeats()
    }

    /// Takes a file, or notes a folder down to be entered.
    private mutating func look(
        at path: String,
        _ entry: Result<FileEntry, FileTrouble>,
        around: Set<FileIdentity>,
        isNamed: Bool = false
    ) {
        switch entry {
        case .success(let entry) where entry.kind == .file: take(path, entry, isNamed: isNamed)
        case .success(let entry) where entry.kind == .folder:
            guard !around.contains(entry.identity) else { return loop(path) }
            ahead.append(
                Folder(
                    path: path,
                    identity: entry.identity,
                    around: around.union([entry.identity])
                )
            )
        case .success:
            fail(
                path,
                "not-a-file",
                "the path names a pipe, socket or device",
                mend: "pass its content on standard input"
            )
        case .failure(let trouble): fail(path, trouble)
        }
    }

    /// Enters the folders ahead; one with several names by the first.
    private mutating func enterAll() {
        let level = ahead.sorted { $0.path.precedes($1.path) }
            .filter { seenFolders.insert($0.identity).inserted }
        ahead = []
        let contents = level.mappedOnAllCores(sharing: 1) { [files] folder in
            Result { () throws(FileTrouble) in
                // Sorted here, on all cores, folder after folder are nearly in order.
                try files.items(in: folder.path)
                    .sorted { $0.name.lexicographicallyPrecedes($1.name) }
            }
        }
        for (folder, items) in zip(level, contents) {
            switch items {
            case .success(let items): enter(folder, items)
            case .failure(let trouble): fail(folder.path, trouble)
            }
        }
    }

    private mutating func enter(_ folder: Folder, _ items: [FolderItem]) {
        let base = folder.path.hasSuffix("/") ? folder.path : folder.path + "/"
        for item in items where item.name.first != UInt8(ascii: ".") {
            guard let name = String(validating: item.name, as: UTF8.self) else {
                let shown = item.name.map {
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
            look(at: base + name, item.entry, around: folder.around)
        }
    }

    private mutating func take(_ path: String, _ entry: FileEntry, isNamed: Bool) {
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

    /// Keeps of each file the path that stands first.
    private mutating func leaveOutRepeats() {
        var paths: [FileIdentity: String] = [:]
        paths.reserveCapacity(listing.files.count)
        listing.files.removeAll { file in
            guard let path = paths[file.entry.identity] else {
                paths[file.entry.identity] = file.path
                return false
            }
            if path != file.path {
                listing.outcomes.append(Outcome(file.path, .repeated(of: path)))
            }
            return true
        }
    }

    private mutating func loop(_ path: String) {
        listing.diagnostics.append(
            Diagnostic(
                .warning,
                code: "loop",
                at: Place(path),
                "the link leads back into a folder around it",
                mend: "remove the link"
            )
        )
    }

    private mutating func fail(_ path: String, _ trouble: FileTrouble) {
        fail(
            path,
            "unreadable",
            trouble.reason,
            mend: trouble.isMissing
                ? "check the spelling of the path" : "check who may read it: ls -l"
        )
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

    fileprivate init() {}
}

extension Listing {
    /// Lists the files that paths name: the files themselves and all in folders, hidden ones excepted.
    ///
    /// - Throws: A diagnostic when the package’s table of endings is missing or wrong.
    public init(of paths: [String], in files: any FileSystem) throws(Diagnostic) {
        self.init(of: paths, in: files, formats: try FormatTable())
    }

    /// Lists files, with the endings of names that are known.
    init(of paths: [String], in files: any FileSystem, formats: FormatTable) {
        var walk = FileWalk(files, formats: formats)
        walk.list(paths)
        self = walk.listing
    }
}

/// A file to read, and what the walk saw there.
public struct ListedFile: Hashable, Sendable {
    /// The path by which it was found first.
    public var path: String
    /// What stood at the path.
    public var entry: FileEntry
}
