internal import Diagnostics
internal import Foundation

/// The files that the package ships in its folder of templates.
enum TemplateFile {
    /// What a template begins with so that its values are printed as they are: the writer has made
    /// them safe for its format beforehand.
    static let plain = "{{% CONTENT_TYPE:TEXT}}"

    /// The text of a shipped file.
    ///
    /// - Parameter path: The path below the package's resources, beginning with `Templates`.
    /// - Returns: The whole text.
    /// - Throws: A ``Diagnostic`` when the file is not there.
    static func shipped(_ path: String) throws(Diagnostic) -> String {
        let url = Bundle.module.bundleURL.appendingPathComponent(path)
        guard let text = try? String(contentsOf: url, encoding: .utf8) else {
            throw Diagnostic(
                .error,
                code: "missing-resource",
                at: Place(path),
                "the package's file cannot be read",
                mend: "install the folders that end in .resources beside the program"
            )
        }
        return text
    }
}
