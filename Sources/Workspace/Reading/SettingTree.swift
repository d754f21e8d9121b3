internal import Diagnostics
internal import Yams

/// One node of a file of settings: a text, a list or a table, with its place in the file.
struct SettingTree {
    /// What a node holds.
    indirect enum Content {
        case text(String)
        case list([SettingTree])
        case table([(key: SettingTree, value: SettingTree)])
        /// Nothing behind a colon or a hyphen, `~` or `null`.
        case nothing
    }

    let content: Content
    let place: Place

    /// The largest file that is read, in bytes; a configuration of a hundred briefs has 50 000.
    static let limit = 262_144
    /// The most words of a file that may look like anchors or aliases before it is read at all: so
    /// few cannot be folded into a tree that takes long to walk.
    static let aliasLimit = 16

    /// The text of a node, where it is one.
    var text: String? {
        if case .text(let text) = content { text } else { nil }
    }

    /// What the node is, in words.
    var kind: String {
        switch content {
        case .text: "a text"
        case .list: "a list"
        case .table: "a table"
        case .nothing: "nothing"
        }
    }

    /// Reads the one tree of a YAML file.
    ///
    /// - Parameters:
    ///   - bytes: The content of the file.
    ///   - path: What the file is called in diagnostics.
    /// - Throws: A diagnostic where the file is no plain YAML.
    init(_ bytes: [UInt8], path: String) throws(Diagnostic) {
        guard bytes.count <= Self.limit else {
            throw Diagnostic(
                .error,
                code: "too-large",
                at: Place(path),
                "the file has \(bytes.count) bytes, more than settings need",
                mend: "keep it under \(Self.limit) bytes"
            )
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let text = String(validating: bytes[start...], as: UTF8.self) else {
            let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
            throw Diagnostic(
                .error,
                code: "not-utf8",
                at: Place(path, line: line + 1),
                "the line is not UTF-8",
                mend: "save the file as UTF-8"
            )
        }
        try self.init(text, file: YAMLFile(path: path, text: text))
    }

    private init(_ text: String, file: YAMLFile) throws(Diagnostic) {
        try file.refuseManyAliases()
        let node: Node?
        // Nodes hold their anchors weakly, so the parser must outlive the walk.
        let parser: Parser
        do {
            parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            node = try parser.singleRoot()
        } catch {
            throw file.diagnostic(for: error)
        }
        guard let node else {
            self.init(content: .nothing, place: Place(file.path))
            return
        }
        self = try withExtendedLifetime(parser) { () throws(Diagnostic) in
            try Self(node, in: file)
        }
    }

    private init(_ node: Node, in file: YAMLFile) throws(Diagnostic) {
        let place = file.place(of: node.mark)
        guard node.anchor == nil, node.alias == nil else { throw file.anchors(at: place) }
        switch node {
        case .scalar(let scalar):
            try file.refuse(tag: scalar.tag, of: .str, at: place)
            let isNothing = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
            self.init(content: isNothing ? .nothing : .text(scalar.string), place: place)
        case .sequence(let sequence):
            try file.refuse(tag: sequence.tag, of: .seq, at: place)
            var list: [SettingTree] = []
            for element in sequence { list.append(try Self(element, in: file)) }
            self.init(content: .list(list), place: place)
        case .mapping(let mapping):
            try file.refuse(tag: mapping.tag, of: .map, at: place)
            var table: [(key: SettingTree, value: SettingTree)] = []
            for (key, value) in mapping {
                table.append((try Self(key, in: file), try Self(value, in: file)))
            }
            self.init(content: .table(table), place: place)
        case .alias: throw file.anchors(at: place)
        }
    }

    private init(content: Content, place: Place) {
        self.content = content
        self.place = place
    }
}
