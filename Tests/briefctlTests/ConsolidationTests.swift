import Foundation
import Ledger
import Records
import Testing
import Workspace

@testable import briefctl

/// What is consolidated bit by bit against what is consolidated at once.
final class ConsolidationTests {
    private let place = FileManager.default.temporaryDirectory.appending(
        path: "briefctl-\(UUID().uuidString)"
    )
    private var chance = Chance()
    private var time = 1_741_000_000.0

    init() throws {
        try FileManager.default.createDirectory(
            at: place.appending(path: "corpus"),
            withIntermediateDirectories: true
        )
        try "briefs: [{name: harbour}]\n".write(
            to: place.appending(path: "briefing.yml"),
            atomically: true,
            encoding: .utf8
        )
    }

    deinit { try? FileManager.default.removeItem(at: place) }

    @Test(arguments: [1, 2, 3])
    func `findings kept up to date are those that would be made at once`(seed: UInt64) throws {
        chance = Chance(state: seed)
        for _ in 0..<7 { try write(article: chance.next(below: 30)) }
        for step in 0..<10 {
            try change()
            let day = step % 3 == 2 ? Day(year: 2025, month: 3, day: 8 + step % 5) : nil
            let kept = try findings(until: day)
            let made = try findings(until: day, as: "another program")
            #expect(kept.subtracting(made) == [], "after step \(step)")
            #expect(made.subtracting(kept) == [], "after step \(step)")
            #expect(made.contains { $0.contains("&") })
        }
    }

    @Test func `one that is added is all that is consolidated`() throws {
        for number in 0..<12 { try write(article: number) }
        _ = try findings(until: nil)
        try write(article: 14)
        let desk = try desk()
        _ = try desk.refresh(telling: Terminal(isQuiet: true))
        var gaps: [ConsolidationGap?] = []
        try? desk.ledger.consolidate(until: nil, program: Desk.program) { gap, _ in
            gaps.append(gap)
            throw CancellationError()
        }
        #expect(gaps == [ConsolidationGap(added: ["corpus/14.txt"])])
    }

    @Test func `what an outlet prints under everything is a finding until that is seen`() throws {
        let call = "It is not clear whether the Bay Wire will charge its readers."
        let texts = [
            "Mayor Lena Ortiz opened the northern quay of Arica before Bishop Marco Silva.",
            "Coach Tomas Vidal praised Rosa Campos after Iquique beat Calama by three goals.",
            "Doctor Paula Rivas of Tacna found a fever that spares the children of Moquegua.",
        ]
        func isFound() throws -> Bool {
            time += 600
            let kept = try findings(until: nil)
            #expect(try kept == findings(until: nil, as: "another program"))
            return kept.contains { $0.contains("charge its readers") }
        }
        let files = texts.indices.map { place.appending(path: "corpus/\($0).txt") }
        for (file, text) in zip(files, texts) {
            try "QUELL, March 5, 2025 (Bay Wire) - \(text)\n\n\(call)\n"
                .write(to: file, atomically: true, encoding: .utf8)
            #expect(try isFound() == (file != files[2]))
        }
        try FileManager.default.removeItem(at: files[1])
        #expect(try isFound())
    }

    /// What the findings say, without their ids; what another program finds is forgotten again.
    private func findings(
        until day: Day?,
        as program: String = Desk.program
    ) throws -> Set<String> {
        let (ledger, copy) = (place.appending(path: ".briefctl/ledger.db"), "\(program).db")
        let isOwn = program == Desk.program
        if !isOwn {
            let path = place.appending(path: ".briefctl/\(copy)")
            try? FileManager.default.removeItem(at: path)
            try FileManager.default.copyItem(at: ledger, to: path)
        }
        let desk = try desk(ledger: isOwn ? "ledger.db" : copy)
        _ = try desk.refresh(telling: Terminal(isQuiet: true))
        try desk.consolidate(until: day, as: program)
        let accounts = try desk.ledger.standingFindings().map { finding in
            let names = finding.records.map { "\($0.article) \($0.id)" }.joined(separator: " & ")
            let origins = finding.origins.map { "\($0.articles) \($0.reason ?? "")" }
            let conflicts = finding.conflicts.map { "\($0.field): \($0.claims.map(\.value))" }
            let history = finding.history.map { "\($0.date) \($0.value)" }
            return "\(names): \(finding.fact) \(origins) \(conflicts) \(history)"
        }
        return Set(accounts)
    }

    private func desk(ledger: String = "ledger.db") throws -> Desk {
        let folder = try WorkFolder(around: place.path, files: DiskFiles())
        var configuration = try folder.configuration(files: DiskFiles())
        configuration.ledger = ".briefctl/\(ledger)"
        return try Desk(
            folder: folder,
            configuration: configuration,
            now: Date(timeIntervalSince1970: time)
        )
    }

    /// Adds, edits, removes or renames an article.
    private func change() throws {
        time += 600
        let corpus = place.appending(path: "corpus")
        let names = try FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted()
        let name = names[chance.next(below: names.count)]
        switch chance.next(below: 5) {
        case 0:
            try FileManager.default.removeItem(at: corpus.appending(path: name))
        case 1:
            try FileManager.default.moveItem(
                at: corpus.appending(path: name),
                to: corpus.appending(path: "moved-\(chance.next(below: 1000)).txt")
            )
        default: try write(article: chance.next(below: 30))
        }
    }

    /// Writes an article: what two of five stories tell, in the words of one of three hands.
    private func write(article number: Int) throws {
        let (story, other) = (number % 5, chance.next(below: 5))
        let hand = number / 5 % 3
        let day = number < 28 ? "March \(5 + number % 9), 2025" : ""
        let dateline = day.isEmpty ? "" : "QUELL, \(day) (Bay Wire) - "
        let sentences = [story, other].flatMap { Self.sentences($0, hand, chance.next(below: 3)) }
        let cited = number % 7 == 3 ? "\n\nSource: https://bay.example/story/\(story)" : ""
        let text = dateline + sentences.joined(separator: " ") + cited
        try "Port of Quell, report \(number)\n\n\(text)\n"
            .write(
                to: place.appending(path: "corpus/\(number).txt"),
                atomically: true,
                encoding: .utf8
            )
    }

    private static func sentences(_ story: Int, _ hand: Int, _ edit: Int) -> [String] {
        let town = ["Arica", "Lund", "Vestmar", "Tacna", "Skell"][story]
        let name = ["Anna Lund", "Marco Silva", "Lena Ortiz", "Per Holm", "Kim Dae"][story]
        let tons = 400 + 100 * edit
        switch hand {
        case 0:
            return [
                "Norway signed a contract to buy \(tons) tons of grain from \(town) Mills, "
                    + "Harbour Minister \(name) said.",
                "The council of \(town) approved a new quay for 30 ships on Monday.",
                "It is not clear who will pay for the new quay in \(town).",
            ]
        case 1:
            return [
                "\(town) Mills will sell \(tons) tons of grain to Norway under a contract signed this week.",
                "“We will never close the old harbour of \(town),” Harbour Minister \(name) said.",
                "The council of \(town) voted for a quay that takes 30 ships.",
            ]
        default:
            return [
                "Harbour Minister \(name) announced that the government would close the ferry "
                    + "line to \(town).",
                "“We will never close the old harbour,” \(name.split(separator: " ")[1]) said on Tuesday.",
                "Whether the union of \(town) will strike remains open.",
            ]
        }
    }
}

/// Numbers that look drawn by chance and are the same each time.
///
/// Source: SplitMix64.
private struct Chance {
    var state: UInt64 = 0

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
