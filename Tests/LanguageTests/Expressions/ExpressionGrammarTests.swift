import Records
import Testing

@testable import Language

/// What holds for the expressions of any text.
struct ExpressionGrammarTests {
    @Test func `finds nothing in an empty document`() throws {
        let document = try Analyzer().document("")
        #expect(try ExpressionGrammar().expressions(in: document, published: nil) == Expressions())
    }

    @Test func `keeps times, amounts and counts apart`() throws {
        let marked: MarkedExpressions = "On 28 July 2024 it bought 400 missiles for $1.7 billion."
        let (document, found) = try marked.expressions("2024-08-01")
        #expect(found.times.map { document.text(of: $0.tokens) } == ["28 July 2024"])
        #expect(found.amounts.map { document.text(of: $0.tokens) } == ["$1.7 billion"])
        #expect(found.counts.map { document.text(of: $0.tokens) } == ["400"])
    }

    @Test(arguments: 0..<40)
    func `takes any text apart without overlap`(seed: Int) throws {
        let analyzer = try Analyzer()
        let text = Self.text(seed: UInt64(seed))
        let document = analyzer.document(text)
        let grammar = try #require(Self.grammar)
        for published in [
            nil, CalendarDate("2024-02-29"), CalendarDate("2024"), CalendarDate("0001-01-01"),
        ] {
            let found = grammar.expressions(in: document, published: published)
            let ranges = [
                found.times.map(\.tokens), found.undated.map(\.tokens),
                found.amounts.map(\.tokens), found.counts.map(\.tokens),
            ]
            for kind in ranges {
                #expect(zip(kind, kind.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
            }
            let all = ranges.flatMap(\.self).sorted { $0.lowerBound < $1.lowerBound }
            #expect(
                all.allSatisfy {
                    !$0.isEmpty && document.tokens.indices.contains($0.upperBound - 1)
                }
            )
            #expect(
                zip(all, all.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound },
                "\(text)"
            )
        }
    }

    @Test(arguments: 0..<40)
    func `writes well-formed values of any text`(seed: Int) throws {
        let document = try Analyzer().document(Self.text(seed: UInt64(seed)))
        let grammar = try #require(Self.grammar)
        // As ISO 8601 and TIMEX3 write dates, lengths of time, recurrences and open dates.
        let date =
            /\d{4}(-\d\d(-\d\d(T(MO|AF|EV|NI))?)?|-W\d\d(-WE)?|-Q[1-4]|-H[12]|-(SP|SU|FA|WI))?/
        let length = /P(X|[\d.]+)(Y|M|W|D|Q|WE)|PT(X|[\d.]+)(H|M)/
        let other =
            /(PAST|PRESENT|FUTURE)_REF|\d\d\d?|XXXX-(WXX-[1-7]|SP|SU|FA|WI|XX-XXT(MO|AF|EV|NI))/
        for published in [nil, CalendarDate("2024-02-29"), CalendarDate("9999-12-31")] {
            let found = grammar.expressions(in: document, published: published)
            for value in found.times.flatMap({ $0.value.split(separator: "/") }) {
                #expect(try date.wholeMatch(in: value) != nil, "\(value)")
            }
            for value in found.undated.map(\.value) {
                #expect(
                    try date.wholeMatch(in: value) != nil || length.wholeMatch(in: value) != nil
                        || other.wholeMatch(in: value) != nil,
                    "\(value)"
                )
            }
        }
    }

    @Test(arguments: 0..<40)
    func `survives any bytes`(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        let bytes = (0..<2000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            // Half of the bytes are digits, marks and spaces, so that expressions come about.
            return state >> 63 == 0
                ? UInt8(truncatingIfNeeded: state >> 40) : 0x20 + UInt8(state >> 59)
        }
        let document = try Analyzer().document(String(decoding: bytes, as: UTF8.self))
        let found = try #require(Self.grammar).expressions(
            in: document,
            published: CalendarDate("2024-07-28")
        )
        let ranges =
            found.times.map(\.tokens) + found.undated.map(\.tokens) + found.amounts.map(\.tokens)
            + found.counts.map(\.tokens)
        #expect(ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= document.tokens.count })
    }

    private static let grammar = try? ExpressionGrammar()

    /// Parts of expressions in an order that no writer would choose.
    private static func text(seed: UInt64) -> String {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        return (0..<80).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return pieces[Int(state >> 33) % pieces.count]
        }.joined()
    }

    private static let pieces =
        [
            "$", "US$", "€", "R", "Rs", "1", "22", "1.7", "2024", "1,234", "12,34,567",
            "999999999999999999999",
        ]
        + [
            "0", " ", " ", " ", " ", " ", "-", "–", "—", ",", ".", "/", ":", "%", "(", ")", "'s",
            "\n\n",
        ]
        + [
            "m", "bn", "million", " billion ", " crore", "th", " July ", " May ", "Sunday", "Sun.",
            "Q2",
        ]
        + [
            " and ", " to ", " between ", " from ", " a ", " half ", " quarter ", " of ", " the ",
            "in ",
        ]
        + [
            " last ", " next ", " week ", " year", " ago", " dollars ", " yen", " cents", "pounds",
            "peso",
        ]
        + [
            " every ", " daily ", " now ", " the past ", " few ", "'80s", "1990s", " fall ",
            " hours",
            " night", "-year-ago ", " century", " Sundays ", " first ", " earlier ", "-end ",
        ]
        + [
            " twenty", " five ", " hundred ", " decades ", "\u{a0}", "é", "円", "₦", "\u{202f}",
            "US $",
        ]
}
