package import Records

/// Finds the records of one kind in an article.
///
/// A detector has no memory: the same analysis always yields the same records, in text order.
package protocol Detector: Sendable {
    /// The records that the article tells.
    func records(in analysis: Analysis) -> [Record]
}
