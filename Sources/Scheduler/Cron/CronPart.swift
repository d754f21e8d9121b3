/// One element of a field's list: a value, a range or `*`, and perhaps a step.
struct CronPart {
    private let word: CronReader.Word
    private let spot: CronError.Spot
    private var field: CronField { spot.field }

    init(_ word: CronReader.Word, of field: CronField) {
        self.word = word
        spot = CronError.Spot(field, word.text, column: word.column)
    }

    /// The values that are meant; Sunday may be 7.
    func range() throws(CronError) -> CronRange {
        if word.text.isEmpty { throw .emptyPart(spot) }
        if word.text.contains("?") { throw .questionMark(spot) }
        if word.text.contains("#") { throw .ordinal(spot) }
        let halves = word.split(at: "/")
        guard halves.count <= 2 else { throw .notAValue(spot) }
        let (first, last) = try ends(of: halves[0])
        let step = halves.count == 2 ? try step(halves[1]) : nil
        guard let last else {
            guard let step else { return CronRange(first...first, step: 1) }
            let open = CronRange(first...max(first, field.last), step: step)
            throw .stepWithoutRange(spot, instead: "\(open)")
        }
        guard first <= last else {
            throw .wrappedRange(spot, instead: field.unwrapped(first, last, step: step ?? 1))
        }
        return CronRange(first...last, step: step ?? 1)
    }

    /// The first and last value of a range or of `*`, or one value alone.
    private func ends(of range: CronReader.Word) throws(CronError) -> (first: Int, last: Int?) {
        if range.text == "*" { return (field.range.lowerBound, field.last) }
        let ends = range.split(at: "-")
        guard ends.count <= 2 else { throw .notAValue(spot) }
        let first = try value(ends[0])
        return (first, ends.count == 2 ? try value(ends[1]) : nil)
    }

    /// The number that digits or a name stand for.
    private func value(_ word: CronReader.Word) throws(CronError) -> Int {
        if let value = field.value(named: word.text) { return value }
        if field == .dayOfMonth || field == .dayOfWeek { try refuseRelativeDay(word.text) }
        guard !word.text.isEmpty else { throw .notAValue(spot) }
        let wrong = CronError.Spot(field, word.text, column: word.column)
        guard word.text.utf8.allSatisfy(\.isDigit) else { throw .notAValue(wrong) }
        guard let number = Int(word.text), field.range.contains(number) else {
            throw .outOfRange(wrong)
        }
        return number
    }

    /// Refuses the days that only other programs can say: L, LW, 5L, FRIL, 15W.
    private func refuseRelativeDay(_ text: String) throws(CronError) {
        let name = text.uppercased()
        let day = String(name.dropLast())
        let isDay =
            field.value(named: day) != nil || !day.isEmpty && day.utf8.allSatisfy(\.isDigit)
        if name == "L" || name == "LW" || name.last == "L" && isDay { throw .lastDay(spot) }
        if name.last == "W" && isDay { throw .nearestWorkday(spot) }
    }

    private func step(_ word: CronReader.Word) throws(CronError) -> Int {
        // Above the 32 bits that Debian's cron counts in, it would wrap around and mean another step.
        guard !word.text.isEmpty, word.text.utf8.allSatisfy(\.isDigit),
            let step = Int32(word.text), step > 0
        else {
            throw .badStep(CronError.Spot(field, word.text, column: word.column))
        }
        return Int(step)
    }
}

extension CronField {
    /// The value that a name stands for, in capitals or not.
    fileprivate func value(named name: String) -> Int? {
        // Three bytes of ASCII: some letters of other scripts have capitals in it.
        guard name.utf8.count == 3 else { return nil }
        return names.firstIndex(of: name.uppercased()).map { $0 + range.lowerBound }
    }

    /// The ranges that say what was meant by one that runs over the end of the field.
    ///
    /// With a step, the second range goes on counting where the first left off.
    fileprivate func unwrapped(_ first: Int, _ last: Int, step: Int) -> String {
        // Sunday as 7 is the beginning of a week here.
        let first = self == .dayOfWeek ? first % 7 : first
        guard first > last else { return "\(CronRange(first...last, step: step))" }
        let steps = (self.last - first) / step + 1
        let resumed = first + steps * step - count
        let head = "\(CronRange(first...self.last, step: step))"
        return resumed <= last ? "\(head),\(CronRange(resumed...last, step: step))" : head
    }
}
