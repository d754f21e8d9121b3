/// A division of the numbers from zero into groups that only ever grow together.
///
/// Source: Tarjan, “Efficiency of a Good But Not Linear Set Union Algorithm”, 1975; here with path
/// halving, and the smallest member as the name of a group.
struct DisjointSets {
    private var parents: [Int]

    /// Starts with every number a group of its own.
    init(count: Int) {
        parents = Array(0..<count)
    }

    /// The smallest member of a number's group.
    mutating func root(of number: Int) -> Int {
        var number = number
        while parents[number] != number {
            parents[number] = parents[parents[number]]
            number = parents[number]
        }
        return number
    }

    /// Makes one group of two.
    mutating func join(_ first: Int, _ second: Int) {
        let (one, two) = (root(of: first), root(of: second))
        parents[max(one, two)] = min(one, two)
    }

    /// The groups, each ascending, in the order of their smallest members.
    mutating func groups() -> [[Int]] {
        var members: [Int: [Int]] = [:]
        for number in parents.indices { members[root(of: number), default: []].append(number) }
        return members.keys.sorted().compactMap { members[$0] }
    }
}
