internal import Foundation

/// Turns PDF into text by poppler's `pdftotext`.
///
/// The program is started and waited for on the calling thread, since files are read on threads of their own.
/// It sees the PDF as its standard input and nothing else of the machine by name.
public struct Poppler: PDFConverter {
    private let program: String
    private let seconds: Int

    /// The most text that is taken of one PDF, in bytes: 64 MB.
    public static let mostText = 64 << 20

    /// Makes the converter.
    ///
    /// - Parameters:
    ///   - program: The program's name, looked for on the PATH, or its path.
    ///   - seconds: How long it may take for one file.
    public init(program: String = "pdftotext", seconds: Int = 60) {
        self.program = program
        self.seconds = seconds
    }

    /// Runs the program on a PDF.
    public func text(of pdf: [UInt8]) throws(PDFTrouble) -> [UInt8] {
        guard let input = Self.file(holding: pdf) else { throw .failed(status: Int(errno)) }
        defer { close(input) }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .failed(status: Int(errno)) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let child: pid_t
        do throws(PDFTrouble) {
            child = try start(input: input, output: ends[1])
            close(ends[1])
        } catch {
            close(ends[1])
            throw error
        }
        let result = Self.read(ends[0], seconds: seconds)
        if case .failure = result { kill(child, SIGKILL) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1, errno == EINTR {}
        let text = try result.get()
        // The exit status lies in the second byte, a signal in the low seven bits.
        let signal = Int(status & 0x7F)
        let code = signal == 0 ? Int(status >> 8 & 0xFF) : 128 + signal
        guard code == 0 else { throw code == 127 ? .notInstalled : .failed(status: code) }
        return text
    }

    /// A file without a name that holds some bytes, open at its start.
    private static func file(holding bytes: [UInt8]) -> Int32? {
        let folder = FileManager.default.temporaryDirectory
        var name = Array(folder.appending(path: "briefctl-XXXXXX").path.utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { return nil }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        unlink(name)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                close(file)
                return nil
            }
            written += max(count, 0)
        }
        lseek(file, 0, SEEK_SET)
        return file
    }

    private func start(input: Int32, output: Int32) throws(PDFTrouble) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let words = [program, "-q", "-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "-", "-"]
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        let trouble = posix_spawnp(&child, program, &actions, nil, &arguments, environ)
        guard trouble == 0 else {
            throw trouble == ENOENT ? .notInstalled : .failed(status: Int(trouble))
        }
        return child
    }

    /// What a pipe gives until its end, as long as it comes in time and within the limit.
    private static func read(_ pipe: Int32, seconds: Int) -> Result<[UInt8], PDFTrouble> {
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(seconds)
        var text: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let left = (deadline - clock.now) / .milliseconds(1)
            guard left > 0 else { return .failure(.tooSlow(seconds: seconds)) }
            var event = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
            guard poll(&event, 1, Int32(min(left, 60_000))) > 0 else { continue }
            let count = Foundation.read(pipe, &chunk, chunk.count)
            if count == 0 { return .success(text) }
            guard count > 0 else {
                if errno == EINTR { continue }
                return .failure(.failed(status: Int(errno)))
            }
            text.append(contentsOf: chunk[0..<count])
            guard text.count <= mostText else { return .failure(.tooLarge(limit: mostText)) }
        }
    }
}
