import Foundation
import Testing

@testable import Findings

struct FigureTests {
    @Test(arguments: [
        ("1700000000", "1.7e9", true), ("1690000000", "1700000000", true),
        ("1640000000", "1700000000", false), ("1400000", "1000000", false),
        ("99600", "100000", false), ("9960", "10000", false), ("9.96", "10", false),
        ("996", "1.0e3", false), ("9960", "10.0e3", false), ("0.996", "1.04", false),
        ("12", "12.4", true), ("12", "12.6", false), ("0.12", "0.124", true), ("0", "0", true),
        ("-12", "12", false), ("999.6", "1001", false), ("99.6", "996", false),
        ("123456789012345678901", "123456789012345678902", true),
    ])
    func `figures agree at the digits of the rougher one`(one: String, two: String, agree: Bool)
        throws
    {
        let numbers = try [one, two].map { try #require(Decimal(string: $0)) }
        #expect(numbers[0].agrees(with: numbers[1]) == agree)
        #expect(numbers[1].agrees(with: numbers[0]) == agree)
    }
}
