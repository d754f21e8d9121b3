import Records
import Testing
import Workspace

struct OutputPatternTests {
    private static func fixture(_ output: String, _ summary: String, _ mend: String)
        -> ConfigurationFixture
    {
        ConfigurationFixture(
            "briefs: [{name: a, output: '\(output)'}]",
            "briefing.yml:1:28: error: \(summary) [bad-output]\n  try: \(mend)"
        )
    }

    private static let slots = "use {brief}, {period}, {first}, {last}, {year}, {edition}"
    private static let absolute =
        "write the whole path, from ‘/’ on and without ‘.’ and ‘..’, if that is meant"
    private static let own =
        "write briefs to a folder of their own, as in "
        + "‘briefings/{brief}/{period}’"

    @Test(arguments: [
        fixture("b/{perod}", "‘output’ has no {perod}", "did you mean {period}?"),
        fixture("b/{}", "‘output’ has no {}", slots),
        fixture("b/{period", "a ‘{’ in ‘b/{period’ is not closed", slots),
        fixture("b/period}", "a ‘}’ in ‘b/period}’ closes nothing", slots),
        fixture("b/{{brief}}", "‘output’ has no {{brief}", "did you mean {brief}?"),
        fixture("../{brief}", "‘../{brief}’ leads out of the workspace", absolute),
        fixture("b/../../x", "‘b/../../x’ leads out of the workspace", absolute),
        fixture("/srv/../etc/x", "‘/srv/../etc/x’ leads out of the workspace", absolute),
        fixture("~/x", "‘~/x’ leads out of the workspace", absolute),
        fixture(
            "b/{brief}/",
            "‘b/{brief}/’ ends in a folder",
            "name the file too, as in ‘briefings/{brief}/{period}’"
        ),
        fixture(
            "b/{period}.md",
            "‘b/{period}.md’ ends in ‘.md’",
            "leave it out: each format adds its own ending"
        ),
        fixture(
            "corpus/{period}",
            "‘corpus/{period}’ lies in ‘corpus’, which is for articles",
            own
        ),
        fixture("/w/corpus/x", "‘/w/corpus/x’ lies in ‘corpus’, which is for articles", own),
        fixture(".briefctl/x", "‘.briefctl/x’ lies in ‘.briefctl’, which is for the ledger", own),
    ])
    func `a pattern that cannot be used is told`(fixture: ConfigurationFixture) {
        #expect(ConfigurationFixture.messages(fixture.text) == fixture.messages)
    }

    @Test
    func `a control character is told`() {
        #expect(
            ConfigurationFixture.messages("briefs: [{name: a, output: \"b/\\nx\"}]") == [
                "briefing.yml:1:28: error: ‘b/\\u{a}x’ has a control character [bad-output]\n"
                    + "  try: use letters, digits, ‘-’, ‘_’ and ‘/’"
            ]
        )
    }

    @Test
    func `a brief of all there is has no days to name`() {
        #expect(
            ConfigurationFixture.messages("briefs: [{name: a, period: all, output: 'b/{year}'}]")
                == [
                    "briefing.yml:1:41: error: a brief of all there is has nothing for {year} "
                        + "[bad-output]\n  try: use {period} or {edition}"
                ]
        )
    }

    @Test
    func `two briefs may not write to the same place`() {
        let text = "briefs:\n- {name: a, output: 'b/{period}'}\n- {name: b, output: 'b/{period}'}"
        #expect(
            ConfigurationFixture.messages(text) == [
                "briefing.yml:3:21: error: ‘b’ is written to the same place as ‘a’ "
                    + "[shared-output]\n  try: put {brief} into ‘output’"
            ]
        )
    }

    @Test(arguments: [
        ("briefings/{brief}/{period}", "briefings/asia/2024-W30"),
        ("{brief}", "asia"), ("corpus-briefs/x", "corpus-briefs/x"),
        ("/srv/{year}/{first}_{last}", "/srv/2024/2024-07-22_2024-07-28"),
        ("b/no-{edition}{edition}..x", "b/no-33..x"),
    ])
    func `slots are filled`(pattern: String, path: String) throws {
        let text = "briefs: [{name: asia, output: '\(pattern)'}]"
        let brief = try ConfigurationFixture.read(text).briefs[0]
        let day = try #require(Day(year: 2024, month: 7, day: 25))
        let window = brief.period.window(containing: day)
        #expect(brief.output.path(brief: "asia", window: window, edition: 3) == path)
    }
}
