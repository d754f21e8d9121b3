import Testing

@testable import Corpus

@Suite struct PageSourceTests {
    @Test(
        arguments: [
            ("<p>a</p><style>p { }</style><p>b", "<p>a</p><style> </style><p>b"),
            ("<SCRIPT async>if (a < b) c()</Script >x", "<SCRIPT async> </Script >x"),
            // An end tag of another name, or with more letters, ends nothing.
            ("<style>a</styles></p></style>x", "<style> </style>x"),
            ("<script type='application/ld+json'>{}</script>", nil),
            // What only looks like a style: in an attribute, a comment, a field, a title.
            ("<a title=\"<style>\">b</a></style>", nil),
            ("<a title=<style>>b</a></style>", nil),
            ("<!-- <style> -->b</style>", nil),
            ("<!--><style>bc</style>", "<!--><style> </style>"),
            ("<textarea><style></textarea>b</style>", nil),
            ("<title><style></title>b</style>", nil),
            // What has no end, or may have another than it seems, is left to the parser with all behind it.
            ("<style>p { }<p>b", nil),
            ("<script><!-- <script>a</script> --></script><style>p { }</style>", nil),
            ("<style>", nil), ("<", nil), ("", nil), ("<style></style>x", nil),
        ] as [(String, String?)]
    )
    func `leaves a space of styles and scripts`(page: String, parsed: String?) {
        let source = PageSource(Array(page.utf8))
        #expect(String(decoding: source.bytes, as: UTF8.self) == parsed ?? page)
    }

    @Test func `knows where everything stood`() {
        let page = Array("<p>a<style>b { }</style>c<script>d()</script>e".utf8)
        let source = PageSource(page)
        for (offset, byte) in source.bytes.enumerated() where byte != UInt8(ascii: " ") {
            #expect(page[source.origin(of: offset)] == byte)
        }
        #expect(source.origin(of: source.bytes.count) == page.count)
        let spaces = source.bytes.indices.filter { source.bytes[$0] == UInt8(ascii: " ") }
        let cuts = spaces.compactMap { source.cut(at: $0) }
        #expect(cuts.map { String(decoding: page[$0], as: UTF8.self) } == ["b { }", "d()"])
        #expect(source.cut(at: 0) == nil)
    }
}
