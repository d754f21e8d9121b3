import Foundation
import Testing

@testable import Scheduler

struct FolderListingTests {
    let folder: TemporaryFolder
    let rule = IgnoreRule(folders: ["out"])

    init() throws { folder = try TemporaryFolder() }

    var listing: FolderListing { FolderListing(of: folder.path, ignoring: rule) }

    @Test
    func `files are listed by their paths, links followed and loops entered once`() throws {
        try folder.write("a", to: "a.txt")
        try folder.write("b", to: "deep/er/b.txt")
        try folder.write("c", to: "out/c.txt")
        try folder.write("d", to: ".git/d")
        symlink("..", folder["deep/up"])
        symlink("a.txt", folder["link.txt"])
        symlink("nowhere", folder["broken.txt"])
        #expect(Set(listing.files.keys) == ["a.txt", "deep/er/b.txt", "link.txt"])
    }

    @Test
    func `a folder that is missing is told from one that is empty`() throws {
        let missing = FolderListing(of: folder["none"], ignoring: rule)
        #expect(!missing.exists)
        #expect(listing.exists)
        #expect(missing != listing)
    }

    @Test
    func `what came, went or changed is told, however it was saved`() throws {
        for name in ["gone", "grown", "kept", "replaced", "touched"] {
            try folder.write("text", to: name)
        }
        let before = listing
        try folder.remove("gone")
        try folder.write("text and more", to: "grown")
        try folder.write("text", to: "new")
        try folder.write("next", to: "replaced.tmp")
        rename(folder["replaced.tmp"], folder["replaced"])
        var times = [timeval(), timeval()]
        utimes(folder["touched"], &times)
        #expect(
            listing.changes(since: before) == ["gone", "grown", "new", "replaced", "touched"]
        )
        #expect(listing.changes(since: listing) == [])
    }
}
