/// Why a cron expression is refused, with what is wrong and where.
public enum CronError: Error, Hashable, Sendable {
    /// What is wrong, and where it stands.
    public struct Spot: Hashable, Sendable {
        /// The field in which it stands.
        public var field: CronField
        /// What the person wrote there.
        public var value: String
        /// Where it begins in the expression, counted from 1 in UTF-8 bytes.
        public var column: Int

        init(_ field: CronField, _ value: String, column: Int) {
            self.field = field
            self.value = value
            self.column = column
        }
    }

    /// What is given beside the five fields.
    public struct Surplus: Hashable, Sendable {
        /// What it seems to be.
        public enum Kind: Hashable, Sendable {
            /// A field in front or behind, as other programs have them, or a text behind.
            case seconds, year, secondsAndYear, text
        }

        /// What it seems to be.
        public var kind: Kind
        /// The expression without it; nil where that would not be right either.
        public var rest: String?

        init(_ kind: Kind, rest: String?) {
            self.kind = kind
            self.rest = rest
        }
    }

    /// There is nothing but white space.
    case blank
    /// There are fewer than five fields.
    case tooFewFields(found: Int)
    /// There are more than five fields; the column is that of the sixth.
    case tooManyFields(found: Int, column: Int, Surplus)
    /// A zone stands in front: `CRON_TZ=Europe/Riga`. Debian's cron takes it for something else.
    case timeZone(String, column: Int)
    /// A word such as `@daily` is not known.
    case unknownMacro(String, column: Int)
    /// Something stands behind a word such as `@daily`.
    case wordsBehindMacro(String, column: Int)
    /// `@every` counts from the start of a program, not by the clock.
    case interval(String, column: Int)
    /// `@reboot` is no time.
    case startOfMachine(String, column: Int)
    /// A list has an empty element.
    case emptyPart(Spot)
    /// Something is neither a number nor a name of the field, nor a range of them.
    case notAValue(Spot)
    /// A number is too small or too large.
    case outOfRange(Spot)
    /// A range ends before it begins; Debian's cron would never run it.
    case wrappedRange(Spot, instead: String)
    /// A step follows one value alone: `5/15`.
    case stepWithoutRange(Spot, instead: String)
    /// A step is no number of 1 and more.
    case badStep(Spot)
    /// A question mark, which other programs read as no value.
    case questionMark(Spot)
    /// `L`, which other programs read as the last day.
    case lastDay(Spot)
    /// `W`, which other programs read as the nearest day from Monday to Friday.
    case nearestWorkday(Spot)
    /// `#`, which other programs read as the n-th such weekday; Debian's cron passes over it.
    case ordinal(Spot)
    /// No month that is named ever has such a day.
    case impossibleDate(Spot, months: String, longest: Int)

    /// Where the trouble begins in the expression, counted from 1 in UTF-8 bytes.
    public var column: Int {
        switch self {
        case .blank, .tooFewFields: 1
        case .tooManyFields(_, let column, _), .timeZone(_, let column),
            .unknownMacro(_, let column), .wordsBehindMacro(_, let column),
            .interval(_, let column), .startOfMachine(_, let column):
            column
        case .emptyPart(let spot), .notAValue(let spot), .outOfRange(let spot),
            .wrappedRange(let spot, _), .stepWithoutRange(let spot, _), .badStep(let spot),
            .questionMark(let spot), .lastDay(let spot), .nearestWorkday(let spot),
            .ordinal(let spot), .impossibleDate(let spot, _, _):
            spot.column
        }
    }
}
