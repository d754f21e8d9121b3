public import Diagnostics

/// The files that a workspace stands on; in tests, files that exist only in memory.
///
/// It has several requirements because finding, checking and making a workspace must see one and the
/// same state of the files.
public protocol WorkFiles: Sendable {
    /// What stands at a path; nil when nothing does. Links are followed.
    func kind(at path: String) -> FileKind?
    /// The names in a folder, in any order; none when it cannot be read.
    func names(in folder: String) -> [String]
    /// The whole content of a file.
    func bytes(of path: String) throws(Diagnostic) -> [UInt8]
    /// Makes a folder and those above it where they are missing.
    func makeFolder(at path: String) throws(Diagnostic)
    /// Writes a file that is not there yet; fails when it is.
    func create(_ path: String, bytes: [UInt8]) throws(Diagnostic)
}

/// What a path can name.
public enum FileKind: Hashable, Sendable {
    /// A file, a folder, or a pipe, socket or device.
    case file, folder, other
}
