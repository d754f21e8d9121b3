/// What an edition is made of, in few letters: as long as it stays the same, there is nothing new to tell.
///
/// No times and no absolute paths are in it: a folder that was copied or restored is not out of date.
struct Fingerprint: Hashable {
    /// What an edition is made of.
    enum Part: String, CaseIterable {
        case articles, verdicts, settings, templates, program
    }

    private let digests: [Part: String]

    /// Makes a fingerprint of the digest of each part.
    init(_ digests: [Part: String]) {
        self.digests = digests
    }

    /// Reads what ``text`` wrote; parts that are not known are passed over.
    init(text: String) {
        var digests: [Part: String] = [:]
        for entry in text.split(separator: " ") {
            let pair = entry.split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2, let part = Part(rawValue: pair[0]) { digests[part] = pair[1] }
        }
        self.digests = digests
    }

    /// The parts with their digests, as the ledger keeps them.
    var text: String {
        Part.allCases.compactMap { part in digests[part].map { "\(part.rawValue)=\($0)" } }
            .joined(separator: " ")
    }

    /// The parts that differ from an earlier fingerprint.
    func changes(since before: Fingerprint) -> [Part] {
        Part.allCases.filter { digests[$0] != before.digests[$0] }
    }
}
