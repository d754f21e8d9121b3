extension Tokenizer {
    /// The first address of the web or of e-mail in a chunk, whose classes of bytes are a bit each.
    func address(in range: Range<Int>, classes: UInt32) -> Range<Int>? {
        func has(_ kind: ByteClass) -> Bool { classes & 1 << kind.rawValue != 0 }
        if has(.colon), has(.slash), let address = schemeAddress(in: range) { return address }
        if has(.at), let address = mailAddress(in: range) { return address }
        if has(.stop), has(.letter) { return domainAddress(in: range) }
        return nil
    }

    /// An address with a scheme, such as https.
    private func schemeAddress(in range: Range<Int>) -> Range<Int>? {
        guard
            let colon = range.first(where: {
                byte($0) == UInt8(ascii: ":") && byte($0 + 1) == UInt8(ascii: "/")
                    && byte($0 + 2) == UInt8(ascii: "/")
            })
        else { return nil }
        var start = colon
        while start > range.lowerBound, byteClass(start - 1) == .letter { start -= 1 }
        guard start < colon else { return nil }
        return start..<trimmed(start..<range.upperBound)
    }

    /// An address of e-mail.
    private func mailAddress(in range: Range<Int>) -> Range<Int>? {
        guard let at = range.first(where: { byteClass($0) == .at }) else { return nil }
        var start = at
        while start > range.lowerBound, isAddressByte(bytes[start - 1]) { start -= 1 }
        var end = at + 1
        while end < range.upperBound, isAddressByte(bytes[end]) { end += 1 }
        end = trimmed(start..<end)
        guard start < at, end > at + 1 else { return nil }
        let scheme = "mailto:".utf8
        if start - range.lowerBound >= scheme.count,
            bytes[start - scheme.count..<start].elementsEqual(scheme)
        {
            start -= scheme.count
        }
        return start..<end
    }

    /// An address without a scheme, or the name of a file: www.example.com, example.com/news, a.txt.
    private func domainAddress(in range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        while start < range.upperBound {
            guard isAddressByte(bytes[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < range.upperBound, isAddressByte(bytes[end]) { end += 1 }
            if isDomain(start..<trimmed(start..<end)) {
                if byteClass(end) == .slash { end = range.upperBound }
                return start..<trimmed(start..<end)
            }
            start = end
        }
        return nil
    }

    /// Whether a run of bytes ends like an address: behind its last full stop stands a known ending.
    private func isDomain(_ range: Range<Int>) -> Bool {
        guard let stop = range.last(where: { byteClass($0) == .stop }), stop > range.lowerBound,
            stop + 1 < range.upperBound, byteClass(stop - 1) != .stop
        else { return false }
        if isNewsgroup(range) { return true }
        let isWeb = bytes[range].prefix(4).map { $0 | 0x20 } == Array("www.".utf8)
        return isWeb || parts.has(Form(bytes.span, stop + 1..<range.upperBound), as: .domain)
    }

    /// Whether a run of bytes is the name of a newsgroup or a package, such as comp.lang.misc.
    private func isNewsgroup(_ range: Range<Int>) -> Bool {
        let labels = bytes[range].split(separator: UInt8(ascii: "."))
        guard labels.count > 1, labels.dropLast().allSatisfy({ $0.count > 1 }),
            labels.joined().allSatisfy({ 0x61...0x7A ~= $0 || $0 == UInt8(ascii: "-") })
        else { return false }
        return labels.count > 2
            || parts.has(
                Form(bytes.span, labels[0].startIndex..<labels[0].endIndex),
                as: .newsgroup
            )
    }

    private func isAddressByte(_ byte: UInt8) -> Bool {
        switch ByteClass(byte) {
        case .letter, .digit, .stop, .hyphen, .underscore: true
        case .symbol: byte == UInt8(ascii: "%") || byte == UInt8(ascii: "+")
        default: false
        }
    }

    /// The end of an address without the marks behind it that belong to the sentence.
    private func trimmed(_ range: Range<Int>) -> Int {
        let hasBracket = bytes[range].contains { ByteClass($0) == .openBracket }
        var end = range.upperBound
        while end > range.lowerBound {
            switch byteClass(end - 1) {
            case .stop, .exclamation, .comma, .colon, .apostrophe, .quote, .hyphen: end -= 1
            case .closeBracket where !hasBracket: end -= 1
            case .symbol where bytes[end - 1] == UInt8(ascii: ">"): end -= 1
            case .beyond:
                // A closing quotation mark or a dash may stand directly behind.
                var start = end - 1
                while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
                switch ScalarClass(scalar(start).value) {
                case .letter, .digit, .combining: return end
                default: end = start
                }
            default: return end
            }
        }
        return end
    }
}
