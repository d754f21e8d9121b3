internal import Diagnostics
internal import Foundation

/// The program as it was put on this machine: the executable with its resources beside it.
enum Installation {
    /// Makes sure that the resources lie beside the executable, before anything asks for them.
    ///
    /// - Throws: A diagnostic that says where they should be.
    static func check() throws(Diagnostic) {
        let folder = Bundle.main.bundleURL
        for target in ["Language", "Corpus", "Extraction", "Findings", "Briefing", "Workspace"] {
            let resources = folder.appending(path: "briefctl_\(target).resources")
            guard FileManager.default.fileExists(atPath: resources.path) else {
                throw Diagnostic(
                    .error,
                    code: "missing-resource",
                    at: Place(resources.path),
                    "a folder of the program does not lie beside it",
                    mend: "copy the program together with its .resources folders, or run "
                        + "‘make install’ again"
                )
            }
        }
    }
}
