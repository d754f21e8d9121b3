import Scheduler
import Testing

struct IgnoreRuleTests {
    let rule = IgnoreRule(folders: ["briefings/", "/work//state"])

    @Test(arguments: [
        ".a.txt.swp", ".git", ".git/config", "a/.hidden/b.txt", "a.txt~", "a.swp", "4913", "b/4913",
        "a.tmp", "A.TMP", "a.part", "a.crdownload", "Feed.CrDownload", "~$brief.docx", ".#a.txt",
        "briefings", "briefings/2024/a.md", "work/state", "work/state/ledger.db", "a~/b.txt",
    ])
    func `passes over`(path: String) { #expect(rule.ignores(path)) }

    @Test(arguments: [
        "", "/", "/a", "a/", "a.txt", "a/b/c.html", "4913.txt", "14913", "a~b.txt", "tmp",
        "a.tmp.txt", "part",
        "apart", "briefings.txt", "a/briefings", "work", "work/stately/a.txt", "work/a.txt",
        "~a.txt",
        "é.txt", "a.pàrt", "$~a",
    ])
    func `watches`(path: String) { #expect(!rule.ignores(path)) }
}
