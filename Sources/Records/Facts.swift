public import Foundation

/// A named person whom a text gives an office or a role.
public struct Official: Hashable, Sendable, Codable {
    /// What kind of office it is.
    public enum Class: String, Hashable, Sendable, Codable, CaseIterable {
        /// The classes of the public contract.
        case government, military, legislature, judiciary, international, corporate, expert
        /// Somebody who stands for an office, and anything else.
        case candidate, other
    }

    /// Whether an office is held, was held or is sought.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// Held now, held once, stood for.
        case current, former, candidate
    }

    /// One office.
    public struct Role: Hashable, Sendable, Codable {
        /// The title as printed.
        public var title: String
        /// The organisation it belongs to.
        public var organisation: String?
        /// The country it belongs to.
        public var country: String?
        /// Whether it is held.
        public var status: Status

        /// Makes a role.
        public init(
            title: String,
            organisation: String? = nil,
            country: String? = nil,
            status: Status = .current
        ) {
            self.title = title
            self.organisation = organisation
            self.country = country
            self.status = status
        }
    }

    /// The fullest form of the name in the text.
    public var name: String
    /// Other forms of the name in the text.
    public var aliases: [String]
    /// The offices, in the order of the text.
    public var roles: [Role]
    /// The country or organisation that the person acts for.
    public var affiliation: String?
    /// The kind of office.
    public var `class`: Class

    /// Makes an official.
    public init(
        name: String,
        aliases: [String] = [],
        roles: [Role],
        affiliation: String? = nil,
        class kind: Class
    ) {
        self.name = name
        self.aliases = aliases
        self.roles = roles
        self.affiliation = affiliation
        self.class = kind
    }
}

/// How far a decision or a deal has come.
public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    /// From an idea to what is in force.
    case proposed, planned, announced, agreed, approved, signed
    /// In force, or ended.
    case inForce = "in-force"
    /// Refused, or taken back.
    case rejected, cancelled

    /// Whether nothing comes of it: refused, or taken back.
    public var isRefusal: Bool { self == .rejected || self == .cancelled }
}

/// A course of action that an authority chose, announced, approved, refused or ended.
public struct Decision: Hashable, Sendable, Codable {
    /// Who decided.
    public var actors: [String]
    /// What was decided, as a readable clause.
    public var action: String
    /// How far it has come.
    public var status: Status
    /// When it was decided.
    public var date: CalendarDate?

    /// Makes a decision.
    public init(actors: [String], action: String, status: Status, date: CalendarDate? = nil) {
        self.actors = actors
        self.action = action
        self.status = status
        self.date = date
    }
}

/// An agreement between parties with an exchange.
public struct Deal: Hashable, Sendable, Codable {
    /// What kind of exchange it is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The kinds of the public contract.
        case purchase, contract, acquisition, investment, loan, grant, treaty
        /// Made together by several parties.
        case coProduction = "co-production"
        /// The kinds of the public contract, continued.
        case trade, other
    }

    /// The parties, the one that acts first.
    public var parties: [String]
    /// What kind of exchange it is.
    public var kind: Kind
    /// What is exchanged.
    public var item: String?
    /// How many of it.
    public var quantity: Decimal?
    /// For how much money.
    public var value: Money?
    /// How far it has come.
    public var status: Status
    /// When it was made.
    public var date: CalendarDate?

    /// Makes a deal.
    public init(
        parties: [String],
        kind: Kind,
        item: String? = nil,
        quantity: Decimal? = nil,
        value: Money? = nil,
        status: Status,
        date: CalendarDate? = nil
    ) {
        self.parties = parties
        self.kind = kind
        self.item = item
        self.quantity = quantity
        self.value = value
        self.status = status
        self.date = date
    }
}

/// What a text leaves open.
public struct Question: Hashable, Sendable, Codable {
    /// In which way it is open.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Asked outright, not known, not yet decided, disputed, or hanging on something else.
        case asked, unknown, pending, disputed, contingent
    }

    /// What is open, as a readable clause.
    public var about: String
    /// In which way it is open.
    public var kind: Kind
    /// Who raises it, where the text says so.
    public var raisedBy: String?

    /// Makes a question.
    public init(about: String, kind: Kind, raisedBy: String? = nil) {
        self.about = about
        self.kind = kind
        self.raisedBy = raisedBy
    }
}

/// What somebody is quoted as saying.
public struct Statement: Hashable, Sendable, Codable {
    /// Who speaks.
    public var speaker: String
    /// The words within the quotation marks.
    public var quote: String
    /// To whom it was said.
    public var addressee: String?
    /// When it was said.
    public var date: CalendarDate?

    /// Makes a statement.
    public init(
        speaker: String,
        quote: String,
        addressee: String? = nil,
        date: CalendarDate? = nil
    ) {
        self.speaker = speaker
        self.quote = quote
        self.addressee = addressee
        self.date = date
    }
}
