public import Diagnostics
internal import Foundation

/// The files of the machine.
public struct DiskFiles: WorkFiles {
    /// Makes the machine’s files.
    public init() {}

    /// What stands at a path of the machine.
    public func kind(at path: String) -> FileKind? {
        let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
            return nil
        }
        return switch attributes[.type] as? FileAttributeType {
        case .typeDirectory: .folder
        case .typeRegular: .file
        default: .other
        }
    }

    /// The names in a folder of the machine.
    public func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    /// The whole content of a file of the machine.
    public func bytes(of path: String) throws(Diagnostic) -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw Diagnostic(
                .error,
                code: "unreadable",
                at: Place(path),
                "the file cannot be read: \(error.systemReason(at: path))",
                mend: "check that it is there and that you may read it"
            )
        }
    }

    /// Makes a folder on the machine.
    public func makeFolder(at path: String) throws(Diagnostic) {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true
            )
        } catch {
            throw Self.notWritten(path, error)
        }
    }

    /// Writes a new file on the machine; the system refuses when one is there.
    public func create(_ path: String, bytes: [UInt8]) throws(Diagnostic) {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch {
            throw Self.notWritten(path, error)
        }
    }

    private static func notWritten(_ path: String, _ error: any Error) -> Diagnostic {
        Diagnostic(
            .error,
            code: "not-written",
            at: Place(path),
            "it could not be made: \(error.systemReason(at: path))",
            mend: "check the folder, its permissions and the free space"
        )
    }
}
