internal import Diagnostics
internal import Foundation
internal import Workspace

/// A file that is replaced whole or not at all.
struct OutputFile {
    /// Where it stands.
    let path: String

    /// Writes the file beside its place and moves it there; a failed write leaves the old file.
    ///
    /// - Throws: A diagnostic that names the file and the system’s reason.
    func write(_ bytes: Data) throws(Diagnostic) {
        try makeFolder()
        do {
            try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw trouble(error)
        }
    }

    /// Makes the folder that the file stands in, where it is missing.
    ///
    /// - Throws: A diagnostic that names the file and the system’s reason.
    func makeFolder() throws(Diagnostic) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: true
            )
        } catch {
            throw trouble(error)
        }
    }

    private func trouble(_ error: any Error) -> Diagnostic {
        Diagnostic(
            .error,
            code: "not-written",
            at: Place(path),
            "the file could not be written: \(error.systemReason(at: path))",
            mend: "check the folder, its permissions and the free space, or choose another -o"
        )
    }
}
