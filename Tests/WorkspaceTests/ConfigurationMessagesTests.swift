import Testing
import Workspace

struct ConfigurationMessagesTests {
    @Test
    func `all that is wrong is told in one pass and in the order of the file`() {
        let text = """
            corpus: [corpsu]
            legder: x.sqlite
            briefs:
              - name: Weekly Brief
                period: fortnight
                time-zone: Asia/Tokio
                sections: [decisons, deals, deals]
                formats: text
                output: ../{week}
                templates: {markdown: Templates/brief.md.mustach}
                confidence: {deal: 0.5, questions: 2}
                schedule: 5/15 7 * * 1
                catch-up: twice
                within: 2 weeks
                on-change: maybe
            """
        #expect(
            ConfigurationFixture.messages(text) == [
                "briefing.yml:1:10: error: there is no folder ‘corpsu’ [missing-file]\n"
                    + "  try: did you mean ‘corpus’?",
                "briefing.yml:2:1: error: ‘legder’ is not a setting of a workspace "
                    + "[unknown-setting]\n  try: did you mean ‘ledger’?",
                "briefing.yml:4:11: error: ‘Weekly Brief’ cannot name a brief [bad-name]\n  try: "
                    + "use up to 64 small letters, digits, ‘-’ and ‘_’, as in ‘asia-deals’; "
                    + "‘title’ takes any text",
                "briefing.yml:5:13: error: ‘fortnight’ is not a period [unknown-value]\n"
                    + "  try: use one of day, week, month, all",
                "briefing.yml:6:16: error: ‘Asia/Tokio’ is not a time zone [unknown-time-zone]\n"
                    + "  try: did you mean ‘Asia/Tokyo’?",
                "briefing.yml:7:16: error: ‘decisons’ is not a section [unknown-value]\n"
                    + "  try: did you mean ‘decisions’?",
                "briefing.yml:7:33: error: ‘deals’ stands twice in ‘sections’ [repeated-value]\n"
                    + "  try: keep one of them",
                "briefing.yml:8:14: error: ‘formats’ is a text where a list belongs [wrong-type]\n"
                    + "  try: write ‘formats: [one, another]’",
                "briefing.yml:9:13: error: ‘output’ has no {week} [bad-output]\n  try: "
                    + "use {brief}, {period}, {first}, {last}, {year}, {edition}",
                "briefing.yml:10:27: error: there is no file ‘Templates/brief.md.mustach’ "
                    + "[missing-file]\n  try: did you mean ‘Templates/brief.md.mustache’?",
                "briefing.yml:11:18: error: ‘deal’ is not a setting of ‘confidence’ "
                    + "[unknown-setting]\n  try: did you mean ‘deals’?",
                "briefing.yml:11:40: error: ‘2’ is not a confidence [unknown-value]\n"
                    + "  try: write a number from 0 to 1, such as 0.5",
                "briefing.yml:12:15: error: the step in ‘5/15’ follows no range "
                    + "[cron-step-without-range]\n  try: write ‘5-59/15’",
                "briefing.yml:13:15: error: ‘twice’ is not a way to catch up [unknown-value]\n"
                    + "  try: use one of once, skip",
                "briefing.yml:14:13: error: ‘2 weeks’ is not a length of time [unknown-value]\n"
                    + "  try: write a number and m, h or d, up to 366 days: 90m, 12h, 7d",
                "briefing.yml:15:16: error: ‘maybe’ is not an answer [unknown-value]\n"
                    + "  try: use one of yes, no",
            ]
        )
    }

    @Test(arguments: [
        ConfigurationFixture(
            "",
            "briefing.yml: error: the file sets nothing [no-brief]\n"
                + "  try: begin with ‘briefs:’ and a line ‘  - name: weekly’"
        ),
        ConfigurationFixture(
            "corpus: [corpus]",
            "briefing.yml:1:1: error: ‘briefs’ is not set [no-brief]\n"
                + "  try: begin with ‘briefs:’ and a line ‘  - name: weekly’"
        ),
        ConfigurationFixture(
            "briefs: []",
            "briefing.yml:1:9: error: ‘briefs’ is empty [no-brief]\n"
                + "  try: begin with ‘briefs:’ and a line ‘  - name: weekly’"
        ),
        ConfigurationFixture(
            "- weekly",
            "briefing.yml:1:1: error: a workspace is a list where a table belongs [wrong-type]\n"
                + "  try: write ‘corpus: …’, one setting a line"
        ),
        ConfigurationFixture(
            "briefs: [weekly]",
            "briefing.yml:1:10: error: a brief is a text where a table belongs [wrong-type]\n"
                + "  try: write ‘name: …’, one setting a line"
        ),
        ConfigurationFixture(
            "briefs: [{title: x}]",
            "briefing.yml:1:10: error: the brief has no name [no-name]\n"
                + "  try: add a line ‘name: weekly’"
        ),
        ConfigurationFixture(
            "briefs:\n- name: a\n- name: a\n",
            "briefing.yml:3:9: error: a brief with the name ‘a’ stands in line 2 already "
                + "[repeated-name]\n  try: give every brief a name of its own"
        ),
        ConfigurationFixture(
            "briefs: [{name: a, title: }]",
            "briefing.yml:1:27: error: ‘title’ has no value [empty]\n"
                + "  try: give one, or remove the line"
        ),
        ConfigurationFixture(
            "briefs: [{name: a, title: ' '}]",
            "briefing.yml:1:27: error: ‘title’ is empty [empty]\n"
                + "  try: give one, or remove the line"
        ),
        ConfigurationFixture(
            "briefs: [{name: a, title: [x]}]",
            "briefing.yml:1:27: error: ‘title’ is a list where a text belongs [wrong-type]\n"
                + "  try: write one value behind ‘title:’"
        ),
        ConfigurationFixture(
            "briefs: [{name: a, sections: []}]",
            "briefing.yml:1:30: error: ‘sections’ is empty [empty]\n  try: name some of "
                + "key-points, changes, decisions, officials, deals, questions, statements, "
                + "figures, conflicts, dates-ahead, sources, coverage"
        ),
        ConfigurationFixture(
            "briefs: [{name: a, week-starts: Sunday}]",
            "briefing.yml:1:33: error: ‘Sunday’ is not a weekday [unknown-value]\n"
                + "  try: did you mean ‘sunday’?"
        ),
        ConfigurationFixture(
            "briefs: [{name: a, confidence: high}]",
            "briefing.yml:1:32: error: ‘high’ is not a confidence [unknown-value]\n"
                + "  try: write a number from 0 to 1, such as 0.5"
        ),
        ConfigurationFixture(
            "briefs: [{name: a, focus: {words: ['*']}}]",
            "briefing.yml:1:35: error: ‘*’ has no letter or digit to look for [unknown-value]\n"
                + "  try: write a word, or the beginning of one and ‘*’"
        ),
        ConfigurationFixture(
            "corpus: []\nbriefs: [{name: a}]",
            "briefing.yml:1:9: error: ‘corpus’ is empty [empty]\n"
                + "  try: name the folders that articles are put into"
        ),
        ConfigurationFixture(
            "ledger: ../x.sqlite\nbriefs: [{name: a}]",
            "briefing.yml:1:9: error: ‘../x.sqlite’ leads out of the workspace [outside]\n"
                + "  try: write the whole path, from ‘/’ on, if that is meant"
        ),
        ConfigurationFixture(
            "ledger: archive\nbriefs: [{name: a}]",
            "briefing.yml:1:9: error: ‘archive’ is a folder [not-a-file]\n"
                + "  try: name a file, such as ‘.briefctl/ledger.sqlite’"
        ),
        ConfigurationFixture(
            "corpus: [/nowhere]\nbriefs: [{name: a}]",
            "briefing.yml:1:10: error: there is no folder ‘/nowhere’ [missing-file]\n"
                + "  try: make it, or name another folder"
        ),
    ])
    func `what is wrong is told with its place and how to mend it`(fixture: ConfigurationFixture) {
        #expect(ConfigurationFixture.messages(fixture.text) == fixture.messages)
    }

    @Test(arguments: ["JST", "CET", "EST", "GMT+9", "+09:00", "Tokyo time", "../../etc/passwd"])
    func `short and made-up time zones are refused`(name: String) {
        let messages = ConfigurationFixture.messages("briefs: [{name: a, time-zone: '\(name)'}]")
        #expect(messages.count == 1)
        #expect(messages[0].contains("‘\(name)’ is not a time zone [unknown-time-zone]"))
    }

    @Test(arguments: ["UTC", "Europe/Berlin", "US/Eastern", "America/Argentina/Ushuaia"])
    func `time zones are known by region and city`(name: String) {
        #expect(ConfigurationFixture.messages("briefs: [{name: a, time-zone: \(name)}]").isEmpty)
    }

    @Test
    func `columns count bytes`() {
        let text = "briefs: [{name: a, title: “Ü”, perod: day}]"
        #expect(
            ConfigurationFixture.messages(text).first?
                .hasPrefix("briefing.yml:1:37: error: ‘perod’") == true
        )
    }
}
