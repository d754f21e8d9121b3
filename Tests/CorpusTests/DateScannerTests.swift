import Records
import Testing

@testable import Corpus

@Suite struct DateScannerTests {
    func dates(_ line: String) throws -> [String] {
        let words = try NewsWords().dates
        return DateScanner(line, words: words).dates.map {
            "\($0.moment.articleDate(.dateline)) \($0.moment.precision.rawValue)"
        }
    }

    @Test(arguments: [
        ("Published March 8, 2025, 3:22 PM", "2025-03-08T15:22 minute"),
        ("Saturday, March 8, 2025", "2025-03-08 day"),
        ("Sat, 08 Mar 2025 13:33:55 +0000", "2025-03-08T13:33:55+00:00 second"),
        ("2025-03-08T13:33:55.120Z", "2025-03-08T13:33:55+00:00 second"),
        ("2025-03-08T13:33:55-0430", "2025-03-08T13:33:55-04:30 second"),
        ("2025-03-08 07:05", "2025-03-08T07:05 minute"),
        ("2025/03/08 12:20", "2025-03-08T12:20 minute"),
        ("08:41, March 8, 2025", "2025-03-08T08:41 minute"),
        ("16:48 BST Saturday 8 March 2025", "2025-03-08T16:48+01:00 minute"),
        ("Mar. 8th, 2025 at 4 p.m. EST", "2025-03-08T16-05:00 hour"),
        ("SEPT. 3, 2025 12:00 AM", "2025-09-03T00:00 minute"),
        ("25/03/2025 GMT+7", "2025-03-25 day"),
        ("3/25/2025", "2025-03-25 day"),
        ("04/04/2024", "2024-04-04 day"),
        ("08.03.2025", "2025-03-08 day"),
        ("8-Mar-2025", "2025-03-08 day"),
        ("2025年3月8日(土)", "2025-03-08 day"),
        ("this 24th day of February 2024", "2024-02-24 day"),
        ("the March 2025 issue", "2025-03 month"),
        ("8 mars, then Dec 31, 2024", "2024-12-31 day"),
    ])
    func `reads a date as exactly as it is written`(line: String, expected: String) throws {
        #expect(try dates(line) == [expected])
    }

    @Test(arguments: [
        "03/04/2024", "31 February 2025", "13/13/2025", "July 22", "2025", "1.2.2025.7", "£1,400",
        "12 Marches 2025", "may be 5000", "10:30 today", "v2025-03", "Section 8 March",
    ])
    func `guesses no date`(line: String) throws {
        #expect(try dates(line) == [])
    }

    @Test(arguments: [("02.12.19", ["2019-12-02"]), ("2.12.75", ["1975-12-02"]), ("02/12/19", [])])
    func `reads a year of two digits only where a page marks the date`(
        line: String,
        expected: [String]
    ) throws {
        let words = try NewsWords().dates
        let dates = DateScanner(line, words: words, readsShortYears: true).dates
        #expect(dates.map { "\($0.moment.date)" } == expected)
        #expect(try self.dates(line) == [])
    }

    @Test func `reads two dates of one line with their times`() throws {
        let line = "Published on: 8 March 2025 – 16:41 Modified on: 9 March 2025 – 17:45"
        #expect(try dates(line) == ["2025-03-08T16:41 minute", "2025-03-09T17:45 minute"])
    }

    @Test(arguments: [
        ("https://a.example/2025/03/08/title", "2025-03-08"),
        ("https://a.example/2025/Mar/08/x.html", "2025-03-08"),
        ("https://a.example/n3/2025/0308/c9.html", "2025-03-08"),
        ("https://a.example/2025/03/title", "2025-03"),
        ("https://a.example/all/2024/12/5/title", "2024-12-05"),
    ])
    func `reads the date in the path of an address`(address: String, expected: String) throws {
        let words = try NewsWords().dates
        #expect(ArticleDate(address: address, words: words).map { "\($0)" } == expected)
    }

    @Test(arguments: [
        "https://a.example/article/2001497919/x", "https://a.example/2025/99/x",
        "https://a.example/",
    ])
    func `reads no date from other numbers in an address`(address: String) throws {
        let words = try NewsWords().dates
        #expect(ArticleDate(address: address, words: words) == nil)
    }

    @Test(
        arguments: [
            ("in/2025-03-08-vote.txt", "2025-03-08"), ("20250308.txt", "2025-03-08"),
            ("2025_03_08.html", "2025-03-08"),
            ("vote-2025.txt", nil), ("000_74f2.txt", nil), ("2025-03.txt", nil),
            ("20259999.txt", nil),
        ] as [(String, String?)]
    )
    func `reads the date that opens a file's name`(path: String, expected: String?) {
        #expect(ArticleDate(fileName: path).map { "\($0)" } == expected)
    }
}
