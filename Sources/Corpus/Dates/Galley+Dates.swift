internal import Records

extension Galley {
    /// The date of publication, and the dates on other days that the file gives for it too.
    ///
    /// Its name gives none of the others: a file may be renamed.
    ///
    /// What the file declares counts before what it shows, and that before what its address and name suggest. Where a
    /// file declares several days, the one that stands beside the headline counts.
    func published(
        address: String?,
        path: String,
        today: Day?
    ) -> (date: ArticleDate?, others: [ArticleDate]) {
        let metadata = draft.metadata
        func possible(_ dates: [ArticleDate]) -> [ArticleDate] {
            dates.filter { $0.isPossible(today) }
        }
        let declared = possible([metadata.published].compactMap(\.self) + metadata.declared)
        let shown = possible(
            facts.published.filter { $0.source != .note } + metadata.besideHeadline
        )
        let told = possible(
            metadata.dated + facts.unlabelled + facts.published.filter { $0.source == .note }
        )
        let suggested = possible(
            [
                address.flatMap { ArticleDate(address: $0, words: words.dates) },
                ArticleDate(fileName: path),
            ].compactMap(\.self)
        )
        let agreed = shown.first.flatMap { shown in declared.first { $0.date == shown.date } }
        let all = declared + shown + told + suggested
        let candidates =
            declared + shown + possible(metadata.dated + metadata.shown) + told + suggested
        guard let found = agreed ?? candidates.first else { return (nil, []) }
        let date = found.local(by: declared + shown + suggested)
        // The same instant elsewhere, the day of a dateline and that of the last change are no contradictions.
        let explained = [found.date, facts.dateline?.moment?.date, modified(today)?.date]
        let others = all.filter {
            $0.source != .fileName && $0.contradicts(date) && !explained.contains($0.date)
        }
        return (date, others.unique)
    }

    /// The date of the last change.
    func modified(_ today: Day?) -> ArticleDate? {
        ([draft.metadata.modified].compactMap(\.self) + facts.modified)
            .first { $0.isPossible(today) }
    }
}

extension ArticleDate {
    /// A date is possible up to tomorrow: somewhere it is always a day later than here.
    fileprivate func isPossible(_ today: Day?) -> Bool {
        guard let today else { return true }
        return date.first.number <= today.number + 1
    }

    /// A moment that is told in UTC as it was where the article was published, if another date tells.
    ///
    /// The same instant in another zone tells the zone; else a day does that the instant had somewhere on Earth.
    fileprivate func local(by others: [ArticleDate]) -> ArticleDate {
        guard zoneOffset == 0, let minute else { return self }
        for other in others {
            guard let offset = other.minute.map({ ($0 - minute) * 60 }), offset != 0 else {
                continue
            }
            let isSameInstant =
                other.zoneOffset == offset
                || other.zoneOffset == nil && offset % 900 == 0 && Self.zones.contains(offset)
            guard isSameInstant else { continue }
            var local = other
            (local.zoneOffset, local.source) = (offset, source)
            return local
        }
        let seconds = minute * 60
        let days =
            (seconds + Self.zones.lowerBound) / 86_400...(seconds + Self.zones.upperBound) / 86_400
        let shown = others.filter { $0.source != .metadata && $0.isDay }
        guard !shown.contains(where: { $0.date == date }) else { return self }
        return shown.first { days.contains($0.date.first.number) } ?? self
    }

    /// The offsets from UTC of places with a press, in seconds: Honolulu to Kiritimati.
    ///
    /// Source: IANA tz 2024a.
    private static let zones = -10 * 3600...14 * 3600

    /// Minutes since the first of January 1970, 00:00, where the date was told.
    private var minute: Int? {
        guard precision == .minute || precision == .second else { return nil }
        return secondOfDay.map { date.first.number * 1440 + $0 / 60 }
    }

    private var isDay: Bool { precision != .month && precision != .year }

    /// Whether two dates cannot both be right.
    fileprivate func contradicts(_ other: ArticleDate) -> Bool {
        guard isDay, other.isDay else {
            return date.last.number < other.date.first.number
                || other.date.last.number < date.first.number
        }
        return date != other.date
    }
}

extension [ArticleDate] {
    /// The first date of each day.
    fileprivate var unique: [ArticleDate] {
        var seen: Set<CalendarDate> = []
        return filter { seen.insert($0.date).inserted }
    }
}
