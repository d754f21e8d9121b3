internal import Ledger

extension Edition {
    /// What the edition is called: “No. 3”, “No. 3, correction 1”.
    var title: String { Self.title(number, revision: revision) }

    /// What an edition is called.
    static func title(_ number: Int, revision: Int) -> String {
        "No. \(number)" + (revision > 0 ? ", correction \(revision)" : "")
    }
}
