extension [UInt8] {
    /// The words of a part of a Markdown text: without marks of emphasis, addresses of links and tags.
    func withoutMarks(_ range: Range<Int>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var links: [Int: Int] = [:]
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = self[index]
            if let end = links[index] {
                index = end
                continue
            }
            switch byte {
            case UInt8(ascii: "\\")
            where index + 1 < range.upperBound && !self[index + 1].isLetterOrDigit:
                result.append(self[index + 1])
                index += 2
            case UInt8(ascii: "!")
            where index + 1 < range.upperBound && self[index + 1] == UInt8(ascii: "["):
                index += link(at: index + 1, before: range.upperBound) == nil ? 0 : 1
                if self[index] == byte {
                    result.append(byte)
                    index += 1
                }
            case UInt8(ascii: "["):
                if let (close, end) = link(at: index, before: range.upperBound) {
                    links[close] = end
                } else {
                    result.append(byte)
                }
                index += 1
            case UInt8(ascii: "<"):
                index = takeTag(at: index, before: range.upperBound, into: &result)
            case UInt8(ascii: "&"):
                index = takeEntity(at: index, before: range.upperBound, into: &result)
            default:
                if !isEmphasis(at: index, in: range) { result.append(byte) }
                index += 1
            }
        }
        return result
    }

    /// Where the words of a link close, and where the link ends behind its address.
    private func link(at open: Int, before end: Int) -> (close: Int, end: Int)? {
        var depth = 0
        let bound = Swift.min(end, open + 1_000)
        var close = open
        while close < bound {
            if self[close] == UInt8(ascii: "[") { depth += 1 }
            if self[close] == UInt8(ascii: "]") {
                depth -= 1
                if depth == 0 { break }
            }
            close += 1
        }
        guard close + 1 < bound, depth == 0 else { return nil }
        let opening = self[close + 1]
        guard opening == UInt8(ascii: "(") || opening == UInt8(ascii: "[") else { return nil }
        let closing = opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
        let rest = self[(close + 2)..<Swift.min(end, close + 2_000)]
        var inner = 1
        for index in rest.indices {
            if rest[index] == opening { inner += 1 }
            if rest[index] == closing { inner -= 1 }
            if inner == 0 { return (close, index + 1) }
        }
        return nil
    }

    private func takeEntity(at index: Int, before end: Int, into result: inout [UInt8]) -> Int {
        guard let (value, length) = XMLEntities.decode(self[index..<end]) else {
            result.append(self[index])
            return index + 1
        }
        result.appendScalar(value)
        return index + length
    }

    /// Passes over a tag; an address in angle brackets is kept.
    private func takeTag(at index: Int, before end: Int, into result: inout [UInt8]) -> Int {
        let bound = Swift.min(end, index + 400)
        guard index + 1 < bound, let close = self[index..<bound].firstIndex(of: UInt8(ascii: ">")),
            self[index + 1].isLetterOrDigit || "/!".utf8.contains(self[index + 1])
        else {
            result.append(self[index])
            return index + 1
        }
        let inner = self[(index + 1)..<close]
        if inner.starts(with: "http".utf8) || inner.contains(UInt8(ascii: "@")) {
            result.append(contentsOf: inner)
        } else if inner.starts(with: "br".utf8) {
            result.append(0x20)
        }
        return close + 1
    }

    /// Whether a byte is a mark of emphasis or code: it touches a word on one side only, or stands in a run.
    private func isEmphasis(at index: Int, in range: Range<Int>) -> Bool {
        let byte = self[index]
        if byte == UInt8(ascii: "`") { return true }
        let isTilde = byte == UInt8(ascii: "~")
        guard byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || isTilde else {
            return false
        }
        var start = index
        while start > range.lowerBound, self[start - 1] == byte { start -= 1 }
        var end = index + 1
        while end < range.upperBound, self[end] == byte { end += 1 }
        if isTilde { return end - start == 2 }
        let before = start > range.lowerBound ? self[start - 1] : 0x20
        let after = end < range.upperBound ? self[end] : 0x20
        if before.isSpace, after.isSpace { return false }
        if byte == UInt8(ascii: "_"), before.isLetterOrDigit, after.isLetterOrDigit { return false }
        return before.isLetterOrDigit == false || after.isLetterOrDigit == false
            || byte == UInt8(ascii: "*")
    }
}
