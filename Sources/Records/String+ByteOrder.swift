internal import Foundation

extension String {
    /// Whether the string stands before another one in the order of their UTF-8 bytes.
    ///
    /// A folder of ten thousand files compares paths a hundred thousand times, and each has its bytes in a row.
    package func precedes(_ other: String) -> Bool {
        let order = utf8.withContiguousStorageIfAvailable { one in
            other.utf8.withContiguousStorageIfAvailable { two in
                guard let first = one.baseAddress, let second = two.baseAddress else {
                    return one.count < two.count
                }
                let common = memcmp(first, second, min(one.count, two.count))
                return common == 0 ? one.count < two.count : common < 0
            }
        }
        return (order ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
    }
}
