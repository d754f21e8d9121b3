import Records
import Testing

@testable import Language

/// Times as tables, read on Sunday, 28 July 2024: the time is marked, its date stands behind the
/// arrow, with a question mark where the reading was a guess.
struct TimeTests {
    @Test(
        arguments: [
            "on ‹28 July 2024› → 2024-07-28", "‹July 28, 2024›, the day → 2024-07-28",
            "‹Sunday, July 28, 2024› → 2024-07-28", "on ‹2024-07-28› → 2024-07-28",
            "on ‹28/07/2024› or ‹07/28/2024› → 2024-07-28; 2024-07-28",
            "the ‹28th of July, 2024› → 2024-07-28", "this ‹24th day of May 2023› → 2023-05-24",
            "‹Dec. 15, 2023› → 2023-12-15",
            "in ‹July 2023›, ‹Sept. 2021› and ‹May, 2020› → 2023-07; 2021-09; 2020-05",
            "in ‹2025›, by ‹2030› and since ‹1998› → 2025; 2030; 1998",
            "‹mid-2026›, early ‹2027›, the end of ‹2028› → 2026; 2027; 2028",
            "in ‹2024› and ‹2025› → 2024; 2025", "‹09-Apr-2014› → 2014-04-09",
            "the ‹second quarter of 2024› and ‹Q1 2025› → 2024-04 to 2024-06; 2025-01 to 2025-03",
            "the ‹first half of 2023› → 2023-01 to 2023-06", "‹2024 Q2› → 2024-04 to 2024-06",
            "the ‹1st quarter of 2017› → 2017-01 to 2017-03",
            "‹Oct. 7-Nov. 6, 2012› → 2012-10-07 to 2012-11-06",
            "‹Oct. 7, 2011-May 6, 2012› → 2011-10-07 to 2012-05-06",
            "‹Oct. to Jan. 2019› → 2018-10 to 2019-01", "the ‹ninth of July, 1987› → 1987-07-09",
            "from ‹3 June to 9 June in 2021› → 2021-06-03 to 2021-06-09",
            "‹22–28 July 2024› → 2024-07-22 to 2024-07-28",
            "‹July 22-28, 2024› → 2024-07-22 to 2024-07-28",
            "from ‹1 to 3 May 2023› → 2023-05-01 to 2023-05-03",
            "‹30 July to 2 August 2024› → 2024-07-30 to 2024-08-02",
            "‹Dec. 28, 2023 to Jan. 3, 2024› → 2023-12-28 to 2024-01-03",
            "‹28 December – 3 January 2024› → 2023-12-28 to 2024-01-03",
            "from ‹April to June 2023› → 2023-04 to 2023-06",
            "‹2019–2024›, from ‹2021 to 2023› and ‹2019-20› → 2019 to 2024; 2021 to 2023; 2019 to 2020",
            "‹FY2025› and fiscal ‹2026› → 2025; 2026", "the ‹2023› pact → 2023?",
            "in ‹1492› he sailed → 1492", "in ‹nineteen ninety-six› → 1996",
            "from ‹April to June in 2017› → 2017-04 to 2017-06",
            "from ‹26 June 2020 to the 28th of June 2020› → 2020-06-26 to 2020-06-28",
            "on ‹June the 28th, 2020› → 2020-06-28",
            "‹2023-Jul-28›, ‹Jul-28-2023› → 2023-07-28; 2023-07-28",
            "from ‹2014 through May 2018› → 2014 to 2018-05", "on ‹Friday 2018-07-06› → 2018-07-06",
            "on ‹28 July 2024›! → 2024-07-28",
        ] as [MarkedExpressions]
    )
    func `finds a full date`(marked: MarkedExpressions) throws {
        let found = try marked.times(nil)
        #expect(found == marked.expected)
    }

    @Test(
        arguments: [
            "It was signed on ‹July 26›. → 2024-07-26",
            "They met on ‹Sunday, July 21›. → 2024-07-21",
            "It was agreed on ‹Dec. 15›. → 2023-12-15?",
            "It will open on ‹15 December›. → 2024-12-15?",
            "It will run from ‹July 28 to 30›. → 2024-07-28 to 2024-07-30",
            "It was signed in ‹April›. → 2024-04", "It was signed in ‹December›. → 2023-12",
            "It will be signed in ‹April›. → 2025-04",
            "They were told to pay by ‹April›. → 2025-04", "It will end in ‹December›. → 2024-12",
            "It will run from ‹May to September›. → 2024-05 to 2024-09",
            "It failed ‹last April›, then ‹last December›. → 2024-04?; 2023-12",
            "‹next April› and ‹this May› → 2025-04; 2024-05",
            "in ‹April last year›, on ‹9 May of this year› → 2023-04; 2024-05-09",
            "on ‹Thursday, the 25th of July› → 2024-07-25", "in late ‹July› → 2024-07?",
            "by ‹mid-November› → 2023-11?",
        ] as [MarkedExpressions]
    )
    func `takes the year from the article`(marked: MarkedExpressions) throws {
        let found = try marked.times("2024-07-28")
        #expect(found == marked.expected)
    }

    @Test(
        arguments: [
            "It may come as early as ‹Tuesday›. → 2024-07-30",
            "Ten states had answered by ‹Wednesday›. → 2024-07-24",
            "She planned a march for ‹Saturday› and was ready. → 2024-08-03",
            "from ‹July 2023 to today› → 2023-07 to 2024-07-28",
            "‹week 27 of this year› → 2024-W27",
            "It opens ‹Friday 2›. → 2024-08-02?",
            "the ‹third month of 2023›, the ‹15th day of next month› → 2023-03; 2024-08-15",
            "the ‹week after next›, the ‹year before last› → 2024-W32; 2022",
            "It will run from ‹Monday to Wednesday›. → 2024-07-29 to 2024-07-31",
            "It opens between ‹today and tomorrow›. → 2024-07-28 to 2024-07-29",
            "They met on ‹Friday›. → 2024-07-26", "They met on ‹Sunday›. → 2024-07-28",
            "They will meet on ‹Tuesday›. → 2024-07-30",
            "The talks were put off until ‹Friday›. → 2024-08-02",
            "He could not be reached ‹Friday›. → 2024-07-26?",
            "He said on ‹Friday› the council will vote on ‹Monday›. → 2024-07-26; 2024-07-29",
            "The council will vote on ‹Monday›, he said on ‹Friday›. → 2024-07-29; 2024-07-26",
            "The leaders are to meet ‹Wednesday›. → 2024-07-31", "a vote on ‹Friday› → 2024-07-26?",
            "‹last Monday›, ‹this Monday› and ‹next Monday› → 2024-07-22; 2024-07-22; 2024-07-29",
            "‹today›, ‹yesterday› and ‹tomorrow› → 2024-07-28; 2024-07-27; 2024-07-29",
            "the ‹day before yesterday› → 2024-07-26", "‹last night› → 2024-07-27",
            "‹last week›, ‹this week›, ‹next week› → 2024-W29; 2024-W30; 2024-W31",
            "‹last month›, ‹next year›, earlier ‹this month› → 2024-06; 2025; 2024-07",
            "‹last weekend› → 2024-07-20 to 2024-07-21", "the ‹coming week› → 2024-W31",
            "‹Tuesday of next week›, ‹next week on Friday› → 2024-07-30; 2024-08-02",
            "‹Monday last week› → 2024-07-15",
            "‹next quarter›, the ‹last quarter› → 2024-10 to 2024-12; 2024-04 to 2024-06?",
            "‹two days ago›, ‹three weeks ago›, ‹a year ago› → 2024-07-26; 2024-W27; 2023",
            "It will open ‹in three weeks›. → 2024-W33?",
            "the ‹third quarter of last year› → 2023-07 to 2023-09",
            "Sales rose in the ‹second quarter›. → 2024-04 to 2024-06?",
            "Sales rose in the ‹fourth quarter›. → 2023-10 to 2023-12?",
            "It expects ‹fourth-quarter› sales to rise. → 2024-10 to 2024-12?",
            "It expects to report ‹second-quarter› profit. → 2024-04 to 2024-06?",
            "‹this year's third quarter›, its ‹first quarter› → 2024-07 to 2024-09; 2024-01 to 2024-03?",
            "In the ‹first quarter› it lost what it won ‹a year ago›. → 2024-01 to 2024-03?; 2023-01 to 2023-03?",
            "‹this fiscal year›, the ‹latest quarter› → 2024?; 2024-04 to 2024-06",
            "They met over the ‹weekend› and ‹Friday night›. → 2024-07-27 to 2024-07-28?; 2024-07-26",
            "his ‹2016› campaign → 2016?",
            "the ‹first week of 2015›, the ‹last week of June› → 2015-W01; 2024-W26?",
            "the ‹second week of this month›, the ‹week of July 22› → 2024-W28; 2024-W30",
            "It will meet on ‹Friday the 13th›. → 2024-09-13?", "‹Tuesday 23rd› → 2024-07-23?",
        ] as [MarkedExpressions]
    )
    func `reads a relative time from the article's day`(marked: MarkedExpressions) throws {
        let found = try marked.times("2024-07-28")
        #expect(found == marked.expected)
    }

    @Test(
        arguments: [
            "They met on July 26, on Friday and yesterday.", "last week, two days ago, this month",
            "It was signed in April.",
        ] as [MarkedExpressions]
    )
    func `reads no relative time without a date`(marked: MarkedExpressions) throws {
        let found = try marked.times(nil)
        #expect(found == [])
    }

    @Test func `takes a missing year from a full date before`() throws {
        let marked: MarkedExpressions =
            "Signed on ‹3 May 2023›, it was opened on ‹9 June›. → 2023-05-03; 2023-06-09?"
        let found = try marked.times(nil)
        #expect(found == marked.expected)
    }

    @Test(
        arguments: [
            "She may march with April Jones and May.", "about 2000 people", "in 2000 homes",
            "the 1990s", "a total of 2024 votes", "It costs $2024.", "03/04/2024",
            "in three days it rained",
            "the last two weeks", "last week of the talks", "last weeks", "Mar and Jan",
            "the next week", "version 2024.1", "12:30", "sat in the sun",
            "call 555-2024", "31 February 2024", "within two weeks", "a second quarter",
            "2024 votes",
            "July 32", "5 may 2020", "around 1900 BC", "mon and fri",
            "the day before", "Good Friday", "the last week of talks", "the third day of talks",
            "nineteen ninety votes", "the week of the vote",
        ] as [MarkedExpressions]
    )
    func `leaves alone what is no time`(marked: MarkedExpressions) throws {
        let found = try marked.times("2024-07-28")
        #expect(found == [])
    }
}

extension MarkedExpressions {
    fileprivate func times(_ published: String?) throws -> [String] {
        let (document, found) = try expressions(published)
        return found.times.map { time in
            "\(document.text(of: time.tokens)) = \(time.date)"
                + (time.end.map { " to \($0)" } ?? "") + (time.isGuess ? "?" : "")
        }
    }
}
