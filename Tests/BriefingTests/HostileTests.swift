import Diagnostics
import Foundation
import Records
import Testing

@testable import Briefing

/// What articles of bad will may hold, in every place where a brief prints an article's words.
struct HostileTests {
    private static let attacks = [
        "\u{1B}[31mred\u{1B}[0m \u{9B}2J", "\u{202E}desrever\u{2066}", "line\nbreak\r\n# heading",
        "[link](javascript:alert(1))", "![image](https://evil.example/x.png)",
        "<script>alert(1)</script>",
        "<!-- comment -->", "{{title}} {{{title}}} {{#sections}}", "| cell | cell |", "`code`",
        "- [ ] task",
        "1. list", "> quote", "**bold** _it_ ~~gone~~", "https://evil.example/a www.evil.example",
        "a@evil.example @user :smile: [^1] &lt; $x$", "\\[1\\]", "=cmd|'/c calc'!A0", "---", "===",
    ]

    private static func brief(_ attack: String) throws -> Brief {
        let article = Article(
            id: attack,
            path: attack,
            headline: attack,
            outlet: attack,
            bylines: [attack],
            address: "https://x.example/\(attack)",
            agency: attack,
            text: "",
            blocks: []
        )
        var late = article
        late.id = "late"
        let facts: [Fact] = [
            .decision(Decision(actors: [attack], action: attack, status: .announced)),
            .official(Official(name: attack, roles: [.init(title: attack)], class: .other)),
            .deal(Deal(parties: [attack], kind: .other, item: attack, status: .signed)),
            .question(Question(about: attack, kind: .unknown, raisedBy: attack)),
            .statement(Statement(speaker: attack, quote: attack)),
        ]
        let evidence = [Evidence(article: attack, start: 0, end: 1, quote: attack)]
        let findings = facts.map { fact in
            Finding(
                id: stableID(fact.kind, [attack]),
                fact: fact,
                records: [attack, "late"].map {
                    Record(id: "r", article: $0, fact: fact, confidence: 0.9, evidence: evidence)
                },
                origins: [Origin(articles: [attack])],
                conflicts: [
                    Conflict(
                        field: attack,
                        claims: ["1", "2"].map { .init(value: attack + $0, evidence: evidence) }
                    )
                ],
                ruling: ruling(attack)
            )
        }
        let failed = Diagnostic(.error, code: "bad", at: Place(attack), attack, mend: attack)
        return BriefBuilder(
            options: BriefOptions(title: attack),
            phrases: try Fixture.phrases.get()
        ).brief(
            findings: findings,
            articles: [article, late],
            origins: [],
            coverage: Coverage(files: 1, failed: [failed]),
            history: history(of: findings, attack)
        )
    }

    private static func ruling(_ attack: String) -> Ruling {
        let verdict = Verdict(id: attack, kind: .confirm, who: attack)
        let edit = Ruling.Edit(field: attack, old: attack, new: attack, verdict: verdict)
        return Ruling(confirmation: verdict, pin: verdict, edits: [edit])
    }

    private static func history(of findings: [Finding], _ attack: String) -> BriefHistory {
        let step = FieldChange(field: attack, old: attack, new: attack)
        let changes = findings.flatMap { finding in
            let natures: [(String, Change.Nature)] = [
                (finding.id, .updated([step])), (finding.id, .contradicted(finding.conflicts)),
                ("gone", .withdrawn(editions: [1])),
            ]
            return natures.map { Change(finding: $0, nature: $1, fact: finding.fact) }
        }
        return BriefHistory(previous: .init(number: 1), changes: changes, late: ["late"])
    }

    @Test(arguments: attacks, WriterTests.Format.allCases)
    func `nothing of an article steers a terminal`(
        attack: String,
        format: WriterTests.Format
    ) throws {
        let text = try format.text(of: Self.brief(attack))
        let steering = text.split(separator: "\n").filter { String($0).printable != String($0) }
        #expect(steering == [])
    }

    @Test(arguments: attacks)
    func `an article's words change no line of the brief's form`(attack: String) throws {
        let shape = { (text: String) in
            text.split(separator: "\n", omittingEmptySubsequences: false).count
        }
        let writer = MarkdownWriter(template: try Fixture.markdownTemplate.get())
        let plain = try writer.text(of: Self.brief("plain words"))
        #expect(try shape(writer.text(of: Self.brief(attack))) == shape(plain))
    }

    @Test(arguments: [
        ("[a](b)", "\\[a\\](b)"), ("<b>", "\\<b\\>"), ("1. one", "1\\. one"), ("# h", "\\# h"),
        ("- x", "\\- x"), ("a - b", "a - b"), ("a|b", "a\\|b"), ("R&D", "R\\&D"),
        ("A & B", "A & B"),
        ("@user", "@&#8288;user"), ("https://x", "https:&#8288;//x"), ("www.x", "www.&#8288;x"),
        (":smile:", ":&#8288;smile:"), ("10:30", "10:30"), ("$5 and $6", "\\$5 and \\$6"),
        ("{{title}}", "{{title}}"), ("[^1]", "\\[^1\\]"), ("1.5 million", "1\\.5 million"),
        ("é*", "é\\*"), ("*\u{301}a*", "\\*\u{301}a\\*"), ("<\u{338}b", "\\<\u{338}b"),
    ])
    func `marks of Markdown are escaped, and only they`(text: String, escaped: String) {
        #expect(MarkdownText.escaped(text) == escaped)
    }

    @Test(
        arguments: [
            ("https://x.org/a b", "https://x.org/a%20b"),
            ("HTTP://x.org/(a)", "HTTP://x.org/%28a%29"),
            ("https://x.org/\">é", "https://x.org/%22%3E%C3%A9"),
            ("https://x.org/%41%4", "https://x.org/%41%254"),
            ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("/a", nil),
        ] as [(String, String?)]
    )
    func `only web addresses become links, percent-encoded`(address: String, link: String?) {
        #expect(WebAddress.encoded(address) == link)
    }

    @Test func `words of ten thousand letters are cut and broken`() throws {
        let long = String(repeating: "x", count: 10_000)
        let brief = try Self.brief(long)
        let text = TextWriter(template: try Fixture.textTemplate.get()).text(of: brief)
        let lines = text.split(separator: "\n").filter { $0.columns > 80 }
        #expect(lines.allSatisfy { $0.contains("https://") })
        #expect(brief.decisions.items[0].headline.count < 500)
    }

    @Test func `wide characters take two columns and marks none`() {
        #expect("日本".columns == 4)
        #expect("e\u{301}".columns == 1)
        #expect("🇨🇱".columns == 2)
        #expect("straße".columns == 6)
    }
}
