import Testing

@testable import Records

@Suite struct ByteOrderTests {
    @Test(
        arguments: [
            ("", "a"), ("a", "b"), ("a", "ab"), ("a.txt", "a/b"), ("Z", "a"), ("z", "é"),
            // The same to a reader, but other bytes: two files of a folder may be called so.
            ("e\u{301}", "\u{E9}"),
            ("a folder with a long name/1", "a folder with a long name/2"),
        ]
    )
    func `orders by bytes`(first: String, second: String) {
        #expect(first.precedes(second))
        #expect(!second.precedes(first))
        #expect(!first.precedes(first))
    }
}
