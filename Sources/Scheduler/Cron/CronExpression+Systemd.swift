extension CronExpression {
    /// The expression as events of systemd's calendar, for lines of `OnCalendar=`.
    ///
    /// Two events where one of the day fields is enough. The expression's rule for changes of the clocks
    /// cannot be said: systemd passes over a time of day that the clocks leave out, and over the second
    /// showing of all others.
    ///
    /// Source: systemd.time(7), “Calendar Events”.
    ///
    /// - Parameter zone: The zone whose clocks are meant; it is named in each event.
    /// - Returns: One or two events.
    public func calendarEvents(in zone: ZoneClock) -> [String] {
        let months = Self.list(mask.months, of: .month)
        let days = "*-\(months)-\(Self.list(mask.days, of: .dayOfMonth))"
        let hours = Self.list(mask.hours, of: .hour)
        let time = "\(hours):\(Self.list(mask.minutes, of: .minute)):00 \(zone.name)"
        if mask.weekdays == CronField.dayOfWeek.everything {
            // On either of the two is on every day.
            return ["\(mask.isEitherDay ? "*-\(months)-*" : days) \(time)"]
        }
        let weekdays = Self.weekdays(mask.weekdays)
        guard mask.isEitherDay else { return ["\(weekdays) \(days) \(time)"] }
        if mask.days == CronField.dayOfMonth.everything { return ["\(days) \(time)"] }
        return ["\(days) \(time)", "\(weekdays) *-\(months)-* \(time)"]
    }

    /// A step is written as one only where it divides the field: systemd 252 passes over the first value
    /// behind any other, as over `*:00` behind `*:56` of `*:00/7`.
    private static func list(_ bits: UInt64, of field: CronField) -> String {
        if bits == field.everything { return "*" }
        let values = bits.bits
        let step = values.count > 2 ? values[1] - values[0] : 1
        if step > 1, field.range.lowerBound == 0, field.count % step == 0, values[0] < step,
            CronRange(values[0]...field.last, step: step).bits == bits
        {
            return "\(values[0].twoDigits)/\(step)"
        }
        return runs(of: values).map { run in
            let (first, last) = (run.lowerBound.twoDigits, run.upperBound.twoDigits)
            return run.count == 1 ? first : "\(first)\(run.count == 2 ? "," : "..")\(last)"
        }
        .joined(separator: ",")
    }

    /// The days of the week in the order of systemd, which begins on Monday.
    private static func weekdays(_ bits: UInt64) -> String {
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        return runs(of: (0..<7).filter { bits.holds(($0 + 1) % 7) }).map { run in
            let (first, last) = (names[run.lowerBound], names[run.upperBound])
            return run.count == 1 ? first : "\(first)\(run.count == 2 ? "," : "..")\(last)"
        }
        .joined(separator: ",")
    }

    private static func runs(of values: [Int]) -> [ClosedRange<Int>] {
        values.reduce(into: []) { runs, value in
            if let last = runs.last, last.upperBound == value - 1 {
                runs[runs.count - 1] = last.lowerBound...value
            } else {
                runs.append(value...value)
            }
        }
    }
}
