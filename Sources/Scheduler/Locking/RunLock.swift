internal import Foundation

/// The right to run, which one process at a time has, whoever started it.
///
/// It is an exclusive `flock` on a file. The system takes it back when the process ends, however it
/// ends, so that no stale lock is ever left to remove. The file stays: a lock file that is removed lets
/// two processes in, one for each file. The lock is given back when the value goes.
///
/// Source: <https://man7.org/linux/man-pages/man2/flock.2.html>.
public struct RunLock: ~Copyable, Sendable {
    private let file: Int32
    private let holder: Holder
    private var isAnnounced = false

    /// Takes the lock at once, or tells who has it.
    ///
    /// Nothing is written, so that a run which finds nothing to do touches no file.
    ///
    /// - Parameters:
    ///   - path: The file, in a folder that exists; it is made where it is missing.
    ///   - holder: What others are told once it is announced.
    /// - Throws: ``RunLockError`` when the lock is held or the file cannot be opened.
    public init(path: String, as holder: Holder) throws(RunLockError) {
        try self.init(path: path, as: holder, opened: {})
    }

    /// Takes the lock, and tells a test when the file was opened and is not locked yet.
    init(path: String, as holder: Holder, opened: () -> Void) throws(RunLockError) {
        file = try Self.locked(path, opened: opened)
        self.holder = holder
    }

    deinit {
        if isAnnounced { _ = ftruncate(file, 0) }
        _ = close(file)
    }

    /// Writes down who has the lock, for others to read until it is given back.
    public mutating func announce() {
        guard !isAnnounced else { return }
        isAnnounced = true
        holder.write(to: file)
    }

    /// Takes the lock, waiting while another run has it.
    ///
    /// - Parameters:
    ///   - path: The file, in a folder that exists.
    ///   - holder: What others are told once it is announced.
    ///   - patience: How long to wait at most.
    ///   - clock: What tells the time and naps.
    /// - Returns: The lock.
    /// - Throws: ``RunLockError`` when the lock is still held in the end or the file cannot be opened,
    ///   `CancellationError` when the task is cancelled.
    public static func waiting<C: Clock>(
        path: String,
        as holder: Holder,
        atMost patience: Duration,
        clock: C
    ) async throws -> RunLock where C.Duration == Duration {
        let deadline = clock.now.advanced(by: patience)
        var nap = Self.shortestNap
        while true {
            let left = clock.now.duration(to: deadline)
            do throws(RunLockError) {
                return try RunLock(path: path, as: holder)
            } catch {
                guard case .held = error, left > .zero else { throw error }
            }
            try await clock.sleep(for: min(nap, left))
            nap = min(nap * 2, Self.longestNap)
        }
    }

    /// Long enough to cost nothing, short enough that no person notices.
    private static let shortestNap = Duration.milliseconds(50)
    /// The longest time that a lock lies free before a waiting run takes it.
    private static let longestNap = Duration.seconds(1)
    /// How often a file may be replaced under our hands before we give up.
    private static let mostReplacements = 100

    /// Opens the file and locks it; a file that was replaced in between is let go and the new one tried.
    private static func locked(_ path: String, opened: () -> Void) throws(RunLockError) -> Int32 {
        for _ in 0..<mostReplacements {
            let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
            guard file >= 0 else { throw .unavailable(path: path, code: errno) }
            opened()
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
                let code = errno
                let holder = Holder(in: file)
                _ = close(file)
                throw code == EWOULDBLOCK
                    ? .held(path: path, by: holder) : .unavailable(path: path, code: code)
            }
            if stands(file, at: path) { return file }
            _ = close(file)
        }
        throw .unavailable(path: path, code: ESTALE)
    }

    private static func stands(_ file: Int32, at path: String) -> Bool {
        var (ours, theirs) = (stat(), stat())
        return fstat(file, &ours) == 0 && stat(path, &theirs) == 0
            && ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino
    }
}
