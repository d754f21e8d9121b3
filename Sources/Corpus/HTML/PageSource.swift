/// A page as it is handed to the parser: without what nobody reads of it.
///
/// Styles, scripts, comments and the attributes that only a browser needs are three quarters of a news page's bytes, and
/// the parser goes through them letter by letter. The tree has the same nodes without them.
struct PageSource {
    /// The bytes to parse.
    private(set) var bytes: [UInt8] = []
    /// What was left out, in order.
    private var cuts: [Cut] = []

    private struct Cut {
        /// The offset of what stands behind the cut, in the bytes to parse.
        var place: Int
        /// Where that stands in the page.
        var origin: Int
    }

    /// Cuts a page.
    init(_ page: [UInt8]) {
        bytes.reserveCapacity(page.count)
        page.withUnsafeBufferPointer { page in
            var done = 0
            for unread in PageScanner.unread(in: page) {
                bytes.append(contentsOf: page[done..<unread.lowerBound])
                cuts.append(Cut(place: bytes.count, origin: unread.upperBound))
                done = unread.upperBound
            }
            bytes.append(contentsOf: page[done...])
        }
    }

    /// Where a byte of the parsed bytes stands in the page.
    func origin(of offset: Int) -> Int {
        var (low, high) = (0, cuts.count)
        while low < high {
            let middle = (low + high) / 2
            if cuts[middle].place <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? cuts[low - 1].origin + offset - cuts[low - 1].place : offset
    }
}
