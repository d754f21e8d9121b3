internal import Foundation

extension String {
    /// Whether the string stands before another one in the order of their UTF-8 bytes.
    ///
    /// A folder of ten thousand files compares paths a hundred thousand times, and each has its bytes in a row.
    func precedes(_ other: String) -> Bool {
        var (one, two) = (self, other)
        return one.withUTF8 { first in
            two.withUTF8 { second in
                let common = min(first.count, second.count)
                let order =
                    first.baseAddress.flatMap { start in
                        second.baseAddress.map { memcmp(start, $0, common) }
                    } ?? 0
                return order == 0 ? first.count < second.count : order < 0
            }
        }
    }
}
