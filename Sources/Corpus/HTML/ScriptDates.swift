internal import CGumbo
internal import Records

extension HTMLTree {
    /// The dates of publication in a page's scripts, as its builders leave them: `"published_at":"2024-07-28"`.
    ///
    /// A script may speak of other pages too, so that the dates count only where all of them name one day.
    ///
    /// - Parameter words: What the keys of JSON tell.
    /// - Returns: The first date, or none.
    borrowing func scriptDates(words: NewsWords) -> [ArticleDate] {
        var found: [ArticleDate] = []
        for index in nodes.indices where nodes[index].tag == GUMBO_TAG_SCRIPT {
            for value in script(index).values(of: words) {
                let date = DateScanner(value, words: words.dates).dates.first?.moment
                if let date { found.append(date.articleDate(.page)) }
            }
        }
        guard let first = found.first, found.allSatisfy({ $0.date == first.date }) else {
            return []
        }
        return [first]
    }
}

extension [UInt8] {
    /// The strings behind the keys that tell when an article was published.
    fileprivate func values(of words: NewsWords) -> [String] {
        var values: [String] = []
        var index = 0
        while let open = self[index...].firstIndex(of: UInt8(ascii: "\"")) {
            index = open + 1
            guard let key = quoted(from: open) else { continue }
            var next = key.endIndex + 1
            while next < count, self[next].isSpace || self[next] == UInt8(ascii: ":") { next += 1 }
            guard next > key.endIndex + 1, next < count, self[next] == UInt8(ascii: "\""),
                words.jsonKeys[String(decoding: key, as: UTF8.self).lowercased()]?.field
                    == .published,
                let value = quoted(from: next)
            else { continue }
            values.append(String(decoding: value, as: UTF8.self))
        }
        return values
    }

    /// What stands between a quotation mark and the next one, up to forty bytes behind.
    private func quoted(from open: Int) -> ArraySlice<UInt8>? {
        let rest = self[(open + 1)...].prefix(40)
        guard let close = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        return self[(open + 1)..<close]
    }
}
