internal import Diagnostics

/// Reads a configuration and checks it against the files of its workspace, in one pass.
struct ConfigurationReader {
    let folder: WorkFolder
    let files: any WorkFiles
    var settings = SettingReader()

    private static let keys = ["corpus", "ledger", "briefs"]

    mutating func configuration(_ tree: SettingTree) -> Configuration? {
        if case .nothing = tree.content {
            settings.report(
                "no-brief",
                at: tree.place,
                "the file sets nothing",
                mend: Self.oneBrief
            )
            return nil
        }
        guard let table = settings.table(tree, of: "a workspace", known: Self.keys) else {
            return nil
        }
        let corpus = table["corpus"].map { self.corpus($0) } ?? Defaults.corpus
        let ledger = table["ledger"].map { self.ledger($0) } ?? Defaults.ledger
        guard let list = table["briefs"] else {
            settings.report("no-brief", at: tree.place, "‘briefs’ is not set", mend: Self.oneBrief)
            return nil
        }
        let briefs = self.briefs(list, corpus: corpus, ledger: ledger)
        guard settings.diagnostics.isEmpty else { return nil }
        return Configuration(corpus: corpus, ledger: ledger, briefs: briefs)
    }

    private static let oneBrief = "begin with ‘briefs:’ and a line ‘  - name: weekly’"

    private mutating func briefs(
        _ tree: SettingTree,
        corpus: [String],
        ledger: String
    ) -> [BriefSettings] {
        guard let list = settings.list(tree, of: "briefs") else { return [] }
        if list.isEmpty {
            settings.report("no-brief", at: tree.place, "‘briefs’ is empty", mend: Self.oneBrief)
        }
        var lines: [String: Int] = [:]
        var outputs: [OutputPattern: String] = [:]
        var briefs: [BriefSettings] = []
        for node in list {
            guard let found = brief(node, corpus: corpus, ledger: ledger) else { continue }
            let (brief, namePlace, outputPlace) = found
            if let line = lines[brief.name] {
                settings.report(
                    "repeated-name",
                    at: namePlace,
                    "a brief with the name ‘\(brief.name)’ stands in line \(line) already",
                    mend: "give every brief a name of its own"
                )
            } else if !brief.output.slots.contains(.brief), let other = outputs[brief.output] {
                settings.report(
                    "shared-output",
                    at: outputPlace,
                    "‘\(brief.name)’ is written to the same place as ‘\(other)’",
                    mend: "put {brief} into ‘output’"
                )
            }
            lines[brief.name] = lines[brief.name] ?? namePlace.line
            outputs[brief.output] = outputs[brief.output] ?? brief.name
            briefs.append(brief)
        }
        return briefs
    }

    private mutating func corpus(_ tree: SettingTree) -> [String] {
        guard let list = settings.list(tree, of: "corpus") else { return [] }
        if list.isEmpty {
            settings.report(
                "empty",
                at: tree.place,
                "‘corpus’ is empty",
                mend: "name the folders that articles are put into"
            )
        }
        var folders: [String] = []
        for node in list {
            guard let path = settings.text(node, of: "corpus") else { continue }
            if files.kind(at: folder.path(path)) != .folder {
                missing(path, "folder", at: node.place)
            } else if folders.contains(path) {
                settings.report(
                    "repeated-value",
                    at: node.place,
                    "‘\(path)’ stands twice in ‘corpus’",
                    mend: "keep one of them"
                )
            }
            folders.append(path)
        }
        return folders
    }

    private mutating func ledger(_ tree: SettingTree) -> String {
        guard let path = settings.text(tree, of: "ledger") else { return Defaults.ledger }
        if !path.hasPrefix("/"), path.split(separator: "/").contains("..") || path.hasPrefix("~") {
            settings.report(
                "outside",
                at: tree.place,
                "‘\(path)’ leads out of the workspace",
                mend: "write the whole path, from ‘/’ on, if that is meant"
            )
        } else if path.hasSuffix("/") || files.kind(at: folder.path(path)) == .folder {
            settings.report(
                "not-a-file",
                at: tree.place,
                "‘\(path)’ is a folder",
                mend: "name a file, such as ‘\(Defaults.ledger)’"
            )
        }
        return path
    }

    /// Tells that a file or folder is not there, with the name beside it that is nearest.
    mutating func missing(_ path: String, _ what: String, at place: Place) {
        let bare = path.count > 1 && path.hasSuffix("/") ? path.dropLast() : Substring(path)
        let slash = bare.lastIndex(of: "/")
        let above = slash.map { String(bare[...$0]) } ?? ""
        let name = slash.map { bare[bare.index(after: $0)...] } ?? bare
        let beside = files.names(in: folder.path(above)).sorted().filter {
            files.kind(at: folder.path(above + $0)) == (what == "folder" ? .folder : .file)
        }
        let near = beside.nearest(to: String(name)).map { above + $0 }
        settings.report(
            "missing-file",
            at: place,
            "there is no \(what) ‘\(path)’",
            mend: near.map { "did you mean ‘\($0)’?" } ?? "make it, or name another \(what)"
        )
    }
}
