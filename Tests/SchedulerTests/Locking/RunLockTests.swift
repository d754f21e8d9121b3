import Foundation
import Testing

@testable import Scheduler

struct RunLockTests {
    static let start = Date(timeIntervalSince1970: 1_722_146_400)
    static let holder = Holder(process: 4711, since: start, command: "briefctl run")

    let folder: TemporaryFolder
    var path: String { folder["lock"] }

    /// Takes a lock that is free, or will be in an instant: a process that another test starts right
    /// now shares all open files until it has begun.
    func takeFreeLock() async throws {
        _ = try await RunLock.waiting(
            path: path,
            as: Self.holder,
            atMost: .seconds(10),
            clock: ContinuousClock()
        )
    }

    init() throws { folder = try TemporaryFolder() }

    @Test
    func `a lock that is held names its holder`() throws {
        var lock = try RunLock(path: path, as: Self.holder)
        lock.announce()
        #expect(throws: RunLockError.held(path: path, by: Self.holder)) {
            _ = try RunLock(path: path, as: Holder(process: 1, since: .distantPast, command: ""))
        }
        withExtendedLifetime(lock) {}
    }

    @Test
    func `a lock that goes is free, and its file stays empty`() async throws {
        do {
            var lock = try RunLock(path: path, as: Self.holder)
            lock.announce()
        }
        #expect(try folder.texts() == ["lock": ""])
        try await takeFreeLock()
    }

    @Test
    func `a lock that is only held touches no file`() async throws {
        do { _ = try RunLock(path: path, as: Self.holder) }
        let before = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
        try await Task.sleep(for: .milliseconds(20))
        try await takeFreeLock()
        let after = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
        #expect(before as? Date == after as? Date)
    }

    @Test(arguments: ["", "no JSON", String(repeating: "x", count: 10_000)])
    func `a holder that wrote nothing sensible is not named`(text: String) throws {
        let lock = try RunLock(path: path, as: Self.holder)
        try folder.write(text, to: "other")
        try FileManager.default.contents(atPath: folder["other"])?
            .write(to: URL(fileURLWithPath: path), options: [])
        #expect(throws: RunLockError.held(path: path, by: nil)) {
            _ = try RunLock(path: path, as: Self.holder)
        }
        withExtendedLifetime(lock) {}
    }

    @Test
    func `a process that is killed frees its lock`() async throws {
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            var lock = try RunLock(path: path, as: RunLockTests.holder)
            lock.announce()
            kill(getpid(), SIGKILL)
            withExtendedLifetime(lock) {}
        }
        #expect(try folder.texts()["lock"]?.contains("briefctl run") == true)
        try await takeFreeLock()
    }

    @Test
    func `a child process does not inherit the lock`() async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "read line"]
        let input = Pipe()
        process.standardInput = input
        do {
            let lock = try RunLock(path: path, as: Self.holder)
            try process.run()
            withExtendedLifetime(lock) {}
        }
        try await takeFreeLock()
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    @Test
    func `a file that is replaced before it is locked is let go`() throws {
        var isReplaced = false
        var lock = try RunLock(path: path, as: Self.holder) {
            guard !isReplaced else { return }
            isReplaced = true
            try? folder.remove("lock")
            try? folder.write("", to: "lock")
        }
        lock.announce()
        #expect(throws: RunLockError.held(path: path, by: Self.holder)) {
            _ = try RunLock(path: path, as: Self.holder)
        }
        withExtendedLifetime(lock) {}
    }

    @Test
    func `a file that is replaced again and again is given up`() throws {
        #expect(throws: RunLockError.unavailable(path: path, code: ESTALE)) {
            _ = try RunLock(path: path, as: Self.holder) { try? folder.remove("lock") }
        }
    }

    @Test
    func `a folder that is missing, and a folder in the way, are told`() throws {
        #expect(throws: RunLockError.unavailable(path: folder["no/lock"], code: ENOENT)) {
            _ = try RunLock(path: folder["no/lock"], as: Self.holder)
        }
        #expect(throws: RunLockError.unavailable(path: folder.path, code: EISDIR)) {
            _ = try RunLock(path: folder.path, as: Self.holder)
        }
    }

    @Test
    func `a folder that is closed is told`() async throws {
        chmod(folder.path, 0)
        defer { chmod(folder.path, 0o700) }
        await #expect(processExitsWith: .success) { [path = path as String] in
            _ = setuid(65534)  // nothing is closed to root
            #expect(throws: RunLockError.unavailable(path: path, code: EACCES)) {
                _ = try RunLock(path: path, as: RunLockTests.holder)
            }
        }
    }

    @Test
    func `errors say what to do`() {
        let held = RunLockError.held(path: "state/lock", by: Self.holder).diagnostic
        #expect(
            "\(held)" == """
                state/lock: error: another run holds the lock since 2024-07-28T06:00:00Z, pid 4711: \
                ‘briefctl run’ [busy]
                  try: wait until it has finished, or use --wait
                """
        )
        let closed = RunLockError.unavailable(path: "state/lock", code: EACCES).diagnostic
        #expect(
            "\(closed)" == """
                state/lock: error: the lock cannot be taken: permission denied [lock-unavailable]
                  try: check that the folder exists and who may write there: ls -ld
                """
        )
    }

    @Test
    func `waiting takes the lock once it is free`() async throws {
        let clock = TestClock()
        let other = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        try #require(flock(other, LOCK_EX) == 0)
        async let time: Void = {
            for time in [50, 150, 350] { await clock.wake(.milliseconds(time)) }
            await clock.sleeper(until: .milliseconds(750))
            close(other)
            clock.advance(to: .milliseconds(750))
        }()
        _ = try await RunLock.waiting(
            path: path,
            as: Self.holder,
            atMost: .seconds(60),
            clock: clock
        )
        await time
    }

    @Test
    func `waiting ends at its deadline`() async throws {
        let clock = TestClock()
        var lock = try RunLock(path: path, as: Self.holder)
        lock.announce()
        async let time: Void = {
            for time in [50, 150, 200] { await clock.wake(.milliseconds(time)) }
        }()
        await #expect(throws: RunLockError.held(path: path, by: Self.holder)) {
            _ = try await RunLock.waiting(
                path: path,
                as: Self.holder,
                atMost: .milliseconds(200),
                clock: clock
            )
        }
        await time
        withExtendedLifetime(lock) {}
    }
}
