/// The widths of columns, grown by what stands in them.
///
/// Widths are in characters of the default font, as the file counts them.
struct ColumnWidths: Hashable, Sendable {
    /// The widest that a column gets; longer texts wrap.
    static let cap = 60.0
    /// The narrowest that a column gets.
    static let floor = 8.0
    /// What is left free beside the widest cell.
    static let margin = 2.0
    /// The narrowest that a column gets into which a person types sentences.
    static let typing = 40.0

    /// The widths, each from 8 to 60.
    private(set) var widths: [Double]

    /// Makes widths that show headers whole, beside the button of the filter.
    init(headers: [String]) {
        widths = headers.map { Self.clamped($0.shownWidth(cap: Self.cap) * 1.1 + 4) }
    }

    /// Makes room for a cell.
    mutating func fit(_ cell: FittedCell, column: Int) {
        let width =
            switch cell {
            case .empty: 0.0
            case .text(let text), .link(_, let text, _), .jump(_, _, let text, _):
                text.shownWidth(cap: Self.cap)
            case .number(let number, let look): Self.width(of: number, as: look)
            }
        widths[column] = max(widths[column], Self.clamped(width + Self.margin))
    }

    /// Makes room for a person to type into a column.
    mutating func makeRoom(column: Int) {
        widths[column] = max(widths[column], Self.typing)
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

extension FittedCell {
    /// The number of lines that the cell needs, at least 1: only what is wider than the widest column
    /// wraps, and a word that no longer fits leaves about a tenth of a line empty.
    var lines: Int {
        switch self {
        case .empty, .number: 1
        case .text(let text), .link(_, let text, _), .jump(_, _, let text, _):
            text.wrappedLines(of: ColumnWidths.cap * 0.9)
        }
    }
}

extension String {
    /// The number of lines when the text wraps at a width; at most 27, the highest that a row gets.
    fileprivate func wrappedLines(of limit: Double) -> Int {
        guard utf8.count > Int(limit) || utf8.contains(UInt8(ascii: "\n")) else { return 1 }
        if !utf8.contains(UInt8(ascii: "\n")),
            shownWidth(cap: ColumnWidths.cap) <= ColumnWidths.cap - ColumnWidths.margin
        {
            return 1
        }
        var lines = 1
        var width = 0.0
        for scalar in unicodeScalars {
            width += scalar.shownWidth
            guard scalar == "\n" || width > limit else { continue }
            lines += 1
            width = scalar == "\n" ? 0 : scalar.shownWidth
            if lines == 27 { return lines }
        }
        return lines
    }

    /// The width of the longest line in characters, upper case and East Asian characters wider; what
    /// lies beyond the cap is not measured.
    fileprivate func shownWidth(cap: Double) -> Double {
        var widest = 0.0
        var width = 0.0
        for scalar in unicodeScalars {
            if scalar == "\n" {
                widest = max(widest, width)
                width = 0
                continue
            }
            width += scalar.shownWidth
            if width > cap { return width }
        }
        return max(widest, width)
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
