import Foundation

/// A workspace with a year of articles that nobody wrote: each story is told by some four articles within
/// three days, and one brief a week with an edition of the running week.
struct GeneratedWorkspace {
    let folder: URL
    let articles: Int

    var corpus: String { folder.appending(path: "corpus").path }

    func write() throws {
        try FileManager.default.createDirectory(
            at: folder.appending(path: "corpus"),
            withIntermediateDirectories: true
        )
        let settings =
            "{name: weekly, period: week, on-change: yes, formats: [text, markdown, xlsx]}"
        try Data("briefs:\n  - \(settings)\n".utf8).write(
            to: folder.appending(path: "briefing.yml")
        )
        for number in 0..<articles { try edit(number, times: 0) }
    }

    /// Writes an article; its figures depend on how many times it was edited.
    func edit(_ number: Int, times edits: Int) throws {
        let path = "\(corpus)/\(number / 100)/\(number).txt"
        try FileManager.default.createDirectory(
            at: URL(filePath: path).deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text(number, edits).utf8).write(to: URL(filePath: path))
        guard edits == 0 else { return }
        try FileManager.default.setAttributes(
            [.modificationDate: Date().addingTimeInterval(-3600)],
            ofItemAtPath: path
        )
    }

    func ledgerSize() throws -> Int {
        let path = folder.appending(path: ".briefctl/ledger.sqlite").path
        return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    private func text(_ number: Int, _ edits: Int) -> String {
        var chance = Chance(state: UInt64(number) &* 7919)
        let story = number / 4
        let words = StoryWords(story)
        let day = number * 360 / articles
        let facts = words.facts(edits).filter { _ in chance.next(below: 3) > 0 }
        let fillers = (0..<12).map { _ in words.filler(&chance) }
        let date = "\(words.town.uppercased()), \(Self.months[day / 30]) \(day % 30 % 28 + 1), 2025"
        let outlet = ["Bay Wire", "Quay Post", "The Gull", "Inland Times"][number % 4]
        var paragraphs = facts
        for (place, filler) in fillers.enumerated() {
            paragraphs.insert(filler, at: min(paragraphs.count, place * 2))
        }
        let lead = paragraphs.isEmpty ? "" : paragraphs.removeFirst()
        return
            "\(words.town) in the news, part \(number % 4 + 1)\n\n\(date) (\(outlet)) - \(lead)\n\n"
            + paragraphs.joined(separator: "\n\n") + "\n"
    }
}

/// The names and figures of a story.
private struct StoryWords {
    let town: String
    private let country: String
    private let company: String
    private let goods: String
    private let minister: String
    private let amount: Int
    /// What the story is about: words of its own, as stories have.
    private let things: [String]

    init(_ story: Int) {
        var chance = Chance(state: UInt64(story) &* 104_729 &+ 1)
        town = Self.name(&chance)
        country =
            ["Norway", "Chile", "Kenya", "Japan", "Poland", "Canada", "Ghana", "Peru"][
                chance.next(below: 8)
            ]
        company =
            Self.name(&chance)
            + [" Mills", " Energy", " Shipyard", " Railways"][
                chance.next(below: 4)
            ]
        goods =
            ["patrol ships", "turbines", "locomotives", "tons of grain", "radar systems"][
                chance.next(below: 5)
            ]
        minister = Self.name(&chance) + " " + Self.name(&chance)
        amount = 100 + chance.next(below: 900)
        things = (0..<14).map { _ in Self.name(&chance).lowercased() }
    }

    func facts(_ edits: Int) -> [String] {
        [
            "\(country) signed a contract to buy \(amount + edits) \(things[0]) \(goods) from \(company) "
                + "for \(amount) million euros, Energy Minister \(minister) said.",
            "The council of \(town) approved a \(things[1]) \(things[2]) for \(amount) ships.",
            "“The \(things[3]) will not close before the \(things[4]) is done,” "
                + "Energy Minister \(minister) said.",
            "It is not clear who will pay for the \(things[5]) \(things[6]) in \(town).",
            "The government of \(country) announced that it would close the \(things[7]) \(things[8]).",
            "\(company) agreed to build a \(things[9]) \(things[10]) near \(town).",
            "Whether the \(things[11]) \(things[12]) of \(company) will strike remains open.",
            "The court in \(town) rejected the \(things[13]) appeal of \(company).",
        ]
    }

    func filler(_ chance: inout Chance) -> String {
        let words = (0..<18).map { _ in Self.name(&chance).lowercased() }
        return
            "Many in \(town) had waited for it, with \(words.joined(separator: " ")) in the rain."
    }

    private static func name(_ chance: inout Chance) -> String {
        let syllables = [
            "ba", "den", "ko", "lu", "mar", "ne", "or", "pil", "ras", "sto", "tu", "vik",
        ]
        return (0..<3).map { _ in syllables[chance.next(below: syllables.count)] }.joined()
            .capitalized
    }
}

/// Source: SplitMix64, so that the corpus is the same on every machine.
private struct Chance {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
