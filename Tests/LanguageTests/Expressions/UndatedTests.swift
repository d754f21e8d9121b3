import Testing

@testable import Language

/// Times without a date as tables, read on Sunday, 28 July 2024: the time is marked, its value in TIMEX3 stands
/// behind the arrow.
struct UndatedTests {
    @Test(
        arguments: [
            "It took ‹two years› and ‹18 months›. → P2Y; P18M", "a ‹10-year› bond → P10Y",
            "‹a year› and ‹an hour› → P1Y; PT1H", "after ‹2.5 hours› of talks → PT2.5H",
            "for ‹several weeks› and ‹a few days› → PXW; PXD", "‹a couple of months› → P2M",
            "a pause of ‹two to three weeks› → P2W",
            "‹three decades› and ‹two centuries› → P30Y; P200Y",
            "in ‹the last two weeks› and ‹the past year› → P2W; P1Y",
            "over ‹the next three quarters› → P3Q", "‹the first nine months› → P9M",
            "‹two more weeks›, ‹three full days› → P2W; P3D", "It has lasted for ‹years›. → PXY",
            "‹three days› later → P3D", "the year: ‹the year› ended 31 March was good → P1Y",
        ] as [MarkedExpressions]
    )
    func `finds a length of time`(marked: MarkedExpressions) throws {
        let found = try marked.undated(.duration)
        #expect(found == marked.expected)
    }

    @Test(
        arguments: [
            "They meet ‹every week› and ‹each Thursday›. → P1W; XXXX-WXX-4",
            "‹every two years› and ‹every night› → P2Y; XXXX-XX-XXTNI", "a ‹weekly› talk → P1W",
            "It is closed on ‹Sundays›, open ‹daily›. → XXXX-WXX-7; P1D", "‹each summer› → XXXX-SU",
        ] as [MarkedExpressions]
    )
    func `finds what comes again`(marked: MarkedExpressions) throws {
        let found = try marked.undated(.recurrence)
        #expect(found == marked.expected)
    }

    @Test(
        arguments: [
            "‹Now› and ‹recently›, in ‹the past› and ‹the future› → PRESENT_REF; PAST_REF; PAST_REF; FUTURE_REF",
            "the ‹current› crisis, which ‹these days› grows → PRESENT_REF; PRESENT_REF",
            "‹recent years›, ‹several years ago› and ‹months ago› → PAST_REF; PAST_REF; PAST_REF",
            "in the ‹1990s›, the ‹1980's› and the ‹'70s› → 199; 198; 197",
            "the early ‹eighties› and the ‹20th century› → 198; 19",
            "‹last fall›, ‹this spring›, ‹next winter› → 2023-FA; 2024-SP; 2024-WI",
            "the ‹summer of 1994› and ‹winter 2010› → 1994-SU; 2010-WI",
            "It rained in ‹the spring›. → 2024-SP",
            "‹the week› and ‹the month› → 2024-W30; 2024-07",
            "It fell in ‹the quarter›. → 2024-Q2",
            "Sales rose in the first quarter of 2024, from ‹a year earlier›. → 2023-Q1",
            "more than in ‹the year-ago quarter› or in the first quarter of 2019 → 2023-Q2",
            "They were abroad ‹a year earlier›. → 2023",
        ] as [MarkedExpressions]
    )
    func `finds a date that stays open`(marked: MarkedExpressions) throws {
        let found = try marked.undated(.date)
        #expect(found == marked.expected)
    }

    @Test(
        arguments: [
            "a 44-year-old man, two years old", "in his 60s", "the fall of the city",
            "the fall in prices", "three-quarters of it", "eighties music", "future plans",
            "past the house", "the second half", "on Sunday", "the day", "1234s",
        ] as [MarkedExpressions]
    )
    func `leaves alone what is none of these`(marked: MarkedExpressions) throws {
        let (_, found) = try marked.expressions("2024-07-28")
        #expect(found.undated == [])
    }

    @Test(
        arguments: [
            "in ‹2024› → 2024", "‹this week› → 2024-W30", "‹last weekend› → 2024-W29-WE",
            "‹Q1 2025› and the ‹first half of 2023› → 2025-Q1; 2023-H1",
            "‹last night›, ‹tonight›, ‹yesterday morning› → 2024-07-27TNI; 2024-07-28TNI; 2024-07-27TMO",
            "on ‹Friday evening› → 2024-07-26TEV", "‹July 22-28, 2024› → 2024-07-22/2024-07-28",
        ] as [MarkedExpressions]
    )
    func `writes dates as TIMEX3 does`(marked: MarkedExpressions) throws {
        let (document, found) = try marked.expressions("2024-07-28")
        #expect(
            found.times.map { "\(document.text(of: $0.tokens)) = \($0.value)" } == marked.expected
        )
    }
}

extension MarkedExpressions {
    /// The times of one kind.
    fileprivate func undated(_ kind: UndatedExpression.Kind) throws -> [String] {
        let (document, found) = try expressions("2024-07-28")
        return found.undated.filter { $0.kind == kind }
            .map { "\(document.text(of: $0.tokens)) = \($0.value)" }
    }
}
