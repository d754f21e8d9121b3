import Testing

@testable import Language

/// Counts as tables: the number is marked, its value stands behind the arrow.
struct CountTests {
    @Test(
        arguments: [
            "It bought ‹400› Tomahawk missiles. → 400", "‹300,000› doses came → 300000",
            "‹1.2 million› doses and ‹six› ships → 1200000; 6", "‹2 400› soldiers → 2400",
            "‹twenty-five› drones, ‹forty› tanks → 25; 40", "‹a hundred› people came → 100",
            "It lost ‹12›\n\n‹300› people left. → 12; 300",
            "‹three million› and ‹five million› copies → 3000000; 5000000",
            "‹two thousand five hundred› votes, ‹two thousand and five› seats → 2500; 2005",
            "‹two million three hundred thousand› votes → 2300000",
            "‹two hundred and fifty thousand› people → 250000", "At least ‹12› were hurt. → 12",
            "‹10 to 15› missiles → 10 to 15", "‹10–15› ships → 10 to 15",
            "between ‹3 and 5 million› people → 3000000 to 5000000",
            "‹Six› ships left, ‹40m› people stayed → 6; 40000000",
            "It sold Japan ‹400› missiles. → 400",
            "‹400› Boeing jets and ‹3bn› chips → 400; 3000000000",
            "‹5,000› troops (‹300› officers) → 5000; 300",
        ] as [MarkedExpressions]
    )
    func `finds a count`(marked: MarkedExpressions) throws {
        let found = try marked.counts
        #expect(found == marked.expected)
    }

    @Test(
        arguments: [
            "in 2024 and by 2030", "on 28 July 2024", "$400 million", "a rise of 5%", "5 per cent",
            "version 1.2.3", "the 21st guest", "2+2", "an F-35 jet", "a 3-2 win", "at 10:30", "5pm",
            "10 Downing Street", "Article 5 says", "the Boeing 737 flew", "a 15-year lease",
            "five-member panel", "one of them", "for three days", "48 hours", "No. 10", "aged 45,",
            "the 1990s", "#5", "Resolution 1701", "2024-07-28", "a 5G network", "24/7", "007",
            "section 12 of the law", "100m hurdles", "a quarter", "1. Vegetables", "at 3 p.m.",
            "(16)",
            "dial +49 30 5551", "COVID-19", "Mary Mwangi, 45, said", "two and a half years",
            "one in five adults",
            "do 22 knots", "a pair of 30mm guns", "two thirds of it", "four in 10 adults",
            "At just 20, she left",
            "two and three years", "founded in 363.", "built in 500 BC", "series 1 ended",
            "G7 leaders",
            "Group of Seven",
        ] as [MarkedExpressions]
    )
    func `leaves alone what is no count`(marked: MarkedExpressions) throws {
        let found = try marked.counts
        #expect(found == [])
    }
}

extension MarkedExpressions {
    fileprivate var counts: [String] {
        get throws {
            let (document, found) = try expressions("2024-07-28")
            return found.counts.map { count in
                "\(document.text(of: count.tokens)) = \(count.value)"
                    + (count.upper.map { " to \($0)" } ?? "")
            }
        }
    }
}
