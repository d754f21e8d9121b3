import Foundation

/// What one run of a program cost.
struct Cost {
    /// Seconds on the clock, and of the processor.
    var wall = Double.infinity, processor = Double.infinity
    /// The most memory that it held, in megabytes.
    var memory = Double.infinity

    /// The least of each of two costs.
    func least(_ other: Cost) -> Cost {
        Cost(
            wall: min(wall, other.wall),
            processor: min(processor, other.processor),
            memory: min(memory, other.memory)
        )
    }
}

/// Why a program could not be measured.
struct Failed: Error {
    let command: [String]
    let status: Int32
}

/// Runs each program in turn, several times, and prints the least that each cost, and how many times the first one's.
func compare(_ programs: [(name: String, command: [String])], rounds: Int) throws {
    var costs = Array(repeating: Cost(), count: programs.count)
    for _ in 0..<rounds {
        for (index, program) in programs.enumerated() {
            costs[index] = try costs[index].least(run(program.command))
        }
    }
    for (program, cost) in zip(programs, costs) {
        let size =
            (try? FileManager.default.attributesOfItem(
                atPath: program.command.first { $0.hasSuffix(".xlsx") } ?? ""
            )[.size] as? Int) ?? 0
        print(
            "\(program.name): \(rounded(cost.wall)) s, processor \(rounded(cost.processor)) s,",
            "\(rounded(cost.memory)) MB, file \(rounded(Double(size) / 1e6)) MB;",
            "\(rounded(cost.wall / costs[0].wall)) of the time,",
            "\(rounded(cost.processor / costs[0].processor)) of the processor,",
            "\(rounded(cost.memory / costs[0].memory)) of the memory"
        )
    }
}

/// Runs a program to its end.
private func run(_ command: [String]) throws -> Cost {
    let arguments = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process: pid_t = 0
    let clock = ContinuousClock()
    let start = clock.now
    let code = posix_spawn(&process, command[0], nil, nil, arguments, environ)
    guard code == 0 else { throw Failed(command: command, status: code) }
    var (status, usage): (Int32, rusage) = (0, rusage())
    guard wait4(process, &status, 0, &usage) == process, status == 0 else {
        throw Failed(command: command, status: status)
    }
    return Cost(
        wall: (clock.now - start) / .seconds(1),
        processor: usage.ru_utime.seconds + usage.ru_stime.seconds,
        memory: Double(usage.ru_maxrss) * 1024 / 1e6
    )
}

private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

extension timeval {
    fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
