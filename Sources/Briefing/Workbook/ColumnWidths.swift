/// The widths of columns, grown by what stands in them.
///
/// Widths are in characters of the default font, as the file counts them.
struct ColumnWidths: Hashable, Sendable {
    /// The widest that a column gets; longer texts wrap.
    static let cap = 60.0
    /// The narrowest that a column gets.
    static let floor = 8.0
    /// What is left free beside the widest cell.
    static let margin = 3.0
    /// The narrowest that a column gets into which a person types sentences.
    static let typing = 40.0

    /// The widths, each from 8 to 60.
    private(set) var widths: [Double]

    /// Makes widths that show headers whole, beside the button of the filter.
    init(headers: [String]) {
        widths = headers.map { Self.clamped(ShownText($0).width * 1.1 + 4) }
    }

    /// Makes room for a cell.
    ///
    /// - Returns: The number of lines that the cell needs, from 1 to 27, the most that a row can show.
    @discardableResult
    mutating func fit(_ cell: FittedCell, column: Int) -> Int {
        switch cell {
        case .empty: return 1
        case .text(let text), .link(_, let text, _), .jump(_, _, let text, _):
            let shown = ShownText(text)
            widths[column] = max(widths[column], Self.clamped(shown.width + Self.margin))
            return shown.lines
        case .number(let number, let look):
            let width = Self.width(of: number, as: look)
            widths[column] = max(widths[column], Self.clamped(width + Self.margin))
            return 1
        }
    }

    /// Makes room for a person to type into a column.
    mutating func makeRoom(column: Int) {
        widths[column] = max(widths[column], Self.typing)
    }

    /// The number of columns from the first on that are as wide together as a text; those beyond the
    /// last are of the width that a program gives them.
    func columns(holding text: String) -> Int {
        var rest = ShownText(text).width
        var count = 0
        while rest > 0 {
            rest -= count < widths.count ? widths[count] : Self.floor
            count += 1
        }
        return count
    }

    /// The number of columns from the first on that a landscape A4 page shows at a legible size.
    ///
    /// At 100 % it shows some 140 characters of 1.85 mm; 230 are printed at 60 %, in 6.6 points.
    var legibleColumns: Int {
        var width = 0.0
        let count = widths.prefix {
            width += $0
            return width <= 230
        }.count
        return max(1, count)
    }

    private static func clamped(_ width: Double) -> Double {
        (min(max(width, floor), cap) * 4).rounded(.up) / 4
    }

    private static func width(of number: Double, as look: CellLook) -> Double {
        switch look {
        case .date, .dateInText: return 10
        case .moment: return 16
        case .share: return 5
        default:
            var digits = 1
            var rest = number.magnitude / 10
            while rest >= 1 {
                digits += 1
                rest /= 10
            }
            let sign = number < 0 ? 1 : 0
            return Double(digits + (digits - 1) / 3 + sign + (look == .fraction ? 5 : 0) + 1)
        }
    }
}

/// How much room a text takes.
private struct ShownText {
    /// The width of the longest line in characters, as far as it was looked at.
    var width: Double { Double(widest) / 10 }
    /// The number of lines at the widest column, from 1 to 27.
    private(set) var lines = 1

    // Widths in tenths of a character.
    /// Where a text wraps: letters are narrower than the digits by which widths are counted.
    ///
    /// A word that no longer fits leaves room; of 375 texts of briefs, in Carlito and in DejaVu Sans, none
    /// needed a line more than this tells.
    private static let wrap = 605
    private var widest = 0

    /// Measures a text.
    ///
    /// - Complexity: O(*n*) in the length of the text, and no more than what 27 lines hold.
    init(_ text: String) {
        let ruler = text.utf8.withContiguousStorageIfAvailable { Ruler(ascii: $0) } ?? nil
        let measured = ruler ?? Ruler(text.unicodeScalars)
        widest = measured.widest
        lines = measured.lines
    }

    /// What is measured while the characters come.
    private struct Ruler {
        var widest = 0, lines = 1
        private var line = 0, wrapped = 0

        /// Measures bytes; nil where one is no ASCII.
        init?(ascii bytes: UnsafeBufferPointer<UInt8>) {
            for byte in bytes {
                guard byte < 0x80 else { return nil }
                add(byte >= 0x41 && byte <= 0x5A ? 12 : 10, isBreak: byte == 0x0A)
                if lines == 27 { break }
            }
        }

        init(_ scalars: String.UnicodeScalarView) {
            for scalar in scalars {
                add(Int(scalar.shownWidth * 10), isBreak: scalar == "\n")
                if lines == 27 { break }
            }
        }

        private mutating func add(_ width: Int, isBreak: Bool) {
            if isBreak {
                (line, wrapped) = (0, 0)
                lines += 1
                return
            }
            line += width
            wrapped += width
            widest = max(widest, line)
            guard wrapped > ShownText.wrap else { return }
            wrapped = width
            lines += 1
        }
    }
}

extension Unicode.Scalar {
    /// The width in characters.
    ///
    /// Source: the blocks whose characters are wide, <https://www.unicode.org/reports/tr11/>.
    fileprivate var shownWidth: Double {
        switch value {
        case 0x41...0x5A: 1.2
        case 0..<0x300: 1
        case 0x300..<0x370, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
