internal import Diagnostics
internal import Foundation

/// A file that is replaced whole or not at all.
struct OutputFile {
    /// Where it stands.
    let path: String

    /// Writes the file beside its place and moves it there; a failed write leaves the old file.
    ///
    /// - Throws: A diagnostic that names the file and the system’s reason.
    func write(_ bytes: Data) throws(Diagnostic) {
        let url = URL(fileURLWithPath: path)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try bytes.write(to: url, options: .atomic)
        } catch {
            throw Diagnostic(
                .error,
                code: "not-written",
                at: Place(path),
                "the file could not be written: \(error.localizedDescription)",
                mend: "check the folder, its permissions and the free space, or choose another -o"
            )
        }
    }
}
