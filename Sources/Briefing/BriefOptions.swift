public import Records

/// What a person may ask of a brief.
public struct BriefOptions: Hashable, Sendable {
    /// The title; nil for the one of the phrases.
    public var title: String?
    /// The days that the brief covers.
    public var period: Period
    /// The confidence of the extraction, 0 to 1, below which a finding is not printed, by type.
    public var minimumConfidence: [Fact.Kind: Double]
    /// The most items that a section prints, by type.
    public var limits: [Fact.Kind: Int]
    /// Whether a workbook is made too, which holds what is not printed.
    public var hasWorkbook: Bool
    /// The parts that are printed; their order is that of all briefs.
    public var parts: Set<Brief.Part>

    /// Makes options; what is left out of the dictionaries has the defaults.
    public init(
        title: String? = nil,
        period: Period = .all,
        minimumConfidence: [Fact.Kind: Double] = [:],
        limits: [Fact.Kind: Int] = [:],
        hasWorkbook: Bool = true,
        parts: Set<Brief.Part> = Set(Brief.Part.allCases)
    ) {
        self.title = title
        self.period = period
        self.minimumConfidence = minimumConfidence
        self.limits = limits
        self.hasWorkbook = hasWorkbook
        self.parts = parts
    }

    /// The confidence from which a finding is printed where nothing else is asked, 0 to 1: as likely
    /// right as wrong.
    public static let defaultConfidence = 0.5

    /// The most items of a section where nothing else is asked; set by hand for a brief of a few pages.
    public static let defaultLimits: [Fact.Kind: Int] = [
        .decision: 25, .official: 40, .deal: 25, .question: 15, .statement: 8,
        .figure: 12,
    ]

    func confidence(for kind: Fact.Kind) -> Double {
        minimumConfidence[kind] ?? Self.defaultConfidence
    }

    /// Whether any part of the brief may speak of findings of a type.
    func isTold(_ kind: Fact.Kind) -> Bool {
        parts.contains(Brief.Part(kind)) || !parts.isDisjoint(with: Brief.Part.acrossTypes)
    }

    func limit(for kind: Fact.Kind) -> Int { limits[kind] ?? Self.defaultLimits[kind] ?? .max }
}
