/// A moment of a publication, just before what it is named for.
package enum PublicationStep: Hashable, Sendable, Codable {
    /// The staged files are checked.
    case checking
    /// The files that differ are put to the disk.
    case syncing
    /// The manifest is written.
    case recording
    /// A file takes its place.
    case moving(String)
    /// All files are in place; the manifest is removed.
    case moved
    /// The manifest is gone; the stage is removed.
    case forgotten
}
