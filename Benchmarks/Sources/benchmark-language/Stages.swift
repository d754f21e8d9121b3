import Foundation
import Language

/// The stages from text to a document that is read, each timed by the processor's time of its thread.
struct Stages {
    /// How often everything is done; the best round counts.
    static let rounds = 10

    let texts: [String]
    let analyzer: Analyzer
    let model: LanguageModel
    let documents: [Document]
    /// The number of tokens of all texts.
    let tokens: Int

    /// Prepares to measure on texts.
    init(_ texts: [String], _ analyzer: Analyzer, _ model: LanguageModel) {
        self.texts = texts
        self.analyzer = analyzer
        self.model = model
        documents = texts.map { analyzer.document($0) }
        tokens = documents.reduce(0) { $0 + $1.tokens.count }
    }

    /// The speed of each stage, on one core.
    func figures() -> [Figure] {
        var best = Times()
        for _ in 0..<Self.rounds { best = best.least(round()) }
        return [
            speed("tokens and sentences", best.splitting, asked: "5 million"),
            speed("tags", best.tagging, asked: "300,000"),
            speed("names, once tagged", best.naming, asked: "200,000"),
            speed("relations, once tagged", best.parsing, asked: "60,000"),
            speed("all, a quarter parsed", best.whole, asked: "100,000"),
        ]
    }

    /// The speed of the whole way on one core and on all, by the clock.
    func figuresOnAllCores() async -> [Figure] {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        var best = (alone: Double.infinity, together: Double.infinity)
        for _ in 0..<Self.rounds {
            best.alone = min(best.alone, await seconds(on: 1))
            best.together = min(best.together, await seconds(on: cores))
        }
        let copies = Double(Self.copies)
        return [
            speed("all, by the clock, 1 core", best.alone / copies),
            speed("all, by the clock, \(cores) cores", best.together / copies),
            Figure(
                name: "\(cores) cores against 1",
                value: best.alone / best.together,
                unit: "times"
            ),
        ]
    }

    private func speed(_ name: String, _ seconds: Double, asked: String? = nil) -> Figure {
        Figure(
            name: name,
            value: Double(tokens) / seconds,
            unit: "tokens/s",
            asked: asked.map { "\($0) asked" }
        )
    }

    private func round() -> Times {
        var times = Times()
        times.splitting = Self.processorTime {
            for text in texts { _ = analyzer.document(text) }
        }
        let readings = documents.map(model.reading)
        times.tagging = Self.processorTime { for reading in readings { _ = reading.tags } }
        times.naming = Self.processorTime { for reading in readings { _ = reading.names } }
        times.parsing = Self.processorTime {
            for reading in readings {
                for sentence in reading.document.sentences.indices {
                    _ = reading.dependencies(in: sentence)
                }
            }
        }
        times.whole = Self.processorTime { for text in texts { read(text) } }
        return times
    }

    /// Goes the whole way with a text, with every fourth sentence parsed.
    private func read(_ text: String) {
        let reading = model.reading(of: analyzer.document(text))
        _ = reading.names
        for sentence in stride(from: 0, to: reading.document.sentences.count, by: 4) {
            _ = reading.dependencies(in: sentence)
        }
    }

    /// How often the texts are read to measure on several cores.
    private static let copies = 4

    /// How long all texts take when each core takes the next of its own.
    private func seconds(on cores: Int) async -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        await withTaskGroup { group in
            for core in 0..<cores {
                group.addTask {
                    for index in stride(from: core, to: texts.count * Self.copies, by: cores) {
                        read(texts[index % texts.count])
                    }
                }
            }
        }
        return (clock.now - start) / .seconds(1)
    }

    private static func processorTime(_ work: () -> Void) -> Double {
        let start = threadTime()
        work()
        return Double(threadTime() - start) / 1e9
    }
}

/// What the stages took, in seconds.
private struct Times {
    var splitting = Double.infinity
    var tagging = Double.infinity
    var naming = Double.infinity
    var parsing = Double.infinity
    var whole = Double.infinity

    func least(_ other: Times) -> Times {
        Times(
            splitting: min(splitting, other.splitting),
            tagging: min(tagging, other.tagging),
            naming: min(naming, other.naming),
            parsing: min(parsing, other.parsing),
            whole: min(whole, other.whole)
        )
    }
}

/// The processor's time of this thread, in nanoseconds.
private func threadTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
