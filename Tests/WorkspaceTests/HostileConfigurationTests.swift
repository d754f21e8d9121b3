import Diagnostics
import Testing
import Workspace

struct HostileConfigurationTests {
    @Test(arguments: [
        ConfigurationFixture(
            "briefs:\n\t- name: a\n",
            "briefing.yml:2:1: error: a tab indents the line [tab]\n  try: indent with spaces"
        ),
        ConfigurationFixture(
            "briefs:\n  - name: a\n  \tperiod: day\n",
            "briefing.yml:3:3: error: a tab indents the line [tab]\n  try: indent with spaces"
        ),
        ConfigurationFixture(
            "briefs: [{name: a}",
            "briefing.yml:1:19: error: this is no YAML: did not find expected ',' or ']' "
                + "[bad-yaml]\n  try: put texts with ‘:’, ‘#’ or brackets in quotes, and line up "
                + "what belongs together"
        ),
        ConfigurationFixture(
            "briefs:\n- name: a\n  title: Deals: Asia\n",
            "briefing.yml:3:15: error: this is no YAML: mapping values are not allowed in this "
                + "context [bad-yaml]\n  try: put texts with ‘:’, ‘#’ or brackets in quotes, and "
                + "line up what belongs together"
        ),
        ConfigurationFixture(
            "briefs: [{name: a}]\n---\nbriefs: []\n",
            "briefing.yml:2:1: error: a second document begins here [second-document]\n"
                + "  try: remove the line ‘---’ or ‘...’ and what follows"
        ),
        ConfigurationFixture(
            "ledger: a\nbriefs: [{name: a}]\nledger: b\n",
            "briefing.yml:1:1: error: ‘ledger’ is set again further down in the same table "
                + "[repeated-setting]\n  try: keep one of them"
        ),
        ConfigurationFixture(
            "ledger: a\nbriefs: [{name: a}]\nledger: b\nbriefs: []\n",
            "briefing.yml:2:1: error: ‘briefs’, ‘ledger’ are each set again further down in the same "
                + "table [repeated-setting]\n  try: keep one of each"
        ),
        ConfigurationFixture(
            "briefs: [{name: a, title: \"a\u{1}\"}]",
            "briefing.yml:1: error: the character U+1 is not for YAML [control-character]\n"
                + "  try: remove it"
        ),
        ConfigurationFixture(
            "briefs: [{name: &n a, title: *n}]",
            "briefing.yml:1:17: error: anchors and aliases (‘&’, ‘*’) are not for settings "
                + "[alias]\n  try: write the value out, or put it in quotes when it is a text"
        ),
        ConfigurationFixture(
            "briefs: [{name: a, title: *n}]",
            "briefing.yml:1:27: error: anchors and aliases (‘&’, ‘*’) are not for settings "
                + "[alias]\n  try: write the value out, or put it in quotes when it is a text"
        ),
        ConfigurationFixture(
            "briefs: [{name: !!binary YQ==}]",
            "briefing.yml:1:17: error: the tag ‘tag:yaml.org,2002:binary’ is not for settings "
                + "[tag]\n  try: write the value without a tag"
        ),
        ConfigurationFixture(
            "briefs: [{name: a, <<: {title: b}}]",
            "briefing.yml:1:20: error: ‘<<’ is not a setting of a brief [unknown-setting]\n"
                + "  try: use one of name, title, period, week-starts, time-zone, focus, sections, "
                + "confidence, formats, output, templates, schedule, catch-up, within, on-change"
        ),
        ConfigurationFixture(
            "briefs: [{name: a, [1, 2]: b, \"\\e[31m\": c}]",
            "briefing.yml:1:20: error: ‘a list’ is not a setting of a brief [unknown-setting]\n"
                + "  try: use one of name, title, period, week-starts, time-zone, focus, sections, "
                + "confidence, formats, output, templates, schedule, catch-up, within, on-change",
            "briefing.yml:1:31: error: ‘\\u{1b}[31m’ is not a setting of a brief "
                + "[unknown-setting]\n  try: use one of name, title, period, week-starts, "
                + "time-zone, focus, sections, confidence, formats, output, templates, schedule, catch-up, within, on-change"
        ),
    ])
    func `hostile YAML is told`(fixture: ConfigurationFixture) {
        #expect(ConfigurationFixture.messages(fixture.text) == fixture.messages)
    }

    @Test(.timeLimit(.minutes(5)))
    func `aliases that double thirty times are refused at once`() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1...30 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        text += "? *a30\n: x\n"
        let messages = ConfigurationFixture.messages(text)
        #expect(messages.count == 1)
        #expect(
            messages[0].hasSuffix(
                "[alias]\n  try: write the value out, or put it in quotes when it is a text"
            )
        )
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "? - "])
    func `deep nesting is refused`(opening: String) {
        let messages = ConfigurationFixture.messages(String(repeating: opening, count: 3000))
        #expect(messages.count == 1)
    }

    @Test
    func `a file larger than settings need is refused`() {
        let text = String(repeating: "# 34567890\n", count: 30_000)
        #expect(
            ConfigurationFixture.messages(text) == [
                "briefing.yml: error: the file has 330000 bytes, more than settings need "
                    + "[too-large]\n  try: keep it under 262144 bytes"
            ]
        )
    }

    @Test
    func `a file that is not UTF-8 is told with the line`() throws {
        let tree = WorkFolder(root: "/w")
        let files = MemoryFiles(["/w/briefing.yml": ""])
        let bad = BytesFiles(bytes: Array("briefs:\n- name: ".utf8) + [0xFC, 0x0A], files: files)
        let error = #expect(throws: WorkspaceError.self) {
            try tree.configuration(files: bad)
        }
        #expect(
            error?.diagnostics.map(\.description) == [
                "briefing.yml:2: error: the line is not UTF-8 [not-utf8]\n"
                    + "  try: save the file as UTF-8"
            ]
        )
    }

    @Test
    func `no cut of a sound file crashes`() throws {
        let files = MemoryFiles()
        _ = try WorkFolder(root: "/w").make(files: files)
        let text = try #require(files.texts["/w/briefing.yml"])
        let tail = text.suffix(from: try #require(text.firstRange(of: "briefs:")).lowerBound)
        for count in stride(from: 0, to: tail.count, by: 7) {
            _ = ConfigurationFixture.messages(String(tail.prefix(count)))
        }
    }
}
