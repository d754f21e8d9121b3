internal import Diagnostics

/// Phrases that are looked for anywhere in a line, all at once by the two bytes that they begin with.
struct PhraseFinder: Hashable, Sendable {
    private var phrases: [[UInt8]] = []
    /// The numbers of the phrases that begin with two bytes.
    private var byHead: [UInt16: [Int]] = [:]
    /// For each two bytes whether a phrase begins with them, one bit each: nearly everywhere none does.
    private var heads = [UInt64](repeating: 0, count: 1024)

    /// Adds a phrase of a row of a table; phrases are numbered from 0.
    mutating func add(_ phrase: String, of row: DataTable.Row) throws(Diagnostic) {
        let bytes = Array(phrase.utf8)
        guard bytes.count > 1 else {
            throw row.diagnostic(code: "bad-value", "‘\(phrase)’ stands everywhere")
        }
        let head = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
        byHead[head, default: []].append(phrases.count)
        heads[Int(head >> 6)] |= 1 << (head & 63)
        phrases.append(bytes)
    }

    /// The number of the first phrase that stands anywhere in a line.
    func first(in line: String) -> Int? {
        let found = line.withBytes { bytes in
            heads.withUnsafeBufferPointer { heads in
                var found = phrases.count
                for start in bytes.indices.dropLast() {
                    let head = UInt16(bytes[start]) << 8 | UInt16(bytes[start + 1])
                    guard heads[Int(head >> 6)] >> (head & 63) & 1 == 1 else { continue }
                    for number in byHead[head] ?? []
                    where number < found && bytes[start...].starts(with: phrases[number]) {
                        found = number
                    }
                }
                return found
            }
        }
        return found < phrases.count ? found : nil
    }
}
