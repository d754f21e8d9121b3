internal import Corpus
internal import Diagnostics
internal import Foundation
internal import Ledger
internal import Workspace

/// What stands in a workspace's corpus at a moment, as it is seen without reading a file.
struct CorpusScan {
    /// The files, and what could not be looked at.
    let scan: Scan
    /// What is wrong with files and folders that could not be looked at, relative to the workspace.
    let diagnostics: [Diagnostic]

    /// Looks at a workspace's folders of articles.
    ///
    /// - Parameters:
    ///   - corpus: The folders, relative to the workspace.
    ///   - folder: The workspace.
    ///   - moment: A moment before the first file is looked at.
    /// - Throws: A diagnostic when a data file of the package is missing or wrong.
    init(of corpus: [String], in folder: WorkFolder, at moment: Date) throws {
        let roots = corpus.map(folder.path)
        let listing = try Listing(of: roots, in: DiskFileSystem())
        let files = listing.files.map { file in
            ScannedFile(
                path: folder.relative(file.path),
                size: Int64(file.entry.size),
                modified: file.entry.modified,
                changed: file.entry.changed,
                inode: file.entry.identity.number
            )
        }
        diagnostics = listing.diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.place = diagnostic.place.map { Place(folder.relative($0.path)) }
            return diagnostic
        }
        let unreachable = diagnostics.compactMap { $0.place?.path }
        scan = Scan(files: files, unreachable: unreachable, startedAt: moment)
    }

    /// What keeps files from being read.
    var failed: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}
