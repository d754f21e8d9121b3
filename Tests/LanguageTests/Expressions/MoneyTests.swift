import Records
import Testing

@testable import Language

/// Amounts of money as tables: the amount is marked, its meaning stands behind the arrow.
struct MoneyTests {
    @Test(
        arguments: [
            "It was bought for ‹$1.7 billion›. → 1700000000 USD",
            "a deal worth ‹US$4.7 billion› in all → 4700000000 USD",
            "It costs ‹$1.8 bln›, ‹$728 mil› or ‹RM10 million›. → 1800000000 USD; 728000000 USD; 10000000 MYR",
            "The boats cost ‹A$50bn› (‹$35.5bn›). → 50000000000 AUD; 35500000000 USD",
            "They raised ‹€3.2m› and ‹£450k›. → 3200000 EUR; 450000 GBP",
            "a loan of ‹1.2 trillion yen› for → 1200000000000 JPY",
            "The yard asked for ‹P30 billion› from Manila. → 30000000000 PHP",
            "the ‹P30-Billion› patrol ships → 30000000000 PHP",
            "a grant of ‹Rs 500 crore› to the state → 5000000000 INR",
            "‹50 billion euros› for Kyiv → 50000000000 EUR",
            "It is ‹US$ 1 bn› or ‹NT$10 billion›. → 1000000000 USD; 10000000000 TWD",
            "‹DKK 300m› was set aside → 300000000 DKK",
            "about ‹three million dollars› → about 3000000 USD",
            "a ‹$1.7-billion› contract → 1700000000 USD",
            "It sold for ‹R500m›, then ‹Ksh2.5 billion›. → 500000000 ZAR; 2500000000 KES",
            "the council spent ‹N45 billion› and ‹₦300m› → 45000000000 NGN; 300000000 NGN",
            "‹₱1,500› a day → 1500 PHP", "‹50 cents› more → 0.5 USD",
            "It fell by ‹3 dollars and 50 cents›. → 3.5 USD",
            "The fund has ‹45,67,890.12 rupees›. → 4567890.12 INR",
            "‹62 lakh rupees› and ‹1.2 lakh crore rupees› → 6200000 INR; 1200000000000 INR",
            "‹half a million pounds› → 500000 GBP",
            "‹a quarter of a billion dollars› and ‹three quarters of a million yen› → 250000000 USD; 750000 JPY",
            "‹48 USD million›, ‹$10› or ‹20 USD› → 48000000 USD; 10 USD; 20 USD",
            "‹$ 20.50› ‹$ 30› ‹RMB 10› ‹USD 20› → 20.5 USD; 30 USD; 10 CNY; 20 USD",
            "‹two and a half million dollars› → 2500000 USD",
            "a fine of ‹one hundred and twenty-five thousand euros› → 125000 EUR",
            "a loan of ‹SEK1.5bn› or ‹1.5bn kronor› from Stockholm → 1500000000 SEK; 1500000000 SEK",
            "‹HK$ 3.15 billion› and ‹C$27.3 million› → 3150000000 HKD; 27300000 CAD",
            "‹500,000 South Korean won›, ‹10 million Swiss francs› → 500000 KRW; 10000000 CHF",
            "‹100€›, ‹5 €› and ‹20 USD› → 100 EUR; 5 EUR; 20 USD",
            "‹2 400 euros› a head → 2400 EUR", "‹$5 million Canadian dollars› → 5000000 CAD",
            "It fell to ‹$221bn›. → 221000000000 USD",
            "‹MSEK 250› and ‹30 MEUR› → 250000000 SEK; 30000000 EUR",
            "It costs ‹17 dollars 20›. → 17.2 USD", "‹528 million francs› → 528000000 CHF",
            "‹₿3› or ‹10 bitcoins› → 3 XBT; 10 XBT",
        ] as [MarkedExpressions]
    )
    func `finds an amount of money`(marked: MarkedExpressions) throws {
        let found = try marked.amounts
        #expect(found == marked.expected)
    }

    @Test(
        arguments: [
            "‹a billion-dollar› deal → 1000000000 USD",
            "spent ‹a million dollars› → 1000000 USD", "the ‹five-million-euro› bill → 5000000 EUR",
        ] as [MarkedExpressions]
    )
    func `finds an amount without a figure`(marked: MarkedExpressions) throws {
        let found = try marked.amounts
        #expect(found == marked.expected)
    }

    @Test(
        arguments: [
            "It needs ‹£12–15bn› a year. → 12000000000 to 15000000000 GBP",
            "between ‹$3 million and $5 million› → 3000000 to 5000000 USD",
            "between ‹$3 and $5 million› → 3000000 to 5000000 USD",
            "‹$3-5 million› → 3000000 to 5000000 USD", "‹£1m-£2m› → 1000000 to 2000000 GBP",
            "‹$2.5 billion to $3 billion› → 2500000000 to 3000000000 USD",
            "‹10 to 15 million yen› → 10000000 to 15000000 JPY",
            "‹12-15 billion euros› → 12000000000 to 15000000000 EUR",
        ] as [MarkedExpressions]
    )
    func `finds a range of money`(marked: MarkedExpressions) throws {
        let found = try marked.amounts
        #expect(found == marked.expected)
    }

    @Test(
        arguments: [
            "It rose from ‹$3 million› to ‹$5 million›. → 3000000 USD; 5000000 USD",
            "It rose from ‹$3› to ‹$5 million›. → 3000000 USD; 5000000 USD",
            "‹$5 million› and ‹€4 million› → 5000000 USD; 4000000 EUR",
        ] as [MarkedExpressions]
    )
    func `keeps amounts apart that make no range`(marked: MarkedExpressions) throws {
        let found = try marked.amounts
        #expect(found == marked.expected)
    }

    @Test(
        arguments: [
            "up to ‹$5 million› → atMost 5000000 USD", "as much as ‹€5m› → atMost 5000000 EUR",
            "more than ‹£2bn› → atLeast 2000000000 GBP", "over ‹$90› → atLeast 90 USD",
            "at least ‹200 million dollars› → atLeast 200000000 USD",
            "nearly ‹$4bn›, some ‹$3bn› → about 4000000000 USD; about 3000000000 USD",
            "‹$5 million› or more → atLeast 5000000 USD", "an estimated ‹$7m› → about 7000000 USD",
        ] as [MarkedExpressions]
    )
    func `tells a bound or a guess`(marked: MarkedExpressions) throws {
        let found = try marked.amounts
        #expect(found == marked.expected)
    }

    @Test(
        arguments: [
            "Mexico will pay ‹5 million pesos›. → 5000000 MXN",
            "The Philippines will pay ‹5 million pesos›. → 5000000 PHP",
            "Pakistan will pay ‹Rs5 million›, or ‹900 rupees› each. → 5000000 PKR; 900 PKR",
            "Pakistan will pay ‹Rs5 million›, while India wants ‹Rs8 million›. → 5000000 PKR; 8000000 INR",
            "They paid ‹900 rupees›. → 900 INR",
            "Senegal lends ‹6 million francs›. → 6000000 XOF",
            "Oslo set ‹4 billion kroner› aside. → 4000000000 NOK",
            "China pays ‹¥700 million›. → 700000000 CNY", "It pays ‹¥700 million›. → 700000000 JPY",
        ] as [MarkedExpressions]
    )
    func `takes the currency from the country that is named`(marked: MarkedExpressions) throws {
        let found = try marked.amounts
        #expect(found == marked.expected)
    }

    @Test(
        arguments: [
            "They pay 5 million pesos.", "a 500 pounds bomb of 1,000 pounds",
            "two million pounds of beef", "All 70 of us and ALL 5 solutions", "P5, R2 and N95",
            "They won 5 million votes.", "the team won 3", "X$5 is no sign", "F35 dollars",
            "millions of dollars", "the dollar fell", "Euro 2024", "section R 5", "He has 3 cups.",
            "a 5 percent stake", "try 5 times", "Q1 billion", "GBP", "$AAPL", "$1 = 0.81 pounds",
            "($1 = 7.1 yuan)", "50 kr",
            "10 MT of rice",
        ] as [MarkedExpressions]
    )
    func `leaves alone what is no money`(marked: MarkedExpressions) throws {
        let found = try marked.amounts
        #expect(found == [])
    }
}

extension MarkedExpressions {
    fileprivate var amounts: [String] {
        get throws {
            let (document, found) = try expressions(nil)
            return found.amounts.map { amount in
                let parts: [String?] = [
                    amount.qualifier?.rawValue, "\(amount.amount)", amount.upper.map { "to \($0)" },
                    amount.currency,
                ]
                return "\(document.text(of: amount.tokens)) = "
                    + parts.compactMap(\.self).joined(separator: " ")
            }
        }
    }
}
