internal import Diagnostics
internal import Foundation
internal import Records
internal import Scheduler

extension ConfigurationReader {
    private enum Key: String, CaseIterable {
        case name, title, period
        case weekStarts = "week-starts"
        case timeZone = "time-zone"
        case focus, sections, confidence, formats, output, templates, schedule
        case catchUp = "catch-up"
        case within
        case onChange = "on-change"
    }

    /// What a person may call a period.
    private enum PeriodWord: String, CaseIterable {
        case day, week, month, all
    }

    /// The weekdays in the order of ISO 8601.
    private enum Weekday: String, CaseIterable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    }

    /// A brief, with the places of its name and of its output.
    mutating func brief(
        _ tree: SettingTree,
        corpus: [String],
        ledger: String
    ) -> (BriefSettings, name: Place, output: Place)? {
        let known = Key.allCases.map(\.rawValue)
        guard let table = settings.table(tree, of: "a brief", known: known) else { return nil }
        func node(_ key: Key) -> SettingTree? { table[key.rawValue] }
        let name = name(node(.name), of: tree)
        let title = node(.title).flatMap { settings.text($0, of: "title") }
        let period = period(node(.period), weekStarts: node(.weekStarts))
        let output = output(node(.output), period: period, corpus: corpus, ledger: ledger)
        let zone = node(.timeZone).map { timeZone($0) } ?? .gmt
        let focus = node(.focus).map { self.focus($0) } ?? Focus()
        let sections = node(.sections).flatMap { node -> Set<Section>? in
            settings.words(node, of: "sections", is: "a section")
        }
        let confidence = confidence(node(.confidence))
        let formats = node(.formats).flatMap { node -> Set<OutputFormat>? in
            settings.words(node, of: "formats", is: "a format")
        }
        let templates = node(.templates).map { self.templates($0) } ?? [:]
        let schedule = node(.schedule).flatMap { self.schedule($0) }
        let catchUp = node(.catchUp).flatMap { node -> Timetable.CatchUp? in
            settings.word(node, of: "catch-up", is: "a way to catch up")
        }
        let within = node(.within).flatMap { duration($0, of: "within") }
        let isLive = node(.onChange).flatMap { settings.answer($0, of: "on-change") } ?? false
        guard let name, let output else { return nil }
        let brief = BriefSettings(
            name: name,
            title: title ?? Defaults.title(of: name),
            period: period,
            timeZone: zone,
            focus: focus,
            sections: sections ?? Set(Section.allCases),
            confidence: confidence,
            formats: formats ?? Defaults.formats,
            output: output,
            templates: templates,
            schedule: schedule,
            catchUp: catchUp ?? .once,
            catchUpWithin: within ?? Defaults.catchUpWindow(of: period),
            isLive: isLive
        )
        let place = node(.name)?.place ?? tree.place
        return (brief, place, node(.output)?.place ?? place)
    }

    private mutating func name(_ tree: SettingTree?, of brief: SettingTree) -> String? {
        guard let tree else {
            settings.report(
                "no-name",
                at: brief.place,
                "the brief has no name",
                mend: "add a line ‘name: weekly’"
            )
            return nil
        }
        guard let name = settings.text(tree, of: "name") else { return nil }
        let isSound = name.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F
        }
        guard isSound, name.utf8.count <= 64, name.first != "-" else {
            settings.report(
                "bad-name",
                at: tree.place,
                "‘\(name)’ cannot name a brief",
                mend: "use up to 64 small letters, digits, ‘-’ and ‘_’, as in ‘asia-deals’; "
                    + "‘title’ takes any text"
            )
            return nil
        }
        return name
    }

    private mutating func period(_ tree: SettingTree?, weekStarts: SettingTree?) -> PeriodRule {
        let word: PeriodWord? = tree.flatMap { settings.word($0, of: "period", is: "a period") }
        let weekday: Weekday? = weekStarts.flatMap {
            settings.word($0, of: "week-starts", is: "a weekday")
        }
        let number = weekday.flatMap { Weekday.allCases.firstIndex(of: $0) }.map { $0 + 1 }
        return switch word ?? .week {
        case .day: .day
        case .week: .week(from: number ?? 1)
        case .month: .month
        case .all: .all
        }
    }

    private mutating func timeZone(_ tree: SettingTree) -> TimeZone {
        guard let name = settings.text(tree, of: "time-zone") else { return .gmt }
        // A place or UTC: short forms such as IST or CST stand for several zones.
        if name == "UTC" { return .gmt }
        if name.contains("/"), let zone = TimeZone(identifier: name) { return zone }
        let near = TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }.nearest(to: name)
        settings.report(
            "unknown-time-zone",
            at: tree.place,
            "‘\(name)’ is not a time zone",
            mend: near.map { "did you mean ‘\($0)’?" }
                ?? "write UTC, or a region and a city, as in Europe/Berlin"
        )
        return .gmt
    }

    private mutating func focus(_ tree: SettingTree) -> Focus {
        let keys = ["names", "places", "words"]
        guard let table = settings.table(tree, of: "‘focus’", known: keys) else { return Focus() }
        let lists = keys.map { key in table[key].flatMap { entries($0, of: key) } ?? [] }
        return Focus(names: lists[0], places: lists[1], words: lists[2])
    }

    /// Entries of a focus; one without a letter or digit would never be found.
    private mutating func entries(_ tree: SettingTree, of name: String) -> [String]? {
        guard let texts = settings.texts(tree, of: name) else { return nil }
        for text in texts where !text.contains(where: { $0.isLetter || $0.isNumber }) {
            settings.report(
                "unknown-value",
                at: tree.place,
                "‘\(text)’ has no letter or digit to look for",
                mend: "write a word, or the beginning of one and ‘*’"
            )
        }
        return texts
    }

    private mutating func confidence(_ tree: SettingTree?) -> [Fact.Kind: Double] {
        let sections = Section.allCases.compactMap { section in section.kind.map { (section, $0) } }
        var values = Dictionary(uniqueKeysWithValues: sections.map { ($1, Defaults.confidence) })
        guard let tree else { return values }
        guard case .table = tree.content else {
            let one = settings.share(tree, of: "confidence")
            return one.map { one in values.mapValues { _ in one } } ?? values
        }
        let known = sections.map(\.0.rawValue)
        let table = settings.table(tree, of: "‘confidence’", known: known) ?? [:]
        for (section, kind) in sections {
            guard let node = table[section.rawValue],
                let share = settings.share(node, of: section.rawValue)
            else { continue }
            values[kind] = share
        }
        return values
    }

    private mutating func templates(_ tree: SettingTree) -> [OutputFormat: String] {
        let formats = OutputFormat.allCases.filter(\.hasTemplate)
        let known = formats.map(\.rawValue)
        guard let table = settings.table(tree, of: "‘templates’", known: known) else { return [:] }
        var paths: [OutputFormat: String] = [:]
        for format in formats {
            guard let node = table[format.rawValue],
                let path = settings.text(node, of: format.rawValue)
            else { continue }
            if files.kind(at: folder.path(path)) != .file { missing(path, "file", at: node.place) }
            paths[format] = path
        }
        return paths
    }
}
