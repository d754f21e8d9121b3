extension Sequence<UInt8> {
    /// Calls a closure with the bytes of one word after the other, until it returns false.
    ///
    /// - Parameters:
    ///   - longest: Of a longer word there is one byte more than this, by which it is told.
    ///   - letter: What a byte is in a word; nil for what stands between words.
    ///   - body: Takes a word; returns whether to go on.
    func visitWords(
        ofAtMost longest: Int,
        letter: (UInt8) -> UInt8?,
        _ body: ([UInt8]) -> Bool
    ) {
        var word: [UInt8] = []
        word.reserveCapacity(longest + 1)
        for byte in self {
            if let letter = letter(byte) {
                if word.count <= longest { word.append(letter) }
            } else if !word.isEmpty {
                guard body(word) else { return }
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { _ = body(word) }
    }
}
