internal import Diagnostics

/// The text of a file as spreadsheet programs save one: UTF-8, or UTF-16 with its byte order mark.
enum SheetText {
    /// The bytes of the file in UTF-8.
    ///
    /// - Throws: A `Diagnostic` when the file is in another encoding. What a program calls CSV without
    ///   more may be in any; a guess would turn the letters of a note into others.
    static func utf8(_ bytes: [UInt8], path: String) throws(Diagnostic) -> [UInt8] {
        let text: String? =
            switch (bytes.first, bytes.dropFirst().first) {
            case (0xFF, 0xFE): utf16(bytes) { UInt16($1) << 8 | UInt16($0) }
            case (0xFE, 0xFF): utf16(bytes) { UInt16($0) << 8 | UInt16($1) }
            default: String(validating: bytes, as: UTF8.self)
            }
        guard let text else {
            throw Diagnostic(
                .error,
                code: "bad-encoding",
                at: Place(path),
                "the file is neither UTF-8 nor UTF-16",
                mend: "save the sheet as ‘CSV UTF-8’, or choose UTF-8 where the program asks"
            )
        }
        return Array(text.utf8)
    }

    private static func utf16(_ bytes: [UInt8], unit: (UInt8, UInt8) -> UInt16) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: 2, to: bytes.count, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
        return String(validating: units, as: UTF16.self)
    }
}
