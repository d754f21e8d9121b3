internal import Ledger

extension Edition {
    /// What the edition is called, with its number and which correction of it this is.
    var title: String { Self.title(number, revision: revision) }

    /// What an edition is called.
    static func title(_ number: Int, revision: Int) -> String {
        "No. \(number)" + (revision > 0 ? ", correction \(revision)" : "")
    }
}
