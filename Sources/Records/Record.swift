/// One thing that one article says, with the words it rests on.
public struct Record: Hashable, Sendable {
    /// A name that stays the same as long as the article says the same thing: type and ten
    /// hexadecimal digits.
    public var id: String
    /// The article's id.
    public var article: String
    /// What is said.
    public var fact: Fact
    /// How sure the extraction is, 0 to 1: the measured share of right records of its frame.
    public var confidence: Double
    /// The sentences it rests on, the most telling first; never empty.
    public var evidence: [Evidence]

    /// Makes a record.
    public init(
        id: String,
        article: String,
        fact: Fact,
        confidence: Double,
        evidence: [Evidence]
    ) {
        self.id = id
        self.article = article
        self.fact = fact
        self.confidence = confidence
        self.evidence = evidence
    }
}

/// What a record or a finding says.
public enum Fact: Hashable, Sendable {
    /// A named person and their office or role.
    case official(Official)
    /// A course of action that an authority chose.
    case decision(Decision)
    /// An agreement between parties with an exchange.
    case deal(Deal)
    /// What is left open.
    case question(Question)
    /// What somebody is quoted as saying.
    case statement(Statement)
    /// A number that is given for something.
    case figure(Figure)

    /// The type of a fact.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The types, in the order of a brief.
        case decision, official, deal, question, statement, figure
    }

    /// The type of the fact.
    public var kind: Kind {
        switch self {
        case .official: .official
        case .decision: .decision
        case .deal: .deal
        case .question: .question
        case .statement: .statement
        case .figure: .figure
        }
    }

    /// How far a decision or a deal has come.
    public var status: Status? {
        switch self {
        case .decision(let decision): decision.status
        case .deal(let deal): deal.status
        case .official, .question, .statement, .figure: nil
        }
    }

    /// When what the fact tells happened, where it says so.
    public var date: CalendarDate? {
        switch self {
        case .decision(let decision): decision.date
        case .deal(let deal): deal.date
        case .statement(let statement): statement.date
        case .official, .question, .figure: nil
        }
    }
}

extension Fact: Codable {
    private enum Key: String, CodingKey { case type }

    /// Reads a fact: its type and its fields in one object.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        self =
            switch try keys.decode(Kind.self, forKey: .type) {
            case .official: .official(try Official(from: decoder))
            case .decision: .decision(try Decision(from: decoder))
            case .deal: .deal(try Deal(from: decoder))
            case .question: .question(try Question(from: decoder))
            case .statement: .statement(try Statement(from: decoder))
            case .figure: .figure(try Figure(from: decoder))
            }
    }

    /// Writes the type beside the fields, as the public contract says.
    public func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: Key.self)
        try keys.encode(kind, forKey: .type)
        switch self {
        case .official(let official): try official.encode(to: encoder)
        case .decision(let decision): try decision.encode(to: encoder)
        case .deal(let deal): try deal.encode(to: encoder)
        case .question(let question): try question.encode(to: encoder)
        case .statement(let statement): try statement.encode(to: encoder)
        case .figure(let figure): try figure.encode(to: encoder)
        }
    }
}

extension Record: Codable {
    private enum Key: String, CodingKey { case id, article, confidence, evidence }

    /// Reads a record from the public contract.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        id = try keys.decode(String.self, forKey: .id)
        article = try keys.decode(String.self, forKey: .article)
        confidence = try keys.decode(Double.self, forKey: .confidence)
        evidence = try keys.decode([Evidence].self, forKey: .evidence)
        fact = try Fact(from: decoder)
    }

    /// Writes the record as the public contract says: the fact's fields beside the record's.
    public func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: Key.self)
        try keys.encode(id, forKey: .id)
        try keys.encode(article, forKey: .article)
        try keys.encode(confidence, forKey: .confidence)
        try keys.encode(evidence, forKey: .evidence)
        try fact.encode(to: encoder)
    }
}
