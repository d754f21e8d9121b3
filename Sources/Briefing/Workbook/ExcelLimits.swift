import Records

/// What a cell, a sheet and a workbook can hold.
///
/// Lengths are in UTF-16 code units, which is what the spreadsheet program counts. Source:
/// <https://support.microsoft.com/en-us/office/1672b34d-7043-467e-8e27-269d656771c3> and, for links,
/// <https://libxlsxwriter.github.io/worksheet_8h.html>.
enum ExcelLimits {
    /// The length of a text in a cell.
    static let text = 32_767
    /// The length of a column's header.
    static let header = 255
    /// The length of a document property.
    static let property = 255
    /// The length of a sheet's name.
    static let sheetName = 31
    /// The length of the text that appears over a link.
    static let tip = 255
    /// The length of an address, escapes counted.
    static let address = 2079
    /// The number of links on a sheet.
    static let links = 65_530
    /// The number of rows on a sheet, the header's counted.
    static let rows = 1_048_576
    /// The number of columns on a sheet.
    static let columns = 16_384
    /// The greatest whole number that no reader of the file rounds: fifteen digits.
    static let wholeNumber = 999_999_999_999_999
    /// The significant digits of a number.
    static let digits = 15

    /// The number that stands for a day: days since 1899-12-31, with the 29 February 1900 that never
    /// was; nil outside 1900-03-01 to 9999-12-31.
    static func serial(of day: Day) -> Double? {
        let serial = day.number + 25_569
        return (61...2_958_465).contains(serial) ? Double(serial) : nil
    }
}
