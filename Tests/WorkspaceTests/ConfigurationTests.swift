import Foundation
import Records
import Scheduler
import Testing
import Workspace

struct ConfigurationTests {
    @Test
    func `a brief with a name has all defaults`() throws {
        let configuration = try ConfigurationFixture.read("briefs: [{name: weekly}]")
        #expect(configuration.corpus == ["corpus"])
        #expect(configuration.ledger == ".briefctl/ledger.sqlite")
        let brief = try #require(configuration[brief: "weekly"])
        #expect(brief.title == "Weekly brief")
        #expect(brief.period == .week(from: 1))
        #expect(brief.timeZone == .gmt)
        #expect(brief.focus.isEmpty)
        #expect(brief.sections == Set(Section.allCases))
        #expect(Set(brief.confidence.keys) == Set(Fact.Kind.allCases))
        #expect(brief.confidence.values.allSatisfy { $0 == 0.5 })
        #expect(brief.formats == [.text, .markdown, .xlsx])
        #expect(brief.output.text == "briefings/{brief}/{period}")
        #expect(brief.templates.isEmpty)
        #expect(brief.timetable == nil)
        #expect(brief.catchUp == .once)
        #expect(brief.catchUpWithin == 7 * 86_400)
        #expect(!brief.isLive)
    }

    @Test
    func `every setting is read`() throws {
        let configuration = try ConfigurationFixture.read(
            """
            corpus: [corpus, archive/old]
            ledger: /var/lib/briefs.sqlite
            briefs:
              - name: asia-deals
                title: "Deals: Asia"
                period: week
                week-starts: sunday
                time-zone: Asia/Tokyo
                focus: {names: [Austin], places: [Japan, Guam], words: [missile*]}
                sections: [deals, sources]
                confidence: {deals: 0.8, questions: 1}
                formats: [json]
                output: /srv/briefs/{year}/{brief}-{first}-{last}-{edition}
                templates: {markdown: Templates/brief.md.mustache}
                schedule: 30 7 * * mon-fri
                catch-up: skip
                within: 36h
                on-change: yes
              - name: daily
                period: day
                schedule: none
                confidence: 0.25
            """
        )
        #expect(configuration.corpus == ["corpus", "archive/old"])
        #expect(configuration.ledger == "/var/lib/briefs.sqlite")
        #expect(configuration.briefs.map(\.name) == ["asia-deals", "daily"])
        let brief = configuration.briefs[0]
        #expect(brief.title == "Deals: Asia")
        #expect(brief.period == .week(from: 7))
        #expect(brief.timeZone.identifier == "Asia/Tokyo")
        #expect(
            brief.focus == Focus(names: ["Austin"], places: ["Japan", "Guam"], words: ["missile*"])
        )
        #expect(brief.sections == [.deals, .sources])
        #expect(brief.confidence[.deal] == 0.8)
        #expect(brief.confidence[.question] == 1)
        #expect(brief.confidence[.decision] == 0.5)
        #expect(brief.formats == [.json])
        #expect(brief.output.isAbsolute)
        #expect(brief.templates == [.markdown: "Templates/brief.md.mustache"])
        let timetable = Timetable(
            try CronExpression("30 7 * * mon-fri"),
            in: try ZoneClock(named: "Asia/Tokyo"),
            catchUp: .skip,
            window: 36 * 3600
        )
        #expect(brief.timetable == timetable)
        #expect(brief.isLive)
        #expect(configuration.briefs[1].schedule == nil)
        #expect(configuration.briefs[1].catchUpWithin == 12 * 3600)
        #expect(configuration.briefs[1].period == .day)
        #expect(configuration.briefs[1].title == "Daily brief")
        #expect(configuration.briefs[1].confidence.values.allSatisfy { $0 == 0.25 })
    }

    @Test(arguments: [
        "\u{FEFF}briefs: [{name: weekly}]",
        "briefs: [{name: weekly}]\r\n",
        "---\nbriefs:\n- name: weekly\n",
        "briefs: [{name: \"weekly\"}]",
        "briefs: [{name: weekly, title: 'R*D & *more & &more'}]",
        "briefs: [{name: '2024'}]\n# a comment at the end without a line break",
    ])
    func `other ways to write the same are read`(text: String) throws {
        #expect(try ConfigurationFixture.read(text).briefs.count == 1)
    }

    @Test(arguments: [
        ("weekly", "Weekly brief"), ("asia-deals", "Asia deals brief"), ("2024", "2024 brief"),
    ])
    func `the name gives the title`(name: String, title: String) {
        #expect(Defaults.title(of: name) == title)
    }

    @Test func `only what an edition says counts for whether it is out of date`() throws {
        func canonical(_ more: String) throws -> String {
            try ConfigurationFixture.read("briefs: [{name: weekly, \(more)}]").briefs[0].canonical
        }
        let plain = try canonical("period: week")
        #expect(try canonical("schedule: 0 7 * * 1, catch-up: skip") == plain)
        #expect(try canonical("title: Other") != plain)
        #expect(try canonical("confidence: 0.6") != plain)
        #expect(
            try canonical("sections: [deals, officials]")
                == canonical("sections: [officials, deals]")
        )
    }
}
