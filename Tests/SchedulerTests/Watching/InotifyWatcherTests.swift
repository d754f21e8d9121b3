import Foundation
import Testing

@testable import Scheduler

@Suite(.timeLimit(.minutes(5)))
struct InotifyWatcherTests {
    let folder: TemporaryFolder
    let corpus = "corpus"

    init() throws {
        folder = try TemporaryFolder()
        try folder.makeFolder(corpus)
        try folder.put("corpus/a.txt")
        try folder.put("corpus/old/b.txt")
    }

    /// The hints of a watch, up to a file that is written to mark a moment.
    struct Hints {
        private let folder: TemporaryFolder
        private var iterator: AsyncStream<Hint>.Iterator
        private var marks = 0

        init(_ folder: TemporaryFolder, _ corpus: String) {
            self.folder = folder
            iterator = InotifyWatcher(
                folder[corpus],
                ignoring: IgnoreRule(folders: ["out"]),
                search: .milliseconds(2)
            ).hints().makeAsyncIterator()
        }

        /// Everything that was told until now.
        mutating func all() async throws -> Set<Hint> {
            marks += 1
            try folder.put("corpus/mark\(marks)")
            return await until(.changed("mark\(marks)"))
        }

        /// Everything that is told before a hint.
        mutating func until(_ last: Hint) async -> Set<Hint> {
            var hints: Set<Hint> = []
            while let hint = await iterator.next(isolation: #isolation), hint != last {
                if case .changed(let path) = hint, path.hasPrefix("mark") { continue }
                hints.insert(hint)
            }
            return hints
        }
    }

    @Test
    func `nothing is told where nothing changes, and where only reading is done`() async throws {
        var hints = Hints(folder, corpus)
        _ = try folder.texts()
        #expect(try await hints.all() == [])
    }

    @Test
    func `a write in place is told`() async throws {
        var hints = Hints(folder, corpus)
        let file = try #require(FileHandle(forWritingAtPath: folder["corpus/a.txt"]))
        try file.write(contentsOf: Data("more".utf8))
        #expect(try await hints.all() == [])
        try file.close()
        #expect(await hints.until(.changed("a.txt")) == [])
    }

    @Test
    func `a save by renaming is told by its last name only`() async throws {
        var hints = Hints(folder, corpus)
        try folder.write("new", to: "corpus/a.txt.tmp")
        rename(folder["corpus/a.txt.tmp"], folder["corpus/a.txt"])
        #expect(try await hints.all() == [.changed("a.txt")])
    }

    @Test
    func `a save as Vim does it is told`() async throws {
        var hints = Hints(folder, corpus)
        try folder.put("corpus/4913")
        try folder.remove("corpus/4913")
        try folder.move("corpus/a.txt", to: "corpus/a.txt~")
        try folder.write("new", to: "corpus/a.txt")
        try folder.remove("corpus/a.txt~")
        #expect(try await hints.all() == [.changed("a.txt")])
        try folder.write("newer", to: "corpus/a.txt")
        #expect(await hints.until(.changed("a.txt")) == [])
    }

    @Test
    func `a file that is removed, and a hard link, are told`() async throws {
        var hints = Hints(folder, corpus)
        try folder.write("c", to: "c.txt")
        link(folder["c.txt"], folder["corpus/c.txt"])
        #expect(try await hints.all() == [.changed("c.txt")])
        try folder.remove("corpus/old/b.txt")
        #expect(try await hints.all() == [.changed("old/b.txt")])
    }

    @Test
    func `folders that are made all at once are watched to the bottom`() async throws {
        var hints = Hints(folder, corpus)
        for number in 0..<20 { try folder.put("corpus/n\(number)/s/t/u/f.txt") }
        _ = try await hints.all()
        for number in 0..<20 { try folder.put("corpus/n\(number)/s/t/u/late.txt") }
        let told = try await hints.all()
        #expect(told == Set((0..<20).map { .changed("n\($0)/s/t/u/late.txt") }))
    }

    @Test
    func `a folder that is moved in is watched with all beneath it`() async throws {
        var hints = Hints(folder, corpus)
        try folder.put("ready/deep/a.txt")
        try folder.move("ready", to: "corpus/ready")
        #expect(try await hints.all() == [.changed("ready")])
        try folder.put("corpus/ready/deep/b.txt")
        #expect(try await hints.all() == [.changed("ready/deep/b.txt")])
    }

    @Test
    func `a folder that is moved out tells nothing any more`() async throws {
        try folder.makeFolder("corpus/old/deep")
        var hints = Hints(folder, corpus)
        try folder.move("corpus/old", to: "away")
        #expect(try await hints.all().contains(.changed("old")))
        try folder.put("away/new.txt")
        try folder.put("away/deep/new.txt")
        #expect(try await hints.all() == [])
    }

    @Test
    func `a folder that gets another name tells by its new one`() async throws {
        try folder.makeFolder("corpus/old/deep")
        var hints = Hints(folder, corpus)
        try folder.move("corpus/old", to: "corpus/new")
        try folder.makeFolder("corpus/old/deep")
        _ = try await hints.all()
        try folder.put("corpus/new/deep/a.txt")
        try folder.put("corpus/old/deep/b.txt")
        #expect(
            try await hints.all() == [.changed("new/deep/a.txt"), .changed("old/deep/b.txt")]
        )
    }

    @Test
    func `a folder that is linked is watched, and no loop is followed`() async throws {
        try folder.makeFolder("elsewhere/deep")
        symlink(folder.path, folder["elsewhere/deep/loop"])
        var hints = Hints(folder, corpus)
        symlink(folder["elsewhere"], folder["corpus/link"])
        #expect(try await hints.all() == [.changed("link")])
        try folder.put("elsewhere/deep/a.txt")
        #expect(try await hints.all() == [.changed("link/deep/a.txt")])
        try folder.remove("corpus/link")
        #expect(await hints.until(.changed("link")) == [])
        try folder.put("elsewhere/deep/b.txt")
        #expect(try await hints.all() == [])
    }

    @Test
    func `own output and hidden folders are passed over`() async throws {
        var hints = Hints(folder, corpus)
        try folder.put("corpus/out/deep/a.md")
        try folder.put("corpus/.git/index")
        #expect(try await hints.all() == [])
        try folder.move("corpus/old", to: "corpus/.old")
        #expect(try await hints.all().contains(.changed("old")))
        try folder.put("corpus/.old/c.txt")
        #expect(try await hints.all() == [])
    }

    @Test
    func `a folder that is deleted and made again is found`() async throws {
        var hints = Hints(folder, corpus)
        try folder.remove(corpus)
        _ = await hints.until(.rescan(.folderGone))
        try folder.put("corpus/new/a.txt")
        _ = await hints.until(.rescan(.folderFound))
        try folder.put("corpus/new/b.txt")
        #expect(try await hints.all().isSuperset(of: [.changed("new/b.txt")]))
    }

    @Test
    func `a folder that is moved away is looked for, and one that was missing is found`()
        async throws
    {
        try folder.move(corpus, to: "away")
        var hints = Hints(folder, corpus)
        try folder.move("away", to: corpus)
        #expect(await hints.until(.rescan(.folderFound)) == [])
        try folder.move(corpus, to: "away")
        _ = await hints.until(.rescan(.folderGone))
        try folder.put("away/old/c.txt")
        try folder.makeFolder(corpus)
        #expect(await hints.until(.rescan(.folderFound)) == [])
        #expect(try await hints.all() == [])
    }

    @Test
    func `a file in place of the folder is no folder`() async throws {
        try folder.remove(corpus)
        try folder.put(corpus)
        var hints = Hints(folder, corpus)
        try await Task.sleep(for: .milliseconds(20))
        try folder.remove(corpus)
        try folder.makeFolder(corpus)
        #expect(await hints.until(.rescan(.folderFound)) == [])
    }

    @Test
    func `a system that has no watcher left is told`() async throws {
        await #expect(processExitsWith: .success) { [path = folder.path as String] in
            let next = open("/dev/null", O_RDONLY)
            var limit = rlimit(rlim_cur: rlim_t(next), rlim_max: rlim_t(next))
            close(next)
            setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            let hints = InotifyWatcher(path, ignoring: IgnoreRule()).hints()
            let all = await hints.reduce(into: []) { $0.append($1) }
            #expect(all == [.rescan(.exhausted(.watchers))])
        }
    }

    @Test
    func `a watch that is cancelled ends at once`() async throws {
        let hints = InotifyWatcher(folder[corpus], ignoring: IgnoreRule()).hints()
        let task = Task { await hints.reduce(into: 0) { count, _ in count += 1 } }
        task.cancel()
        #expect(await task.value == 0)
    }

    @Test
    func `a watch that nobody reads any more gives its descriptor back`() async throws {
        await #expect(processExitsWith: .success) { [path = folder[corpus] as String] in
            func watches() throws -> Int {
                try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count {
                    let link = "/proc/self/fd/\($0)"
                    return (try? FileManager.default.destinationOfSymbolicLink(atPath: link))?
                        .contains("inotify") == true
                }
            }
            let hints = InotifyWatcher(path, ignoring: IgnoreRule()).hints()
            #expect(try watches() == 1)
            let task = Task { for await _ in hints {} }
            task.cancel()
            do { _ = InotifyWatcher(path, ignoring: IgnoreRule()).hints() }
            while try watches() > 0 { await Task.yield() }
        }
    }
}
