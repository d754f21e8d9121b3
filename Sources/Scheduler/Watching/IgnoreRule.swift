/// What a watch passes over: names that editors and downloads leave for a moment, and given folders.
public struct IgnoreRule: Hashable, Sendable {
    /// Folders to pass over with all beneath them, as paths relative to the folder that is watched.
    ///
    /// What the program writes itself belongs here, or each run would be the reason for the next.
    public let folders: Set<String>

    /// Makes a rule; slashes around a folder’s path mean nothing.
    public init(folders: Set<String> = []) {
        self.folders = Set(folders.map { $0.split(separator: "/").joined(separator: "/") })
    }

    /// Whether a path is passed over, because of its name or of a folder above it.
    ///
    /// - Parameter path: The path relative to the folder that is watched; empty for that folder.
    /// - Returns: Whether to pass over it.
    public func ignores(_ path: String) -> Bool {
        var start = path.startIndex
        while true {
            let end = path.utf8[start...].firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
            if Self.isPassing(path[start..<end]) { return true }
            if !folders.isEmpty, folders.contains(String(path[..<end])) { return true }
            guard end < path.endIndex else { return false }
            start = path.utf8.index(after: end)
        }
    }

    /// Whether a name is hidden or that of a file on its way to another name.
    ///
    /// Sources: `.#*` and `*~` are Emacs’s locks and backups, `4913` and `*.swp` are Vim’s probe and swap
    /// files, `~$*` is Office’s lock, `*.part` and `*.crdownload` are Firefox’s and Chrome’s downloads.
    /// Large and small letters are the same: a share may come from Windows.
    private static func isPassing(_ name: Substring) -> Bool {
        guard !name.hasPrefix("."), !name.hasPrefix("~$"), !name.hasSuffix("~") else { return true }
        guard name != "4913", let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else {
            return name == "4913"
        }
        return endings.contains(name[dot...].lowercased())
    }

    private static let endings: Set = [".swp", ".tmp", ".part", ".crdownload"]
}
