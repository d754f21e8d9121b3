internal import Records

extension ArticleDate {
    /// The date in the path of an address, such as /2024/07/28/, /2024/Jul/28/ or /2024/07/.
    init?(address: String, words: DateWords) {
        let path = address.split(separator: "?").first ?? ""
        let parts = path.split(separator: "/").map(String.init)
        for (index, part) in parts.enumerated() {
            if let day = Day(opening: part) {
                self.init(.day(day), precision: .day, source: .address)
                return
            }
            guard part.utf8.count == 4, let year = Int(part), (1990...2199).contains(year),
                index + 1 < parts.count
            else { continue }
            let next = parts[index + 1]
            if next.utf8.count == 4, let both = Int(next),
                let day = Day(year: year, month: both / 100, day: both % 100)
            {
                self.init(.day(day), precision: .day, source: .address)
                return
            }
            guard let month = Self.month(next, words: words) else { continue }
            if index + 2 < parts.count, parts[index + 2].utf8.count <= 2,
                let number = Int(parts[index + 2]),
                let day = Day(year: year, month: month, day: number)
            {
                self.init(.day(day), precision: .day, source: .address)
            } else {
                self.init(.month(year: year, month: month), precision: .month, source: .address)
            }
            return
        }
        return nil
    }

    private static func month(_ text: String, words: DateWords) -> Int? {
        if text.utf8.count <= 2, let month = Int(text) {
            return (1...12).contains(month) ? month : nil
        }
        if case .month(let month) = words[text.lowercased()] { return month }
        return nil
    }

    /// The date that opens the name of a file, such as 2024-07-28-summit.txt or 20240728.txt.
    init?(fileName path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let day = Day(opening: String(name)) else { return nil }
        self.init(.day(day), precision: .day, source: .fileName)
    }
}

extension Day {
    /// The day that opens a name, as 2024-07-28, 2024_07_28 or 20240728.
    fileprivate init?(opening name: String) {
        let digits = name.prefix { $0.isNumber || $0 == "-" || $0 == "_" }
        let parts = digits.split { $0 == "-" || $0 == "_" }.map(String.init)
        let numbers: [Int?]
        if let first = parts.first, first.utf8.count == 8 {
            numbers = [
                Int(first.prefix(4)), Int(first.dropFirst(4).prefix(2)), Int(first.suffix(2)),
            ]
        } else if parts.count >= 3, parts[0].utf8.count == 4,
            parts[1].utf8.count == 2, parts[2].utf8.count == 2
        {
            numbers = parts.prefix(3).map { Int($0) }
        } else {
            return nil
        }
        guard let year = numbers[0], (1990...2199).contains(year), let month = numbers[1],
            let number = numbers[2]
        else { return nil }
        self.init(year: year, month: month, day: number)
    }
}
