internal import Language

/// Keeps what the names of a document stand for, and joins the forms of one name.
///
/// Full names come first, so that a surname finds its bearer wherever it stands.
struct EntityRegister {
    let text: TaggedText
    private(set) var entities: [Entity] = []
    private var people: [Person] = []
    private var byForms: [[Form]: Int] = [:]

    private struct Person {
        var entity: Int
        var forms: [Form]
        var given: Form? { forms.count > 1 ? forms.first : nil }
        var family: Form? { forms.last }
    }

    init(text: TaggedText) {
        self.text = text
    }

    /// Makes entities of all runs but those that only repeat a part of another name.
    mutating func add(_ runs: [NameRun]) {
        let persons = runs.filter { $0.kind == .person }.sorted {
            nameForms($0.tokens).count > nameForms($1.tokens).count
        }
        for run in persons { addPerson(run) }
        for run in runs where run.kind != nil && run.kind != .person { addNamed(run) }
        for run in runs where run.kind == nil && entity(of: run) == nil {
            // A capital at a sentence’s beginning alone makes no name.
            guard run.tokens.count > 1 || !run.isInitial else { continue }
            addNamed(run)
        }
    }

    /// The mentions of runs that stand for something.
    func mentions(of runs: [NameRun]) -> [Mention] {
        runs.compactMap { run in
            entity(of: run).map {
                Mention(
                    tokens: run.tokens,
                    entity: $0,
                    isDemonym: run.known?.isDemonym ?? false
                )
            }
        }
    }

    /// The mentions in a heading, where capitals say nothing: names that are known already.
    func mentions(inHeading sentence: Range<Int>) -> [Mention] {
        var mentions: [Mention] = []
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let mention = knownMention(at: index, before: sentence.upperBound)
            if let mention { mentions.append(mention) }
            index = mention?.tokens.upperBound ?? index + 1
        }
        return mentions
    }

    private func knownMention(at start: Int, before end: Int) -> Mention? {
        for length in stride(from: min(6, end - start), to: 0, by: -1) {
            let range = start..<start + length
            let forms = text.document.tokens[range].map(\.form)
            if let entity = byForms[forms], text.isCapitalised(start) {
                return Mention(
                    tokens: range,
                    entity: entity,
                    isDemonym: text.known[start]?.names.first?.isDemonym ?? false
                )
            }
        }
        guard text.isCapitalised(start),
            let entity = person(matching: [text.document.tokens[start].form])
        else { return nil }
        return Mention(tokens: start..<start + 1, entity: entity)
    }

    private func entity(of run: NameRun) -> Int? {
        if run.kind == .person { return person(matching: nameForms(run.tokens)) }
        if run.known == nil, run.tokens.count <= 2,
            let person = person(matching: nameForms(run.tokens))
        {
            return person
        }
        return byForms[text.document.tokens[run.tokens].map(\.form)]
    }

    private mutating func addPerson(_ run: NameRun) {
        let forms = nameForms(run.tokens)
        let surface = String(text.document.text(of: run.tokens))
        if let entity = person(matching: forms) {
            addForm(surface, to: entity)
            return
        }
        people.append(Person(entity: entities.count, forms: forms))
        byForms[text.document.tokens[run.tokens].map(\.form)] = entities.count
        entities.append(Entity(kind: .person, name: surface))
    }

    private mutating func addNamed(_ run: NameRun) {
        let forms = text.document.tokens[run.tokens].map(\.form)
        let surface = String(text.document.text(of: run.tokens))
        let entity: Int
        if let known = byForms[forms] {
            entity = known
        } else if let known = run.known,
            let same = entities.firstIndex(where: { $0.name == known.name && $0.kind == known.kind }
            )
        {
            entity = same
        } else if let longer = run.known == nil ? longerName(beginningWith: forms) : nil {
            entity = longer
        } else {
            entity = entities.count
            entities.append(
                Entity(
                    kind: run.known?.kind ?? run.kind ?? .other,
                    name: run.known?.name ?? surface,
                    country: run.known?.country
                )
            )
        }
        byForms[forms] = entity
        if run.known?.isDemonym != true { addForm(surface, to: entity) }
        addAbbreviation(behind: run.tokens.upperBound, of: entity)
    }

    /// “Food and Drug Administration (FDA)”: from here on the letters name the body, unless they are known
    /// as a name, as those of “Norvind (UK)”.
    private mutating func addAbbreviation(behind end: Int, of entity: Int) {
        guard text.isMark("(", at: end), text.isMark(")", at: end + 2), text.known[end + 1] == nil
        else { return }
        let token = text.document.tokens[end + 1]
        guard token.style.contains(.allCapitals) else { return }
        byForms[[token.form]] = entity
        addForm(String(text.document.text(of: end + 1..<end + 2)), to: entity)
    }

    /// The body whose name begins with the words: “Gilead” in a text about “Gilead Sciences”, but not
    /// “Boston” in one about the “Boston City Council”.
    private func longerName(beginningWith forms: [Form]) -> Int? {
        let found = byForms.filter { $0.key.count > forms.count && $0.key.starts(with: forms) }
            .filter { entities[$0.value].kind == .organisation }
            .filter { !text.lexicon.wordClass(of: $0.key[$0.key.count - 1]).contains(.placed) }
        let candidates = Set(found.map(\.value))
        return candidates.count == 1 ? candidates.first : nil
    }

    private mutating func addForm(_ form: String, to entity: Int) {
        guard entities[entity].name != form, !entities[entity].aliases.contains(form) else {
            return
        }
        entities[entity].aliases.append(form)
    }

    /// The person whose name the words are, in full or in part; nil when none or several could be.
    private func person(matching forms: [Form]) -> Int? {
        guard let last = forms.last else { return nil }
        if forms.count > 1 {
            return people.first {
                $0.forms == forms || $0.family == last && $0.given == forms.first
                    || $0.forms.count > forms.count && $0.forms.suffix(forms.count) == forms[...]
                    || $0.forms.count > forms.count && $0.forms.prefix(forms.count) == forms[...]
            }?.entity
        }
        let byFamily = people.filter { $0.family == last }
        let found = byFamily.isEmpty ? people.filter { $0.forms.contains(last) } : byFamily
        return found.count == 1 ? found.first?.entity : nil
    }

    /// The words of a person’s name without initials and suffix.
    private func nameForms(_ tokens: Range<Int>) -> [Form] {
        let core = tokens.filter {
            text.document.tokens[$0].kind == .word && !text.isInitial($0)
                && text.classes[$0].isDisjoint(with: [.suffix, .honorific])
        }
        return core.map { text.document.tokens[$0].form }
    }
}
