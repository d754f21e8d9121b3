internal import Foundation

extension Error {
    /// Why a file could not be read or written, in words: a folder stands there, no space left on device.
    ///
    /// Foundation’s own descriptions may be no more than a domain and a number.
    ///
    /// - Parameter path: The path of the file.
    /// - Returns: The reason, as the system puts it where it does.
    public func systemReason(at path: String) -> String {
        let error = self as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
        if cause.domain == NSPOSIXErrorDomain {
            let reason = String(cString: strerror(Int32(cause.code)))
            return reason.prefix(1).lowercased() + reason.dropFirst()
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
            isFolder.boolValue
        else { return error.localizedDescription }
        return "a folder stands there"
    }
}
