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
    let archive: Archive

    /// The files that stand there now.
    func scan(at moment: Date) -> Scan {
        let roots = corpus.map(folder.path)
        let listing = archive.list(roots)
        var unreachable = listing.diagnostics.compactMap { $0.place?.path }.map(relative)
        var files: [ScannedFile] = []
        for path in listing.files {
            var status = stat()
            guard stat(path, &status) == 0 else {
                unreachable.append(relative(path))
                continue
            }
            files.append(
                ScannedFile(
                    path: relative(path),
                    size: Int64(status.st_size),
                    modified: nanoseconds(status.st_mtim),
                    changed: nanoseconds(status.st_ctim),
                    inode: UInt64(status.st_ino)
                )
            )
        }
        return Scan(files: files, unreachable: unreachable, startedAt: moment)
    }

    private func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    private func relative(_ path: String) -> String {
        let root = folder.root.hasSuffix("/") ? folder.root : folder.root + "/"
        return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
    }
}
