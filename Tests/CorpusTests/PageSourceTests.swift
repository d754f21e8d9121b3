import Testing

@testable import Corpus

@Suite struct PageSourceTests {
    @Test(
        arguments: [
            ("<p>a</p><style>p { }</style><p>b", "<p>a</p><style>p</style><p>b"),
            ("<SCRIPT async>if (a < b) c()</Script >x", "<SCRIPT async>i</Script >x"),
            (
                "<script type='application/ld+json'>{}</script>",
                "<script type='application/ld+json'>{</script>"
            ),
            // An end tag of another name, or with more letters, ends nothing.
            ("<style>a</styles></p></style>x", "<style>a</style>x"),
            // What only looks like a style: in an attribute, a comment, a field, a title.
            ("<b title=\"<style>\">b</b></style>", nil),
            ("<b title=<style>>b</b></style>", nil),
            ("<!DOCTYPE html><!-- <style> -->b</style>", "<!DOCTYPE html><!---->b</style>"),
            ("<!--><style>bc</style>", "<!--><style>b</style>"),
            ("<textarea><style></textarea>b</style>", nil),
            ("<title><style></title>b</style>", nil),
            // What has no end, or may have another than it seems, is left to the parser with all behind it.
            ("<style>p { }<p>b", nil),
            ("<script><!-- <script>a</script> --></script><style>p { }</style>", nil),
            (
                "<script><!-- a() --></script><style>p { }</style>",
                "<script><</script><style>p</style>"
            ),
            ("<style>", nil), ("<", nil), ("", nil), ("<style></style>x", nil),
        ] as [(String, String?)]
    )
    func `leaves the first byte of styles and scripts`(page: String, parsed: String?) {
        let source = PageSource(Array(page.utf8))
        #expect(String(decoding: source.bytes, as: UTF8.self) == parsed ?? page)
    }

    @Test(
        arguments: [
            ("<a href=\"x>\" class='c' target=y>b</a>", "<a class='c' >b</a>"),
            ("<IMG SRC=a alt = 'b' ID=c hidden/>", "<IMG ID=c hidden/>"),
            ("<path d=\"M 0\"/><path d=a/><path d/>", "<path /><path ><path />"),
            ("<p\n  data-id='1'\n  data-date-time='2'>a", "<p\n  data-date-time='2'>a"),
            ("</p lang=en>b <p x>c", "</p >b <p >c"),
            // Elements of which every attribute may be read.
            ("<meta name=a content=b><LINK rel=c href=d><html lang=e>", nil),
            // What has no space before it, no end, or is no tag.
            ("<p class='a'lang=en>b", nil), ("<p/lang=en>b", nil), ("<p class='a' lang='en>b", nil),
            ("a < b lang=en>", nil), ("<![CDATA[<]]><p class=a>", nil),
        ] as [(String, String?)]
    )
    func `leaves out the attributes that nobody reads`(page: String, parsed: String?) {
        let source = PageSource(Array(page.utf8))
        #expect(String(decoding: source.bytes, as: UTF8.self) == parsed ?? page)
    }

    @Test(
        arguments: [
            ("<p>a \n\t b</p>\r\n\r\n<p>  c</p>", "<p>a b</p>\r<p> c</p>"),
            ("<!-- a --><!----><!-- b --!>c", "<!----><!----><!----!>c"),
            ("<!-- a", nil), ("<!->", nil), ("<p>a\u{A0}\u{A0}b", nil), ("a  b", nil),
        ] as [(String, String?)]
    )
    func `leaves out what comments say, and white space behind other`(page: String, parsed: String?)
    {
        let source = PageSource(Array(page.utf8))
        #expect(String(decoding: source.bytes, as: UTF8.self) == parsed ?? page)
    }

    @Test func `knows where everything stood`() {
        let text =
            "<p lang=en id=1>a<style>b { }</style>c  d<script>e()</script><!-- f -->g<b x=y z></b>"
        let page = Array(text.utf8)
        let source = PageSource(page)
        #expect(source.bytes.count < page.count - 20)
        for (offset, byte) in source.bytes.enumerated() {
            #expect(page[source.origin(of: offset)] == byte)
        }
        #expect(source.origin(of: source.bytes.count) == page.count)
    }

    @Test func `reads scripts whole that were not parsed`() throws {
        let page = "<p>a<script>\r\n b = '</p>'\r\n</script><script></script><script>c()</script>"
        let tree = try HTMLTree(Array(page.utf8))
        let scripts = tree.nodes.indices.filter {
            !tree.script($0).isEmpty && tree.nodes[$0].end > $0 + 1
        }
        #expect(
            scripts.map { String(decoding: tree.script($0), as: UTF8.self) }.suffix(2) == [
                "\r\n b = '</p>'\r\n", "c()",
            ]
        )
    }
}
