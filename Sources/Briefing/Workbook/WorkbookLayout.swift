import Foundation
import Records

/// What a workbook holds, before anyone asks how a file of it is made.
///
/// A layout may hold anything: texts of any length, any number of links, names that no spreadsheet
/// program takes. What does not fit is mended on the way into the file, and told.
struct WorkbookLayout: Hashable, Sendable {
    /// What a file manager shows about the workbook.
    struct Properties: Hashable, Sendable {
        /// The title.
        var title: String
        /// Who made it.
        var author: String
        /// Words to find it by.
        var keywords: [String]
        /// When the file says it was created, in seconds since 1970-01-01 00:00 UTC: the newest
        /// moment that the content knows.
        var created: Int
    }

    /// One sheet.
    struct Sheet: Hashable, Sendable {
        /// What a sheet holds.
        enum Content: Hashable, Sendable {
            /// Lines to read.
            case page([Line])
            /// Rows to sort, filter and compute with.
            case table(Table)
        }

        /// The name on the tab.
        var name: String
        /// What it holds.
        var content: Content
        /// What each row is about, such as a decision, or what a page holds.
        var purpose = ""
        /// The charts of a page.
        var charts: [Chart] = []
    }

    /// One line of a page.
    struct Line: Hashable, Sendable {
        /// How a line looks.
        enum Style: Hashable, Sendable {
            /// The title of the page, the heading of a part, the names of its columns, and what
            /// stands below them.
            case title, heading, header, plain
        }

        /// How it looks.
        var style: Style
        /// The cells from the first column on.
        var cells: [Cell]

        /// Makes a line.
        init(_ style: Style = .plain, _ cells: [Cell] = []) {
            self.style = style
            self.cells = cells
        }
    }

    /// Columns that are stacked: numbers of a page, drawn beside them.
    struct Chart: Hashable, Sendable {
        /// What a chart says.
        struct Words: Hashable, Sendable {
            /// The title.
            var title: String
            /// What the scale at the foot, and the one at the side, tell.
            var across, up: String
            /// What the chart shows, for those who do not see it.
            var description: String
        }

        /// What it says.
        var words: Words
        /// The line with the names of the columns, counted from 1.
        var header: Int
        /// The number of lines below it that are drawn, named by their first cells.
        var rows: Int
        /// The number of cells behind the first one that are drawn, each in a colour.
        var series: Int
        /// The distance between two lines of the scale.
        var step: Int
        /// The column, counted from 1, at which the chart stands, level with the header.
        var column: Int
    }

    /// A rectangle with a header and one kind of value in each column.
    struct Table: Hashable, Sendable {
        /// The name that formulas call it by.
        var name: String
        /// The columns.
        var columns: [Column]
        /// The rows, each with at most as many cells as there are columns.
        var rows: [[Cell]]
    }

    /// One column of a table.
    struct Column: Hashable, Sendable {
        /// What the cells of a column hold.
        enum Kind: Hashable, Sendable, CaseIterable {
            /// A stable name of a row; prose or words; an address or a place in the workbook.
            case identifier, text, link
            /// A whole number; an amount; a share of one.
            case count, amount, share
            /// A day; a day with hour and minute.
            case date, moment
        }

        /// What the column is called.
        var title: String
        /// What the cells hold.
        var kind: Kind
        /// What a number counts, such as bytes.
        var unit: String?
        /// The words that a cell may hold; none where any will do.
        var allowed: [String]
        /// What the cells mean, as a clause.
        var meaning: String
        /// When a cell is empty, as a clause; nil when none ever is.
        var empty: String?
        /// What a person is told who may fill in a cell, at most 255 long, and its words 255 in all,
        /// the title 32; nil where nobody is asked to.
        var prompt: String?

        /// Makes a column.
        init(
            _ title: String,
            _ kind: Kind = .text,
            unit: String? = nil,
            allowed: [String] = [],
            meaning: String = "",
            empty: String? = nil,
            prompt: String? = nil
        ) {
            self.title = title
            self.kind = kind
            self.unit = unit
            self.allowed = allowed
            self.meaning = meaning
            self.empty = empty
            self.prompt = prompt
        }

        /// The text of the header: the title, and the unit where there is one.
        var header: String { unit.map { "\(title) (\($0))" } ?? title }
    }

    /// One value.
    enum Cell: Hashable, Sendable {
        /// Nothing is known.
        case empty
        /// Words.
        case text(String)
        /// A number; what is not finite is left empty.
        case number(Double)
        /// A whole number; beyond fifteen digits it becomes text.
        case integer(Int)
        /// A decimal number; beyond fifteen digits it becomes text.
        case decimal(Decimal)
        /// A day; outside 1900-03-01 to 9999-12-31 it becomes text.
        case date(Day)
        /// A day and the seconds since its midnight, 0 to 86 399.
        case moment(Day, second: Int)
        /// A text that leads elsewhere.
        indirect case link(Link)
    }

    /// A text that leads elsewhere.
    struct Link: Hashable, Sendable {
        /// Where a link leads.
        enum Target: Hashable, Sendable {
            /// To an address of the web or of e-mail; other schemes stay text.
            case address(String)
            /// To a row of a sheet of this workbook, counted from 1, the header's counted.
            case row(Int, sheet: String)
        }

        /// The words of the link.
        var text: String
        /// Where it leads.
        var target: Target
        /// What appears over the link.
        var tip: String?
    }

    /// What a file manager shows about the workbook.
    var properties: Properties
    /// The sheets, from left to right; at least one.
    var sheets: [Sheet]
}

extension WorkbookLayout.Cell: ExpressibleByStringLiteral {
    /// Makes a cell of words.
    init(stringLiteral value: String) { self = .text(value) }

    /// Words, or nothing where they are not known or there are none.
    static func text(orEmpty text: String?) -> Self {
        text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty
    }
}
