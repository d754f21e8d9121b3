internal import Briefing
internal import Crypto
internal import Diagnostics
internal import Foundation
internal import Ledger
internal import Records
internal import Workspace

extension Desk {
    /// Issues the editions of a brief that are due: one for each period that is over, that no edition
    /// covers yet, and behind which there is an article; without a gap.
    ///
    /// - Returns: The editions, in their order.
    func issueDue(_ settings: BriefSettings, telling terminal: Terminal) throws -> [Edition] {
        guard let days = try ledger.publishedDays() else { return [] }
        let (oldest, newest) = (days.lowerBound, days.upperBound)
        if settings.period == .all {
            return try issueAll(settings, newest: newest, telling: terminal)
        }
        let ended = settings.period.lastEnded(at: now, in: settings.timeZone)
        let last = try ledger.lastIssue(of: settings.name)
        let start = last.map { $0.period.last.advanced(by: 1) } ?? oldest
        var window: Workspace.Window? = settings.period.window(containing: start)
        var issued: [Edition] = []
        while let due = window, let first = due.first, let end = due.last, first <= newest,
            end <= ended.last ?? end
        {
            let period = Edition.Period(first: max(first, start), last: end)
            let number = (issued.last?.number ?? last?.number).map { $0 + 1 } ?? 1
            issued.append(
                try issue(settings, period, named: due, number: number, telling: terminal)
            )
            window = settings.period.window(after: due)
        }
        return issued
    }

    /// Issues a period once more, as a correction of its last edition.
    ///
    /// - Parameters:
    ///   - settings: The brief.
    ///   - name: The period’s name, such as 2024-W31.
    ///   - terminal: Who is told of what had to be changed to fit.
    /// - Returns: The correction.
    /// - Throws: A diagnostic when no edition covers the period.
    func revise(
        _ settings: BriefSettings,
        period name: String,
        telling terminal: Terminal
    ) throws -> Edition {
        guard let window = settings.period.window(named: name),
            let issued = try ledger.editions(of: settings.name).last(where: {
                $0.period.last == window.last
            })
        else {
            throw Diagnostic(
                .error,
                code: "no-edition",
                "no edition of ‘\(settings.name)’ covers ‘\(name)’",
                mend: "name a period that ‘briefctl history’ lists"
            )
        }
        return try issue(
            settings,
            issued.period,
            named: window,
            number: issued.number,
            revision: issued.revision + 1,
            telling: terminal
        )
    }

    /// A brief without periods is issued anew whenever the ledger knows something else.
    private func issueAll(
        _ settings: BriefSettings,
        newest: Day,
        telling terminal: Terminal
    ) throws -> [Edition] {
        let last = try ledger.lastIssue(of: settings.name)
        guard try last?.generation != ledger.generation() else { return [] }
        let end = max(newest, last?.period.last ?? newest)
        let isSame = last?.period.last == end
        return [
            try issue(
                settings,
                Edition.Period(first: nil, last: end),
                named: settings.period.window(containing: end),
                number: (last?.number ?? 0) + (isSame ? 0 : 1),
                revision: isSame ? (last?.revision ?? 0) + 1 : 0,
                telling: terminal
            )
        ]
    }

    private func issue(
        _ settings: BriefSettings,
        _ period: Edition.Period,
        named window: Workspace.Window,
        number: Int,
        revision: Int = 0,
        telling terminal: Terminal
    ) throws -> Edition {
        let draft = try EditionDraft(
            settings,
            period,
            number: number,
            revision: revision,
            desk: self
        )
        let place = folder.path(
            settings.output.path(brief: settings.name, window: window, edition: number)
        )
        var press = Press()
        for (format, path) in settings.templates {
            press.templates[format] = try Press.template(
                at: folder.path(path),
                shownAs: folder.shown(path)
            )
        }
        var outputs: [Edition.Output] = []
        for format in OutputFormat.allCases where settings.formats.contains(format) {
            try press.write(draft.brief, as: format, to: place, telling: terminal)
            let bytes = try DiskFiles().bytes(of: place + format.ending)
            outputs.append(
                Edition.Output(path: relative(place + format.ending), hash: Self.digest(bytes))
            )
        }
        // Last of all: an edition that was not issued is made again, with the same bytes.
        return try ledger.issue(draft.edition(madeAt: now, outputs: outputs))
    }

    private func relative(_ path: String) -> String {
        path.hasPrefix(folder.root + "/") ? String(path.dropFirst(folder.root.count + 1)) : path
    }

    /// SHA-256 in hexadecimal.
    static func digest(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes)
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// What the brief says about how the reading went.
    func coverage() throws -> Coverage {
        Coverage(files: try ledger.fileCount(), failed: try ledger.failures())
    }
}
