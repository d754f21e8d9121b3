/// Tells when something in a folder may have changed.
///
/// A source may tell too much, and never what changed for certain: who listens looks for themselves.
public protocol ChangeSource: Sendable {
    /// The sequence that a source tells its hints by.
    associatedtype Hints: AsyncSequence & Sendable
    where Hints.Element == Hint, Hints.Failure == Never

    /// Begins to watch; what changes after this has returned is told.
    ///
    /// The sequence is for one reader, and ends when the reader’s task is cancelled. Hints that
    /// nobody reads in time may be dropped, but never all of them.
    func hints() -> Hints
}

/// A word that something may have changed.
public enum Hint: Hashable, Sendable {
    /// What stands at a path may have changed, come or gone.
    ///
    /// The path is relative to the folder that is watched, and empty for the folder itself.
    case changed(String)
    /// Anything may have changed.
    case rescan(Cause)

    /// Why no path can be named.
    public enum Cause: Hashable, Sendable {
        /// More happened at once than the system keeps.
        case overflow
        /// The folder is gone, was moved away or its file system was unmounted.
        case folderGone
        /// A folder stands at the path, again or another one.
        case folderFound
        /// The system watches no more folders; the source tells nothing from here on.
        case exhausted(WatchLimit)
    }
}

/// What the system has too little of to watch a folder.
public enum WatchLimit: Hashable, Sendable {
    /// The number of folders that one person may watch.
    case folders
    /// The number of watchers that one person may run.
    case watchers
}
