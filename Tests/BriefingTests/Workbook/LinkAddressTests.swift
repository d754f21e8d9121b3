import Testing

@testable import Briefing

struct LinkAddressTests {
    @Test(arguments: [
        ("https://news.example/a?b=c#d", "https://news.example/a?b=c#d"),
        ("HTTP://news.example", "http://news.example"),
        ("https://news.example:8080/", "https://news.example:8080/"),
        ("https://zürich.example/é", "https://zürich.example/é"),
        ("mailto:desk@news.example", "mailto:desk@news.example"),
        ("https://n.example/?q=internal:abc", "https://n.example/?q=internal%3Aabc"),
        ("https://n.example/external:/mailto:x", "https://n.example/external%3A/mailto%3Ax"),
        ("mailto:a@n.example?body=mailto:b", "mailto:a@n.example?body=mailto%3Ab"),
    ])
    func `lets safe addresses through`(raw: String, text: String) {
        #expect(LinkAddress(raw)?.text == text)
    }

    @Test(arguments: [
        "javascript:alert(1)", "file:///etc/passwd", "internal:Sheet1!A1", "external:c:\\x.xlsx",
        "news.example/page", "", "https://", "https:///path", "http://:80/", "http://a b/",
        "https://internal:8080/x", "https://user:external:x@n.example/", "mailto:nobody",
        "https://n.example/\nx", "https://n.example/\u{202E}", "ftp://n.example/",
        "https:n.example",
        "http://[bad", "http://<script>/",
    ])
    func `leaves everything else as text`(raw: String) {
        #expect(LinkAddress(raw) == nil)
    }

    @Test func `counts the length with escapes`() {
        let host = "https://n.example/"
        let longest = host + String(repeating: "a", count: 2079 - host.count)
        #expect(LinkAddress(longest) != nil)
        #expect(LinkAddress(longest + "a") == nil)
        #expect(LinkAddress(host + String(repeating: "[", count: 687)) != nil)
        #expect(LinkAddress(host + String(repeating: "[", count: 688)) == nil)
    }
}
