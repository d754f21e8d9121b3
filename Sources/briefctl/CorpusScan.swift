internal import Corpus
internal import Diagnostics
internal import Foundation
internal import Ledger
internal import Workspace

/// Looks at the files of a workspace's corpus without reading them.
struct CorpusScan {
    let folder: WorkFolder
    /// The folders of articles, relative to the workspace.
    let corpus: [String]

    /// The files that stand there now.
    ///
    /// - Throws: A diagnostic when a data file of the package is missing or wrong.
    func scan(at moment: Date) throws -> Scan {
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
        let unreachable = listing.diagnostics.compactMap { $0.place?.path }.map(folder.relative)
        return Scan(files: files, unreachable: unreachable, startedAt: moment)
    }
}
