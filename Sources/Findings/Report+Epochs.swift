internal import Records

extension [Report] {
    /// How many days may lie between two dates of one thing; what comes again later is another.
    static var epoch: Int { 60 }

    /// The reports by how much they tell, then by their confidence; ties in order.
    func ranked(fullness: (Report) -> Int) -> [Report] {
        enumerated().sorted { one, two in
            let (first, second) = (fullness(one.element), fullness(two.element))
            if first != second { return first > second }
            let sure = (one.element.record.confidence, two.element.record.confidence)
            return sure.0 != sure.1 ? sure.0 > sure.1 : one.offset < two.offset
        }.map(\.element)
    }

    /// The status that the newest report tells; of one day, the one furthest on.
    func latestStatus(_ status: (Report) -> Status?) -> Status? {
        let told = compactMap { report in
            status(report).map { (report.published?.number ?? .min, Self.rank($0), $0) }
        }
        return told.max { ($0.0, $0.1) < ($1.0, $1.1) }?.2
    }

    private static func rank(_ status: Status) -> Int {
        Status.allCases.firstIndex(of: status) ?? 0
    }

    /// The reports, divided where their facts lie further apart than one thing can.
    ///
    /// A report without a date goes to the last time that began before its article was published.
    func inEpochs(_ date: (Report) -> CalendarDate?) -> [[Report]] {
        let dates = Set(compactMap { date($0)?.first }).sorted()
        var starts: [Day] = []
        var previous: Day?
        for day in dates {
            if previous.map({ day.number - $0.number > Self.epoch }) ?? true { starts.append(day) }
            previous = day
        }
        guard starts.count > 1 else { return [self] }
        let epochs = Dictionary(grouping: self) { report in
            let day = date(report)?.first ?? report.published ?? starts[0]
            return starts.lastIndex { $0 <= day } ?? 0
        }
        return epochs.keys.sorted().compactMap { epochs[$0] }
    }
}

extension CalendarDate {
    /// Whether the date covers more days than another.
    func isRougher(than other: CalendarDate) -> Bool {
        last.number - first.number > other.last.number - other.first.number
    }
}
