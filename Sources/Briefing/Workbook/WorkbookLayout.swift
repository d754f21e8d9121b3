public import Foundation
public import Records

/// What a workbook holds, before anyone asks how a file of it is made.
///
/// A layout may hold anything: texts of any length, any number of links, names that no spreadsheet
/// program takes. What does not fit is mended on the way into the file, and told.
public struct WorkbookLayout: Hashable, Sendable {
    /// What a file manager shows about the workbook.
    public struct Properties: Hashable, Sendable {
        /// The title.
        public var title: String
        /// Who made it.
        public var author: String
        /// Words to find it by.
        public var keywords: [String]
        /// When the file says it was created, in seconds since 1970-01-01 00:00 UTC: the newest
        /// moment that the content knows.
        public var created: Int

        /// Makes properties.
        public init(title: String, author: String, keywords: [String], created: Int) {
            self.title = title
            self.author = author
            self.keywords = keywords
            self.created = created
        }
    }

    /// One sheet.
    public struct Sheet: Hashable, Sendable {
        /// What a sheet holds.
        public enum Content: Hashable, Sendable {
            /// Lines to read.
            case page([Line])
            /// Rows to sort, filter and compute with.
            case table(Table)
        }

        /// The name on the tab.
        public var name: String
        /// What it holds.
        public var content: Content
        /// What each row is about, such as a decision, or what a page holds.
        public var purpose: String
        /// The lines above the header of a table: first its title.
        public var above: [String]
        /// The charts of a page.
        public var charts: [Chart]

        /// Makes a sheet.
        public init(
            name: String,
            content: Content,
            purpose: String = "",
            above: [String] = [],
            charts: [Chart] = []
        ) {
            self.name = name
            self.content = content
            self.purpose = purpose
            self.above = above
            self.charts = charts
        }
    }

    /// One line of a page.
    public struct Line: Hashable, Sendable {
        /// How a line looks.
        public enum Style: Hashable, Sendable {
            /// The title of the page, the heading of a part, the names of its columns, and what
            /// stands below them.
            case title, heading, header, plain
        }

        /// How it looks.
        public var style: Style
        /// The cells from the first column on.
        public var cells: [Cell]

        /// Makes a line.
        public init(_ style: Style = .plain, _ cells: [Cell] = []) {
            self.style = style
            self.cells = cells
        }
    }

    /// Columns that are stacked: numbers of a page, drawn beside them.
    public struct Chart: Hashable, Sendable {
        /// What a chart says.
        public struct Words: Hashable, Sendable {
            /// The title.
            public var title: String
            /// What the scale at the foot, and the one at the side, tell.
            public var across, up: String
            /// What the chart shows, for those who do not see it.
            public var description: String
        }

        /// What it says.
        public var words: Words
        /// The line with the names of the columns, counted from 1.
        public var header: Int
        /// The number of lines below it that are drawn, named by their first cells.
        public var rows: Int
        /// The number of cells behind the first one that are drawn, each in a colour.
        public var series: Int
        /// The distance between two lines of the scale.
        public var step: Int
        /// The column, counted from 1, at which the chart stands, level with the header.
        public var column: Int
    }

    /// A rectangle with a header and one kind of value in each column.
    public struct Table: Hashable, Sendable {
        /// The name that formulas call it by.
        public var name: String
        /// The columns.
        public var columns: [Column]
        /// The rows, each with at most as many cells as there are columns.
        public var rows: [[Cell]]

        /// Makes a table.
        public init(name: String, columns: [Column], rows: [[Cell]]) {
            self.name = name
            self.columns = columns
            self.rows = rows
        }
    }

    /// One column of a table.
    public struct Column: Hashable, Sendable {
        /// What the cells of a column hold.
        public enum Kind: Hashable, Sendable, CaseIterable {
            /// A stable name of a row; prose or words; an address or a place in the workbook.
            case identifier, text, link
            /// A whole number; an amount; a share of one.
            case count, amount, share
            /// A day; a day with hour and minute.
            case date, moment
        }

        /// What the column is called.
        public var title: String
        /// What the cells hold.
        public var kind: Kind
        /// What a number counts, such as bytes.
        public var unit: String?
        /// The words that a cell may hold; none where any will do.
        public var allowed: [String]
        /// What the cells mean, as a clause.
        public var meaning: String
        /// When a cell is empty, as a clause; nil when none ever is.
        public var empty: String?
        /// What a person is told who may fill in a cell, at most 255 long, and its words 255 in all,
        /// the title 32; nil where nobody is asked to.
        public var prompt: String?

        /// Makes a column.
        public init(
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
        public var header: String { unit.map { "\(title) (\($0))" } ?? title }
    }

    /// One value.
    public enum Cell: Hashable, Sendable {
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
    public struct Link: Hashable, Sendable {
        /// Where a link leads.
        public enum Target: Hashable, Sendable {
            /// To an address of the web or of e-mail; other schemes stay text.
            case address(String)
            /// To a row of a sheet of this workbook, counted from 1, the header's counted and what
            /// stands above it not.
            case row(Int, sheet: String)
        }

        /// The words of the link.
        public var text: String
        /// Where it leads.
        public var target: Target
        /// What appears over the link.
        public var tip: String?

        /// Makes a link.
        public init(text: String, target: Target, tip: String? = nil) {
            self.text = text
            self.target = target
            self.tip = tip
        }
    }

    /// What a file manager shows about the workbook.
    public var properties: Properties
    /// Whom its tables are made for.
    public var profile: WorkbookProfile
    /// The sheets, from left to right; at least one.
    public var sheets: [Sheet]

    /// Makes a layout.
    public init(
        properties: Properties,
        profile: WorkbookProfile = .analyst,
        sheets: [Sheet]
    ) {
        self.properties = properties
        self.profile = profile
        self.sheets = sheets
    }
}

extension WorkbookLayout.Cell: ExpressibleByStringLiteral {
    /// Makes a cell of words.
    public init(stringLiteral value: String) { self = .text(value) }

    /// Words, or nothing where they are not known or there are none.
    static func text(orEmpty text: String?) -> Self {
        text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty
    }
}
