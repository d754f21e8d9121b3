/// Turns PDF into text.
public protocol PDFConverter: Sendable {
    /// The text of a PDF in reading order, in UTF-8.
    func text(of pdf: [UInt8]) throws(PDFTrouble) -> [UInt8]
}

/// Why a PDF could not be turned into text.
public enum PDFTrouble: Error, Hashable, Sendable {
    /// The program that does it is not on the machine.
    case notInstalled
    /// It had not ended after so many seconds.
    case tooSlow(seconds: Int)
    /// The text is longer than so many bytes.
    case tooLarge(limit: Int)
    /// It ended with this status; 128 and the signal's number where one ended it.
    case failed(status: Int)
}
