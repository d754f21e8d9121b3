import Records
import Testing

@testable import Briefing

struct HistoryTests {
    private func items(_ kind: Brief.ChangeKind, _ brief: Brief) -> [Brief.ChangedItem] {
        brief.changes?.groups.first { $0.kind == kind }?.items ?? []
    }

    @Test(arguments: WriterTests.Format.allCases)
    func `a third edition reads as it is kept`(format: WriterTests.Format) throws {
        try Snapshot.expect(
            format.text(of: Fixture.edition()),
            matches: "edition.\(format.rawValue)"
        )
    }

    @Test(arguments: WriterTests.Format.allCases)
    func `the order of findings and articles does not change an edition`(
        format: WriterTests.Format
    ) throws {
        let turned = try Fixture.edition(findings: Fixture.ruled.reversed())
        #expect(try format.text(of: turned) == format.text(of: Fixture.edition()))
    }

    @Test(
        arguments: [
            (.new, []),
            (
                .updated,
                [
                    "Amount: 40 → 45.25 million Norwegian kroner, edited by Ola Berg (8 August 2024)",
                    "Status: planned → announced", "Date: October 2024 → none",
                ]
            ),
            (.corroborated, ["1 → 3 origins"]),
            (
                .contradicted,
                [
                    "Amount: 900 million US dollars, according to Harbour & Trade (31 July 2024); "
                        + "1.2 billion US dollars, according to Lago Daily (1 August 2024)"
                ]
            ),
            (
                .resolved,
                [
                    "Answered: The Chilean Senate approved the naval budget for 2025 "
                        + "(31 July 2024). · \(Fixture.decisions[1].id)"
                ]
            ),
            (
                .withdrawn,
                ["No article tells it any more; No. 1 and No. 2 had relied on it"]
            ),
        ] as [(Brief.ChangeKind, [String])]
    )
    func `every kind of change says what is different`(
        kind: Brief.ChangeKind,
        details: [String]
    ) throws {
        #expect(items(kind, try Fixture.edition()).first?.details == details)
    }

    @Test func `changes stand by kind, and the kinds without any are named`() throws {
        let all = try Fixture.edition()
        #expect(all.changes?.groups.map(\.kind) == Brief.ChangeKind.allCases)
        #expect(all.changes?.note == nil)
        var history = Fixture.history
        history.changes = [Fixture.changes[2], Fixture.changes[0]]
        let some = try Fixture.edition(history).changes
        #expect(some?.groups.map(\.kind) == [.new, .corroborated])
        #expect(some?.note == "None: updated, contradicted, resolved, withdrawn.")
        history.changes = []
        #expect(try Fixture.edition(history).changes?.note == "Nothing changed.")
    }

    @Test func `what is withdrawn cites nothing and says what it had said`() throws {
        let items = items(.withdrawn, try Fixture.edition())
        #expect(items.map(\.citations) == [[], []])
        #expect(
            items.map(\.headline) == [
                "Lago and Alfa Yards signed a purchase of a ferry.",
                "Question: “what they will cost”",
            ]
        )
        #expect(items.last?.details == ["No article tells it any more"])
    }

    @Test func `what is withdrawn stands as it was printed, with what became of its articles`()
        throws
    {
        var history = Fixture.history
        history.withdrawals["question-00000000bb"] = .init(
            headline: "It is not known what they will cost.",
            removed: ["a.txt", "b.txt"],
            edited: ["c.txt", "d.txt", "e.txt", "f.txt", "g.txt"]
        )
        let item = try #require(items(.withdrawn, try Fixture.edition(history)).last)
        #expect(item.headline == "It is not known what they will cost.")
        #expect(
            item.details == [
                "No article tells it any more", "a.txt was removed", "b.txt was removed",
                "c.txt was edited and does not say so any more",
                "d.txt was edited and does not say so any more",
                "e.txt was edited and does not say so any more", "and 2 more articles",
            ]
        )
    }

    @Test func `what is told again after it was withdrawn says so, and who split what`() throws {
        var history = Fixture.history
        history.restorable = [Fixture.lighthouse.id]
        history.regroupings[Fixture.lighthouse.id] = Fixture.verdict(
            .split,
            on: Fixture.lighthouse,
            who: "Ola Berg"
        )
        #expect(
            items(.new, try Fixture.edition(history)).first?.details == [
                "It had been told as withdrawn; an article tells it again",
                "Split by Ola Berg (8 August 2024)",
            ]
        )
    }

    @Test func `questions of earlier editions are still open until something answers them`() throws
    {
        var history = Fixture.history
        let asked = Fixture.questions.map { BriefHistory.OpenQuestion(id: $0.id, fact: $0.fact) }
        let older = (0..<12).map { number in
            BriefHistory.OpenQuestion(
                id: "question-\(number)",
                fact: Fixture.questions[0].fact,
                headline: "It is not known what ferry \(number) will cost.",
                since: Day(number: 19_900 + number)
            )
        }
        history.openQuestions = asked + older
        let brief = try Fixture.edition(history)
        // Of the fixture’s own questions the period tells one, and one is answered.
        #expect(brief.questions.earlier.map(\.id) == older.reversed().map(\.id))
        #expect(brief.questions.earlier.first?.sinceText == "open since 7 July 2024")
        let text = try WriterTests.Format.txt.text(of: brief)
        #expect(text.contains("ferry 2 will cost."))
        #expect(!text.contains("ferry 1 will cost"))
        #expect(text.contains("2 more are still open from earlier editions"))
        let sheets = WorkbookLayout(brief).sheets
        #expect(sheets.first { $0.name == "Still open" }?.table?.rows.count == 12)
        #expect(try Fixture.edition(history, parts: [.deals]).questions.earlier == [])
    }

    @Test func `a late report proves what it tells by its own words`() throws {
        var told = Fixture.ruled
        let late = try #require(told.firstIndex { $0.id == Fixture.buoys.id })
        told[late].records[0].evidence[0].quote = "Lago plans to replace the harbour's buoys soon."
        let brief = try Fixture.edition(findings: told)
        let finding = try #require(brief.lateReports?.first?.findings.first)
        #expect(finding.quote?.text == "Lago plans to replace the harbour's buoys soon.")
        #expect(finding.quote?.citation == brief.lateReports?.first?.citation)
        let text = try WriterTests.Format.txt.text(of: brief)
        #expect(text.contains("\n      “Lago plans to replace the harbour's buoys soon.”\n"))
        // Where the headline says the same, it is not said twice.
        let same = try Fixture.edition().lateReports?.first?.findings.first
        #expect(same?.quote == nil)
    }

    @Test func `a brief without a workbook sends nobody to one`() throws {
        let options = BriefOptions(
            minimumConfidence: [.decision: 0.85],
            limits: [.decision: 1, .official: 0],
            hasWorkbook: false
        )
        let brief = try Fixture.brief(options: options)
        let notes = brief.sections.flatMap(\.notes)
        #expect(notes.contains { $0.hasSuffix("left out here; a workbook has room for all.") })
        #expect(notes.allSatisfy { !$0.contains("in the workbook") })
    }

    @Test func `an answered question cites its answer too`() throws {
        let brief = try Fixture.edition()
        let articles = items(.resolved, brief).flatMap(\.citations)
            .map { brief.sources[$0 - 1].article }
        #expect(articles == ["boats-2.txt"])
    }

    @Test func `an answered question is no longer open`() throws {
        let brief = try Fixture.edition()
        #expect(brief.questions.items.map(\.id) == [Fixture.questions[0].id])
    }

    @Test func `what changed is asked of all that is shown, questions with an answer too`() throws {
        var shown: Set<String> = []
        let brief = try Fixture.edition {
            shown = $0
            return Fixture.history.changes
        }
        #expect(brief == (try Fixture.edition()))
        let printed = brief.sections.flatMap(\.items).map(\.id)
        #expect(shown == Set(printed + [Fixture.buoys.id, Fixture.questions[1].id]))
    }

    @Test func `without an earlier edition there are no changes and no late reports`() throws {
        let first = try Fixture.edition(BriefHistory(edition: .init(number: 1)))
        #expect(first.changes == nil)
        #expect(first.lateReports == nil)
        #expect(first.header.edition?.text == "No. 1")
    }

    @Test(
        arguments: [
            (BriefHistory(edition: .init(number: 2)), "No. 2"),
            (
                Fixture.history,
                "No. 3 · corrected on 9 August 2024 · supersedes No. 3 of 5 August 2024"
            ),
            (
                BriefHistory(
                    edition: .init(number: 3, revision: 2),
                    supersedes: .init(number: 3, revision: 1, madeOn: Day(number: 19_944))
                ),
                "No. 3 · correction 2 · supersedes No. 3 as corrected on 9 August 2024"
            ),
        ] as [(BriefHistory, String)]
    )
    func `the header names the edition and what it supersedes`(
        history: BriefHistory,
        text: String
    ) throws {
        #expect(try Fixture.edition(history).header.edition?.text == text)
    }

    @Test func `a late article is told apart with what it tells`() throws {
        let brief = try Fixture.edition()
        let late = try #require(brief.lateReports)
        #expect(late.map(\.source) == ["Lago Daily: New buoys, 24 July 2024"])
        #expect(late.map { brief.sources[$0.citation - 1].article } == ["late.txt"])
        #expect(late.flatMap(\.findings).map(\.id) == [Fixture.buoys.id])
        #expect(!brief.decisions.items.map(\.id).contains(Fixture.buoys.id))
    }

    @Test func `an earlier article supports what the period tells again`() throws {
        let brief = try Fixture.edition()
        let item = try #require(brief.decisions.items.first { $0.id == Fixture.lighthouse.id })
        #expect(item.support == "2 reports, 2 origins")
        #expect(brief.header.articles == 6)
        let early = "1 article of an earlier period is cited as well."
        #expect(brief.coverage.summary.contains(early))
        let fresh = try Fixture.edition(.none).decisions.items
        #expect(fresh.first { $0.id == item.id }?.support == "1 report, 1 origin")
    }

    @Test func `the history decides which articles belong to the period`() throws {
        var history = Fixture.history
        history.admitted = ["boats.md", "boats-2.txt"]
        let brief = try Fixture.edition(history)
        #expect(brief.header.articles == 2)
        #expect(!brief.decisions.items.map(\.id).contains(Fixture.decisions[3].id))
    }

    @Test func `a question says since when it is open where that is remembered`() throws {
        let questions = try Fixture.edition().questions.items
        let details = Dictionary(uniqueKeysWithValues: questions.map { ($0.id, $0.details) })
        #expect(details[Fixture.questions[0].id]?.last == "open since 16 July 2024")
        let usual = try Fixture.edition(BriefHistory(edition: .init(number: 1))).questions.items
        #expect(usual.first?.details.last == "first reported 30 July 2024")
    }

    @Test func `what an analyst confirms is printed, says so, and is not low`() throws {
        let brief = try Fixture.edition()
        let item = try #require(brief.decisions.items.first { $0.id == Fixture.decisions[4].id })
        #expect(item.confidence.level == .moderate)
        #expect(item.confidence.reason.hasSuffix("confirmed by Inés Rojas (8 August 2024)"))
        #expect(brief.confidenceRule.last == "What an analyst confirmed is never low.")
        #expect(brief.decisions.withheld == [])
    }

    @Test func `what an analyst pins comes first`() throws {
        let brief = try Fixture.edition()
        #expect(brief.decisions.items.first?.id == Fixture.decisions[2].id)
        #expect(brief.decisions.items.first?.pin == "pinned by an analyst (8 August 2024)")
    }

    @Test(
        arguments: [
            ("value", "480000000 EUR", "510000000 EUR", "amount 480 → 510 million euros"),
            (
                "value", "480000000 EUR", "1200000000 EUR",
                "amount 480 million euros → 1.2 billion euros"
            ),
            ("date", nil, "2024-07-31", "date none → 31 July 2024"),
            ("quantity", "12", "none", "number 12 → none"),
            ("status", "signed", "in-force", "status signed → in force"),
            ("parties", "Chile|Norway", "Chile", "parties Chile, Norway → Chile"),
        ] as [(String, String?, String, String)]
    )
    func `an edit says what was and is, and who changed it`(
        field: String,
        old: String?,
        new: String,
        words: String
    ) throws {
        var finding = Fixture.deals[0]
        finding.ruling.edits = [
            .init(
                field: field,
                old: old,
                new: new,
                verdict: Fixture.verdict(.edit, on: finding, who: "Ola Berg")
            )
        ]
        let item = try #require(try Fixture.brief([finding]).deals.items.first)
        #expect(item.edits == ["edited: \(words), by Ola Berg (8 August 2024)"])
    }

    @Test func `an edited amount settles which one the headline gives`() throws {
        var finding = Fixture.deals[0]
        finding.fact = try finding.fact.replacing("value", with: "900000000 USD")
        let verdict = Fixture.verdict(.edit, on: finding, who: "Ola Berg")
        finding.ruling.edits = [
            .init(field: "value", old: nil, new: "900000000 USD", verdict: verdict)
        ]
        let headline = try #require(try Fixture.brief([finding]).deals.items.first?.headline)
        #expect(headline.contains("worth 900 million US dollars (31"))
    }

    @Test func `what analysts rejected is counted`() throws {
        let coverage = try Fixture.edition().coverage
        #expect(coverage.rejected == 2)
        #expect(
            coverage.summary.contains(
                "2 findings are left out because an analyst rejected them."
            )
        )
    }

    @Test(arguments: Brief.Part.allCases.filter { $0 != .figures })
    func `a part that is left out has no heading in the text`(part: Brief.Part) throws {
        let headings: [Brief.Part: String] = [
            .keyPoints: "KEY POINTS", .changes: "WHAT CHANGED SINCE NO. 2",
            .decisions: "KEY DECISIONS", .officials: "OFFICIALS", .deals: "DEALS",
            .questions: "OPEN QUESTIONS", .statements: "WHAT WAS SAID",
            .conflicts: "CONFLICTING REPORTS", .datesAhead: "DATES AHEAD", .sources: "SOURCES",
            .coverage: "COVERAGE",
        ]
        let heading = try #require(headings[part])
        let whole = try WriterTests.Format.txt.text(of: Fixture.edition())
        let parts = Set(Brief.Part.allCases).subtracting([part])
        let text = try WriterTests.Format.txt.text(of: Fixture.edition(parts: parts))
        #expect(whole.split(separator: "\n").contains(Substring(heading)))
        #expect(!text.split(separator: "\n").contains(Substring(heading)))
        #expect(!text.contains("\n\n\n"))
    }

    @Test(arguments: [Brief.Part.keyPoints, .changes, .conflicts, .datesAhead])
    func `a part says the same whichever others are printed`(part: Brief.Part) throws {
        let whole = try Fixture.edition()
        let alone = try Fixture.edition(parts: [part])
        let isDated = alone.datesAhead.map(\.headline) == whole.datesAhead.map(\.headline)
        #expect(
            alone.keyPoints.map(\.sentence)
                == (part == .keyPoints ? whole.keyPoints.map(\.sentence) : [])
        )
        #expect(
            alone.changes?.groups.map(\.items.count)
                == (part == .changes ? whole.changes?.groups.map(\.items.count) : nil)
        )
        #expect(
            alone.lateReports?.map(\.source)
                == (part == .changes ? whole.lateReports : nil)?.map(\.source)
        )
        #expect(alone.conflicts.map(\.id) == (part == .conflicts ? whole.conflicts.map(\.id) : []))
        #expect(isDated == (part == .datesAhead || whole.datesAhead.isEmpty))
        #expect(alone.sections.isEmpty && alone.deals.items.isEmpty)
        #expect(alone.conflicts.flatMap(\.claims).flatMap(\.citations).allSatisfy { $0 > 0 })
    }

    @Test func `what changed asks of findings of all types, whichever sections are printed`() throws
    {
        var (all, alone, unasked): (Set<String>, Set<String>, Set<String>) = ([], [], [])
        _ = try Fixture.edition {
            all = $0; return []
        }
        _ = try Fixture.edition(parts: [.changes]) {
            alone = $0; return []
        }
        _ = try Fixture.edition(parts: [.deals]) {
            unasked = $0; return []
        }
        #expect(alone == all)
        #expect(unasked.allSatisfy { $0.hasPrefix("deal-") } && !unasked.isEmpty)
    }

    @Test func `a workbook has a row for each value that changed`() throws {
        let layout = WorkbookLayout(try Fixture.edition())
        let sheet = try #require(layout.sheets.first { $0.name == "Changes" })
        guard case .table(let table) = sheet.content else {
            Issue.record("the sheet has no table")
            return
        }
        #expect(table.rows.count == 9)
        #expect(Set(table.rows.map { $0[0] }).count == 9)
        #expect(table.rows[1][4...6] == ["amount", "40000000 NOK", "45250000 NOK"])
        guard case .page(let lines) = layout.sheets[0].content else { return }
        #expect(lines.contains { $0.cells == ["Edition", .integer(3)] })
        #expect(!WorkbookLayout(try Fixture.brief()).sheets.map(\.name).contains("Changes"))
    }
}
