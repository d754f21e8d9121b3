import Records
import Testing

@testable import Findings

struct ListingTests {
    @Test(arguments: [
        ("ban exports of gallium, antimony and germanium", ["gallium", "antimony", "germanium"]),
        (
            "bar contracts for its harbour cranes, the Delta Tugs, or its pilot boats on the coast",
            ["harbour cranes", "Delta Tugs", "pilot boats"]
        ),
        (
            "lift sanctions on Mali, Guinea, and Niger, with effect from Monday",
            ["Mali", "Guinea", "Niger"]
        ),
    ])
    func `a list ends with its last member`(clause: String, members: [String]) throws {
        #expect(Listing(clause, in: try Vocabulary())?.printed == members)
    }

    @Test(arguments: [
        "ban exports of gallium and antimony", "approve the budget, which is due in May",
        "open the harbour, and hire pilots",
    ])
    func `two things make no list`(clause: String) throws {
        #expect(Listing(clause, in: try Vocabulary()) == nil)
    }

    @Test(arguments: [
        ("gallium, antimony and germanium", "gallium, tungsten and antimony", true, false),
        ("gallium, antimony and germanium", "tin, gallium, germanium and antimony", true, true),
        ("gallium, antimony and germanium", "gallium, tungsten and zinc", false, true),
        ("gallium, antimony and germanium", "Mali, Guinea and Niger", false, true),
    ])
    func `a list is told differently when most of it is the same`(
        one: String,
        two: String,
        isVersion: Bool,
        agrees: Bool
    ) throws {
        let first = try #require(Listing("ban exports of \(one)", in: try Vocabulary()))
        let second = try #require(Listing("ban exports of \(two)", in: try Vocabulary()))
        #expect(first.isVersion(of: second) == isVersion)
        #expect(first.agrees(with: second) == agrees)
    }

    @Test(arguments: [
        ("exports to Mali, Guinea, Niger and Chad", 1, ["list"]),
        ("exports to Mali, Guinea and Niger", 1, []),
        ("exports to Peru, Cuba and Spain", 2, []),
    ])
    func `names that one list has more than another are a conflict and no other decision`(
        other: String,
        count: Int,
        fields: [String]
    ) throws {
        let found = try findings([
            decision(["Chile"], "ban exports to Mali, Guinea, Niger and Togo"),
            decision(["Chile"], "ban \(other)"),
        ])
        #expect(found.count == count)
        #expect(found.flatMap(\.conflicts).map(\.field) == fields)
    }
}
