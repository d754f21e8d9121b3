extension Array where Element: Comparable {
    /// How many elements two lists share that ascend, each element once.
    func shared(with other: [Element]) -> Int {
        var (one, two, shared) = (0, 0, 0)
        while one < count, two < other.count {
            if self[one] == other[two] {
                (one, two, shared) = (one + 1, two + 1, shared + 1)
            } else if self[one] < other[two] {
                one += 1
            } else {
                two += 1
            }
        }
        return shared
    }
}
