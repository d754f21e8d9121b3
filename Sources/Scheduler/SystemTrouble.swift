internal import Foundation

/// What the system refused to do with a path.
package struct SystemTrouble: Error, Hashable, Sendable {
    /// The path.
    package var path: String
    /// The system’s number for the reason: `errno`.
    package var code: Int32

    /// Makes the trouble; the reason is the system’s last one unless another is given.
    package init(_ path: String, code: Int32 = errno) {
        self.path = path
        self.code = code
    }

    /// The reason in the system’s words and in lower case: “permission denied”.
    static func reason(_ code: Int32) -> String {
        String(cString: strerror(code)).lowercased()
    }
}
