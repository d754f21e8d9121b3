internal import Foundation
internal import Ledger
internal import Records
internal import Workspace

extension Desk {
    /// What the analysts rule, in `verdicts.csv`; none where there is no such file.
    ///
    /// - Returns: The verdicts in the order of the file.
    /// - Throws: All that is wrong with the file at once; then none of it counts.
    func verdicts() throws -> [Verdict] {
        guard let bytes = try folder.verdictBytes() else { return [] }
        return try VerdictFile(
            bytes,
            path: folder.shown(VerdictFile.fileName),
            known: knownIDs()
        ).verdicts
    }

    /// The ids that analysts may rule on, those of findings that their own splits make among them.
    func knownIDs() throws -> Set<String> {
        let known = try ledger.knownIDs()
        let splits = try folder.verdictBytes().map(VerdictFile.splits(in:)) ?? []
        guard !splits.isEmpty else { return known }
        return try known.union(ruled(by: splits, among: []).findings.map(\.id))
    }

    /// What verdicts make of the findings that they name, and of some others.
    ///
    /// - Parameters:
    ///   - verdicts: The verdicts.
    ///   - ids: The ids of the others, as they are now.
    /// - Returns: The findings, as far as articles tell them.
    /// - Throws: Why the ledger could not be read.
    func ruled(by verdicts: [Verdict], among ids: Set<String>) throws -> Verdicts.Outcome {
        let aliases = try ledger.aliases()
        let named = verdicts.flatMap { [$0.id, $0.value].compactMap(\.self) }.map {
            aliases[$0] ?? $0
        }
        let findings = try ledger.standingFindings(ids.union(named))
        let origins = try ledger.origins(of: Set(findings.flatMap { $0.records.map(\.article) }))
        return Verdicts(verdicts, aliases: aliases, origins: origins).applied(to: findings)
    }

}

extension WorkFolder {
    /// The content of the file of verdicts; nil where there is none.
    func verdictBytes() throws -> [UInt8]? {
        let path = path(VerdictFile.fileName)
        return DiskFiles().kind(at: path) == nil ? nil : try DiskFiles().bytes(of: path)
    }
}
