internal import Records

/// Where the editions of a brief are written: a path with named slots and without the ending.
public struct OutputPattern: Hashable, Sendable {
    /// What a slot stands for.
    public enum Slot: String, Hashable, Sendable, CaseIterable {
        /// The name of the brief, the name of the period, its first day, its last day, the year of
        /// its first day, the number of the edition.
        case brief, period, first, last, year, edition

        /// Whether only a period with a first and a last day can fill it.
        var needsDays: Bool { [.first, .last, .year].contains(self) }
    }

    /// What is wrong with a pattern.
    enum Trouble: Error, Hashable {
        case unknownSlot(String)
        case unclosedSlot
        case strayBrace
        case empty
        case climbs
        case home
        case controlCharacter
        case ending(String)
    }

    private enum Part: Hashable {
        case text(String)
        case slot(Slot)
    }

    /// The pattern as it was written.
    public let text: String
    private let parts: [Part]

    /// The slots that the pattern uses, in its order.
    public var slots: [Slot] {
        parts.compactMap { part in
            if case .slot(let slot) = part { slot } else { nil }
        }
    }

    /// Whether it leads to one place of the machine, wherever the workspace lies.
    public var isAbsolute: Bool { text.hasPrefix("/") }

    /// The folder that all editions stand in or below; empty for the workspace itself.
    public var home: String {
        let fixed = text.prefix { $0 != "{" }
        return fixed.lastIndex(of: "/").map { String(fixed[..<$0]) } ?? ""
    }

    /// What stands before the first slot.
    var head: String {
        if case .text(let text) = parts.first { text } else { "" }
    }

    /// Reads a pattern.
    init(checking text: String) throws(Trouble) {
        parts = try Self.parts(of: text)
        self.text = text
        if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            throw .controlCharacter
        }
        if text.hasPrefix("~") { throw .home }
        let names = text.split(separator: "/", omittingEmptySubsequences: false)
        if names.contains("..") || names.contains(".") { throw .climbs }
        guard let last = names.last, !last.isEmpty else { throw .empty }
        for format in OutputFormat.allCases where last.hasSuffix(format.ending) {
            throw .ending(format.ending)
        }
    }

    /// The path of an edition without the ending of its format.
    ///
    /// - Parameters:
    ///   - brief: The name of the brief.
    ///   - window: The period.
    ///   - edition: The number of the edition, from 1.
    /// - Returns: A path in the workspace, or an absolute one where the pattern is absolute.
    public func path(brief: String, window: Window, edition: Int) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .slot(.brief): brief
            case .slot(.period): window.name
            case .slot(.first): window.first?.description ?? window.name
            case .slot(.last): window.last?.description ?? window.name
            case .slot(.year): window.first.map { String($0.year) } ?? window.name
            case .slot(.edition): String(edition)
            }
        }.joined()
    }

    private static func parts(of text: String) throws(Trouble) -> [Part] {
        var parts: [Part] = []
        var rest = Substring(text)
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{" else { throw .strayBrace }
            if brace > rest.startIndex { parts.append(.text(String(rest[..<brace]))) }
            rest = rest[rest.index(after: brace)...]
            guard let end = rest.firstIndex(of: "}") else { throw .unclosedSlot }
            let name = String(rest[..<end])
            guard let slot = Slot(rawValue: name) else { throw .unknownSlot(name) }
            parts.append(.slot(slot))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        return parts
    }
}
