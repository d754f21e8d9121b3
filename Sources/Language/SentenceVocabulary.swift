import Diagnostics

/// The words that tell where a sentence ends.
struct SentenceVocabulary: Sendable {
    /// What a word tells.
    enum Role: String, Hashable, Sendable, CaseIterable {
        case attribution, credit, month, preposition, starter, weekday, zone
    }

    private let table: FormTable<Set<Role>>

    /// Reads the words from a table with the columns form, role and source.
    init(_ table: DataTable) throws(Diagnostic) {
        var roles: [Form: Set<Role>] = [:]
        for row in table.rows {
            let role: Role = try row.choice("role")
            roles[Form(row["form"]), default: []].insert(role)
        }
        self.table = FormTable(roles.map { ($0.key, $0.value) })
    }

    /// Whether a word has a role.
    func has(_ form: Form, as role: Role) -> Bool { table[form]?.contains(role) ?? false }
}
