/// A document as the grammars see it: its atoms, and how they stand beside each other.
struct Passage {
    let document: Document
    let lexicon: ExpressionLexicon
    let atoms: [Atom]

    init(_ document: Document, lexicon: ExpressionLexicon) {
        self.document = document
        self.lexicon = lexicon
        atoms = AtomReader(document, triggers: lexicon.triggers).read()
    }

    /// What an atom means; a word that begins nothing behind the last and before the first.
    func sense(_ index: Int) -> Atom.Sense {
        atoms.indices.contains(index) ? atoms[index].sense : .other
    }

    /// The trigger that an atom is.
    func trigger(_ index: Int) -> Trigger? {
        guard case .word(let trigger) = sense(index) else { return nil }
        return trigger
    }

    /// The digits that an atom is.
    func digits(_ index: Int) -> Digits? {
        guard case .digits(let digits) = sense(index) else { return nil }
        return digits
    }

    /// Whether an atom is a mark.
    func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
        guard case .mark(let byte) = sense(index) else { return false }
        return UInt32(byte) == mark.value
    }

    /// Whether an atom touches the one before it.
    func isGlued(_ index: Int) -> Bool {
        index > 0 && index < atoms.count && !atoms[index].isSpaced
    }

    /// Whether an atom is a hyphen or short dash that touches both its neighbours.
    func isInnerDash(_ index: Int) -> Bool {
        isMark(index, "-") && isGlued(index) && isGlued(index + 1)
    }

    /// The form of the token of an atom; nil where the atom is only a part of it.
    func form(_ index: Int) -> Form? {
        guard atoms.indices.contains(index) else { return nil }
        let token = document.tokens[atoms[index].token]
        return token.range == atoms[index].range ? token.form : nil
    }

    /// Whether an atom is a word.
    func isWord(_ index: Int, _ word: Form) -> Bool { form(index) == word }

    /// What the word of an atom tells about an expression beside it.
    func cues(_ index: Int) -> ExpressionLexicon.Cues {
        guard atoms.indices.contains(index) else { return [] }
        let token = document.tokens[atoms[index].token]
        if token.range == atoms[index].range { return lexicon.cues[token.form] ?? [] }
        return lexicon.cues[Form(document.bytes.span, atoms[index].range)] ?? []
    }

    /// What a word or phrase at an atom makes of the number before it: a share, a time, no count.
    func measure(at index: Int) -> ExpressionLexicon.Cues? {
        guard atoms.indices.contains(index) else { return nil }
        let token = atoms[index].token
        guard document.tokens[token].range.lowerBound == atoms[index].range.lowerBound else {
            return nil
        }
        return lexicon.measures.match(in: document.tokens, at: token)?.value
    }

    /// How the token of an atom is written.
    func style(_ index: Int) -> Token.Style {
        atoms.indices.contains(index) ? document.tokens[atoms[index].token].style : []
    }

    /// The tokens that a run of atoms touches.
    func tokens(of atoms: Range<Int>) -> Range<Int> {
        self.atoms[atoms.lowerBound].token..<self.atoms[atoms.upperBound - 1].tokens.upperBound
    }

    /// The index of the first atom that starts at or behind a token; the count behind the last.
    func atom(atToken token: Int, from index: Int) -> Int {
        var index = index
        while index < atoms.count, atoms[index].token < token { index += 1 }
        return index
    }

    /// The last byte of an atom.
    func lastByte(_ index: Int) -> UInt8 { document.bytes[atoms[index].range.upperBound - 1] }

    /// Whether an atom is a word in lower case that looks like a plural.
    func isPlural(_ index: Int) -> Bool {
        guard atoms.indices.contains(index), !style(index).contains(.capitalised),
            document.tokens[atoms[index].token].kind == .word
        else { return false }
        let range = atoms[index].range
        if cues(index).contains(.plural) { return true }
        guard range.count > 3, document.bytes[range.upperBound - 1] == UInt8(ascii: "s") else {
            return false
        }
        return document.bytes[range.upperBound - 2] != UInt8(ascii: "s")
    }
}
