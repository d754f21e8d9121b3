internal import Records

extension Phrases {
    /// A date in words, no more exact than it is: 28 July 2024, July 2024, week 30 of 2024, 2024.
    func words(_ date: CalendarDate) -> String {
        switch date {
        case .year(let year): text("date.year", ["year": "\(year)"])
        case .month(let year, let month):
            text("date.month", ["month": self.month(month), "year": "\(year)"])
        case .week(let year, let week):
            text("date.week", ["week": "\(week)", "year": "\(year)"])
        case .day(let day): words(day)
        }
    }

    /// A day in words: 28 July 2024.
    func words(_ day: Day) -> String {
        text("date.day", ["day": "\(day.day)", "month": month(day.month), "year": "\(day.year)"])
    }

    /// The days from one to another in words: 22–28 July 2024, 29 July – 4 August 2024; one day as that.
    func words(from first: Day, to last: Day) -> String {
        guard first != last else { return words(first) }
        guard first.year == last.year else {
            return text("date.span", ["first": words(first), "last": words(last)])
        }
        var slots = ["from": "\(first.day)", "to": "\(last.day)", "year": "\(last.year)"]
        guard first.month != last.month else {
            slots["month"] = month(last.month)
            return text("date.span.month", slots)
        }
        for (slot, day) in [("from", first), ("to", last)] {
            slots[slot] = text(
                "date.dayofmonth",
                ["day": "\(day.day)", "month": month(day.month)]
            )
        }
        return text("date.span.year", slots)
    }

    /// An article's date in words, with time and zone where they are known.
    func words(_ date: ArticleDate) -> String {
        let day = words(date.date)
        guard let second = date.secondOfDay else { return day }
        let time = (second / 3600).twoDigits + ":" + (second / 60 % 60).twoDigits
        let zone = date.zoneOffset.map { offset in
            (offset < 0 ? "−" : "+") + (abs(offset) / 3600).twoDigits + ":"
                + (abs(offset) / 60 % 60).twoDigits
        }
        return text("date.time", ["date": day, "time": time, "zone": zone])
    }

    /// When an article was published, and how that was found where it was not metadata.
    func published(_ date: ArticleDate?) -> String {
        guard let date else { return text("date.none") }
        let words = words(date.date)
        guard date.source != .metadata else { return words }
        return text("date.found", ["date": words, "source": date.source.rawValue])
    }

    private func month(_ month: Int) -> String { text("month." + month.twoDigits) }
}

extension Int {
    fileprivate var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
