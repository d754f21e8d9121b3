internal import Briefing
internal import Crypto
internal import Diagnostics
internal import Foundation
internal import Ledger
internal import Records
internal import Scheduler
internal import Workspace

extension Desk {
    /// Makes the editions of an agenda, in their order.
    ///
    /// - Returns: The editions; a correction that would say what the last one said is none.
    func make(_ agenda: Agenda, telling terminal: Terminal) throws -> [Edition] {
        let before = try ledger.lastDone(of: agenda.settings.name)
            .map { agenda.fingerprint.changes(since: Fingerprint(text: $0.fingerprint)) }
        // Other settings, templates or programs may say the same in another way.
        let isOnlyNews = before == [.articles]
        return try agenda.editions.compactMap { planned in
            try issue(
                agenda.settings,
                planned,
                unlessSame: isOnlyNews && !planned.isAsked,
                telling: terminal
            )
        }
    }

    /// Plans a period once more, as a correction of its last edition.
    ///
    /// - Parameters:
    ///   - settings: The brief.
    ///   - name: The period’s name, such as 2024-W31.
    /// - Returns: What is to be made.
    /// - Throws: A diagnostic when no edition covers the period.
    func revision(of settings: BriefSettings, period name: String) throws -> Agenda {
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
        let planned = PlannedEdition(
            window: window,
            period: issued.period,
            number: issued.number,
            revision: issued.revision + 1,
            isAsked: true,
            why: "asked to revise \(name)"
        )
        return Agenda(
            settings: settings,
            editions: [planned],
            fingerprint: try fingerprint(of: settings)
        )
    }

    private func issue(
        _ settings: BriefSettings,
        _ planned: PlannedEdition,
        unlessSame: Bool,
        telling terminal: Terminal
    ) throws -> Edition? {
        let path = settings.output.path(
            brief: settings.name,
            window: planned.window,
            edition: planned.number
        )
        if !planned.missing.isEmpty, try restore(planned, settings, at: path, telling: terminal) {
            return nil
        }
        let draft = try EditionDraft(
            settings,
            planned.period,
            number: planned.number,
            revision: planned.revision,
            desk: self
        )
        if unlessSame, planned.revision > 0,
            let last = try ledger.lastEdition(of: settings.name), draft.tellsTheSame(as: last)
        {
            return nil
        }
        let formats = OutputFormat.allCases.filter(settings.formats.contains)
        let outputs = try publish(draft.brief, formats, settings, at: path, telling: terminal)
        // Last of all: an edition that was not issued is made again, with the same bytes.
        return try ledger.issue(draft.edition(madeAt: now, outputs: outputs))
    }

    /// Writes the files of the last edition that are gone once more, where it would say the same today.
    ///
    /// - Returns: Whether they are back; else a correction is due.
    private func restore(
        _ planned: PlannedEdition,
        _ settings: BriefSettings,
        at path: String,
        telling terminal: Terminal
    ) throws -> Bool {
        let formats = OutputFormat.allCases.filter { format in
            settings.formats.contains(format)
                && planned.missing.contains(folder.relative(folder.path(path)) + format.ending)
        }
        guard formats.count == planned.missing.count,
            let last = try ledger.edition(of: settings.name, number: planned.number)
        else { return false }
        let draft = try EditionDraft(
            settings,
            last.period,
            number: last.number,
            revision: last.revision,
            madeAt: last.madeAt,
            desk: self
        )
        guard draft.tellsTheSame(as: last) else { return false }
        _ = try publish(draft.brief, formats, settings, at: path, telling: terminal)
        return true
    }

    /// Writes a brief in some formats, which take their places together or not at all.
    private func publish(
        _ brief: Brief,
        _ formats: [OutputFormat],
        _ settings: BriefSettings,
        at path: String,
        telling terminal: Terminal
    ) throws -> [Edition.Output] {
        var press = Press()
        for (format, path) in settings.templates {
            press.templates[format] = try Press.template(
                at: folder.path(path),
                shownAs: folder.shown(path)
            )
        }
        let place = URL(fileURLWithPath: folder.path(path))
        let home = place.deletingLastPathComponent().path
        // A publication that a process left halfway is completed first.
        _ = try Publication.recover(home)
        var publication = try Publication(in: home, id: settings.name)
        let staged = try formats.map { format in
            (format, try publication.path(for: place.lastPathComponent + format.ending))
        }
        // The workbook first: it takes as long as all other formats together.
        let longestFirst = staged.filter { $0.0 == .xlsx } + staged.filter { $0.0 != .xlsx }
        let told = try longestFirst.mappedOnAllCores(sharing: 1) { [press] in
            try press.write(brief, as: $0.0, to: $0.1)
        }
        // A note names the place that a file will have, not the one it is made in.
        for (diagnostics, (format, _)) in zip(told, longestFirst) {
            terminal.tell(
                diagnostics.map { diagnostic in
                    var diagnostic = diagnostic
                    diagnostic.place?.path = folder.relative(place.path + format.ending)
                    return diagnostic
                }
            )
        }
        _ = try publication.publish(checking: { _, _ in nil })
        return try formats.map { format in
            let bytes = try DiskFiles().bytes(of: place.path + format.ending)
            return Edition.Output(
                path: folder.relative(place.path + format.ending),
                hash: Self.digest(bytes)
            )
        }
    }

    /// SHA-256 in hexadecimal.
    static func digest(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes)
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// What the brief says about how the reading went.
    func coverage() throws -> Coverage {
        Coverage(
            files: try ledger.fileCount(),
            failed: try corpus.value().failed + ledger.failures()
        )
    }
}
