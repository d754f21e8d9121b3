internal import Records

/// Officials are one person when family name and first letter agree and the first names can be one.
///
/// A name without a first name joins the only person with that family name, and so does a single
/// word that opens the only name it opens (family names come first in much of Asia), unless the two
/// act for different countries or organisations.
struct OfficialMatcher: Matcher {
    let vocabulary: Vocabulary

    /// The family name; the word that opens the name, for a single word that may stand for it; and what
    /// namesakes share.
    func keys(of record: Record) -> [Int] {
        guard let official = record.fact.official else { return [] }
        let name = PersonName(official.name, in: vocabulary)
        let opening = name.given.first ?? name.family
        return (["family \(name.family)", "opening \(opening)"] + name.namesakes).map(\.number)
    }

    func groups(of reports: [Report], in context: Context) -> [[Report]] {
        let reports = reports.filter { $0.record.fact.kind == .official }
        let names = reports.map { PersonName($0.record.fact.official?.name ?? "", in: vocabulary) }
        tie(reports, names, context.ties)
        var people: [Person] = []
        var index: [[String]: [Int]] = [:]
        let order = reports.indices.sorted {
            let ranks = [$0, $1].map { Self.rank(names[$0]) }
            return ranks[0] != ranks[1] ? ranks[0] > ranks[1] : $0 < $1
        }
        for member in order {
            let name = names[member]
            let fitting =
                index[name.key, default: []].filter { people[$0].name.canShareGiven(with: name) }
            if let known = fitting.first, fitting.count == 1 || name.given.first?.count != 1 {
                people[known].members.append(member)
            } else {
                index[name.key, default: []].append(people.count)
                people.append(Person(name: name, members: [member]))
            }
        }
        return adopted(people, reports: reports)
            .map { $0.members.sorted().map { reports[$0] } }
    }

    /// Ties all of one family name, and a single word to the names that it opens.
    private func tie(_ reports: [Report], _ names: [PersonName], _ ties: Ties) {
        let families = Dictionary(grouping: reports.indices) { names[$0].family }
        let openings = Dictionary(grouping: reports.indices) { names[$0].given.first ?? "" }
        for (family, members) in families {
            for member in members.dropFirst() { ties.add(reports[members[0]], reports[member]) }
            guard let single = members.first(where: { names[$0].given.isEmpty }) else { continue }
            for other in openings[family] ?? [] { ties.add(reports[single], reports[other]) }
        }
    }

    private struct Person {
        var name: PersonName
        var members: [Int]
    }

    /// Full first names before initials before no first name, so that the fuller opens the group.
    private static func rank(_ name: PersonName) -> Int { min(name.given.first?.count ?? 0, 2) }

    /// Gives the people without a first name to those whom they must be.
    private func adopted(_ people: [Person], reports: [Report]) -> [Person] {
        var people = people
        var families: [String: [Int]] = [:]
        var openings: [String: [Int]] = [:]
        for (place, person) in people.enumerated() {
            guard let opening = person.name.given.first else { continue }
            families[person.name.family, default: []].append(place)
            openings[opening, default: []].append(place)
        }
        for (place, person) in people.enumerated() where person.name.given.isEmpty {
            let owners = families[person.name.family] ?? openings[person.name.family] ?? []
            guard owners.count == 1, let owner = owners.first,
                canServeTogether(people[owner].members, person.members, reports)
            else { continue }
            people[owner].members += person.members
            people[place].members = []
        }
        return people.filter { !$0.members.isEmpty }
    }

    private func canServeTogether(_ some: [Int], _ others: [Int], _ reports: [Report]) -> Bool {
        let (one, two) = (affiliations(some, reports), affiliations(others, reports))
        return one.isEmpty || two.isEmpty || !one.isDisjoint(with: two)
    }

    private func affiliations(_ members: [Int], _ reports: [Report]) -> Set<String> {
        Set(
            members.compactMap {
                reports[$0].record.fact.official?.affiliation.map(vocabulary.actor)
            }
        )
    }

    func account(of group: [Report]) -> Account? {
        let told = group.compactMap(\.record.fact.official)
        let forms = Set(told.flatMap { [$0.name] + $0.aliases })
        let names = Set(told.map(\.name)).sorted {
            let fullness = [$0, $1].map { PersonName($0, in: vocabulary).fullness }
            return fullness[0] != fullness[1]
                ? fullness[0] > fullness[1]
                : (-$0.utf8.count, $0) < (-$1.utf8.count, $1)
        }
        guard let name = names.first else { return nil }
        let titles = group.flatMap { report in
            (report.record.fact.official?.roles ?? []).map { (report, $0) }
        }
        let official = Official(
            name: name,
            aliases: forms.subtracting([name]).sorted(),
            roles: roles(told, without: superseded(titles)),
            affiliation: told.tally(\.affiliation).first?.value,
            class: told.tally(\.class).first?.value ?? .other
        )
        let history = history(titles)
        let current = group.compactMap { report in
            report.record.fact.official?.roles.first { $0.status == .current }
                .map { (report, $0) }
        }
        let conflict =
            history.isEmpty
            ? current.conflict(in: "title", agrees: { !excludes($0, $1) }, words: \.title) : nil
        return Account(
            key: PersonName(name, in: vocabulary).key,
            fact: .official(official),
            conflicts: [conflict, country(group)].compactMap(\.self),
            history: history
        )
    }

    /// How many days lie between two titles that follow each other, at least; what is told at one time
    /// is a conflict.
    private static let gap = 14

    /// The titles in the order in which they were first told, where one took the place of another.
    private func history(_ titles: [(Report, Official.Role)]) -> [Moment] {
        var moments: [Moment] = []
        var roles: [Official.Role] = []
        for (report, role) in titles {
            guard let day = report.published else { continue }
            let evidence = Array(report.record.evidence.prefix(1))
            let known = zip(roles.indices, roles).first { _, other in
                other.status == role.status && key(other) == key(role)
            }
            if let place = known?.0 {
                moments[place].evidence += evidence
            } else if roles.isEmpty || follows(role, roles, day: day, moments) {
                roles.append(role)
                moments.append(
                    Moment(
                        field: "title",
                        value: words(of: role),
                        date: day,
                        evidence: evidence
                    )
                )
            }
        }
        return moments.count > 1 ? moments : []
    }

    /// Whether a role takes the place of the last: another status of the same office, or an office that
    /// nobody holds together with it, told later.
    private func follows(
        _ role: Official.Role,
        _ roles: [Official.Role],
        day: Day,
        _ moments: [Moment]
    ) -> Bool {
        guard let last = roles.last, let moment = moments.last,
            day.number - moment.date.number > Self.gap
        else { return false }
        return excludes(role, last) || (role.status != last.status && key(role) == key(last))
    }

    /// The title with how the office is held, where the title itself does not say it.
    private func words(of role: Official.Role) -> String {
        let isTold =
            role.status == .current
            || officeWords(role).contains(where: isHeld)
        return isTold ? role.title : "\(role.title) (\(role.status.rawValue))"
    }

    private func key(_ role: Official.Role) -> Set<String> { words(role, country: role.country) }

    private func key(_ role: Official.Role, of official: Official?) -> Set<String> {
        words(role, country: role.country ?? official?.affiliation)
    }

    /// What is told of an office no more: how it was held before, and the office before one that nobody
    /// holds together with it.
    private func superseded(_ titles: [(Report, Official.Role)]) -> Set<TitleKey> {
        var told: [TitleKey: (role: Official.Role, first: Day, last: Day)] = [:]
        for (report, role) in titles {
            guard let day = report.published else { continue }
            let words = key(role, of: report.record.fact.official)
            let title = TitleKey(words: words, status: role.status)
            let known = told[title] ?? (role, day, day)
            told[title] = (known.role, min(known.first, day), max(known.last, day))
        }
        return Set(
            told.filter { title, old in
                told.contains { other, new in
                    other.words == title.words
                        ? new.first > old.last
                        : new.first.number - old.last.number > Self.gap
                            && excludes(old.role, new.role)
                }
            }.keys
        )
    }

    /// The roles, each once, most reported first, in the wording most used; of several, in the fullest.
    private func roles(_ told: [Official], without superseded: Set<TitleKey>) -> [Official.Role] {
        let all = told.flatMap { official in
            official.roles.map { role in
                let words = key(role, of: official)
                return (key: TitleKey(words: words, status: role.status), role: role)
            }
        }.filter { !superseded.contains($0.key) }
        let byTitle = Dictionary(grouping: all, by: \.key)
        return all.tally(\.key).compactMap { title, _ in
            let same = (byTitle[title] ?? []).map(\.role)
            let wordings = same.tally(\.title)
            let most = wordings.first?.count
            let fullest = wordings.filter { $0.count == most }
                .max { $0.value.utf8.count < $1.value.utf8.count }
            guard var role = same.first(where: { $0.title == fullest?.value }) else { return nil }
            role.organisation = role.organisation ?? same.compactMap(\.organisation).first
            role.country = role.country ?? same.compactMap(\.country).first
            return role
        }
    }

    private struct TitleKey: Hashable {
        var words: Set<String>
        var status: Official.Status
    }

    /// The words of a title without the country and without what tells how it is held, so that “former US
    /// secretary of defense” is “defense secretary”.
    private func words(_ role: Official.Role, country name: String?) -> Set<String> {
        let country = name.map { vocabulary.actor($0).foldedWords } ?? []
        let words = role.title.filter { $0 != "." }.foldedWords
            .filter { vocabulary.roles[$0] != .function && vocabulary.actors[$0] == nil }
            .filter { !isHeld($0) }
        return Set(words.filter { !$0.isFormed(fromOneOf: country) }.map(stem))
    }

    /// Whether nobody holds both: the same head word with another portfolio, as “trade envoy” and “peace
    /// envoy”, or two offices of government that exclude each other.
    private func excludes(_ one: Official.Role, _ two: Official.Role) -> Bool {
        guard one.country.isOpen(to: two.country), one.organisation.isOpen(to: two.organisation)
        else { return false }
        if let first = office(one), let second = office(two) { return first.excludes(second) }
        let (first, second) = (words(one, country: one.country), words(two, country: two.country))
        guard let head = one.title.foldedWords.last, head == two.title.foldedWords.last
        else { return false }
        return first.count == 2 && second.count == 2
            && first.intersection(second) == [stem(head)]
    }

    private func office(_ role: Official.Role) -> Office? {
        Office(officeWords(role), in: vocabulary)
    }

    /// The words of a title that tell the office.
    private func officeWords(_ role: Official.Role) -> [String] {
        let country = role.country.map { vocabulary.actor($0).foldedWords } ?? []
        return role.title.filter { $0 != "." }.foldedWords.filter {
            vocabulary.roles[$0] != .function && vocabulary.actors[$0] == nil
                && !$0.isFormed(fromOneOf: country)
        }
    }

    /// Whether a word of a title tells how the office is held: “former”.
    private func isHeld(_ word: String) -> Bool { vocabulary.offices[word]?.role == .held }

    /// A conflict where one office is told of two states.
    private func country(_ group: [Report]) -> Conflict? {
        let told = group.flatMap { report in
            (report.record.fact.official?.roles ?? []).compactMap { role -> (Report, State)? in
                // The president of a state and its former president are told of one state.
                let words = officeWords(role).filter { !isHeld($0) }
                guard let name = role.country, role.organisation == nil,
                    let office = Office(words, in: vocabulary)
                else { return nil }
                return (report, State(head: office.head, name: name, key: vocabulary.actor(name)))
            }
        }
        return told.conflict(
            in: "country",
            agrees: { $0.head != $1.head || $0.key == $1.key },
            words: \.name
        )
    }

    private struct State {
        var head: String
        var name: String
        var key: String
    }
}

extension String? {
    /// Whether both can be the same: equal, or one of them not told.
    fileprivate func isOpen(to other: String?) -> Bool {
        self == nil || other == nil || self == other
    }
}

extension String {
    /// Whether the word is one of the words, or an adjective of one: “japanese” of “japan”.
    fileprivate func isFormed(fromOneOf words: [String]) -> Bool {
        words.contains { $0 == self || ($0.count > 3 && hasPrefix($0.dropLast())) }
    }
}
