/// What a finder of names sees at a word: the words around it, the run of capitalised words it stands in, what the
/// lexicons say of it, and what the document has told so far.
///
/// Source of the templates: Ratinov and Roth 2009, <https://aclanthology.org/W09-1119/>.
package struct NameContext {
    /// More features than any word has.
    package static let limit = 160

    private let traits: UnsafeBufferPointer<WordTraits>
    private let tags: UnsafeBufferPointer<UInt8>
    private let words: WordTable
    private var index = 0
    /// Where the word before stands in a name.
    package private(set) var last: UInt8 = NamePart.outside
    private var lastButOne: UInt8 = NamePart.outside
    /// Half the words or more are capitalised: a heading.
    private let isHeading: Bool
    /// The run of capitalised words around the word, which may be empty.
    private var run = 0..<0
    /// What the lexicons say of any word of the run.
    private var runHints: UInt32 = 0

    /// Stands at the first word of a sentence.
    package init(
        _ traits: UnsafeBufferPointer<WordTraits>,
        tags: UnsafeBufferPointer<UInt8>,
        _ words: WordTable
    ) {
        self.traits = traits
        self.tags = tags
        self.words = words
        let capitalised = traits.count { $0.style.contains(.capitalised) }
        isHeading = traits.count > 3 && capitalised * 2 >= traits.count
        findRun(at: 0)
    }

    /// Goes on to the next word.
    @inline(__always)
    package mutating func advance(tagged part: UInt8) {
        index &+= 1
        (lastButOne, last) = (last, part)
        if index >= run.upperBound { findRun(at: index) }
    }

    /// Finds the run of capitalised words that begins at a word.
    @inline(__always)
    private mutating func findRun(at start: Int) {
        var end = start
        runHints = 0
        while end < traits.count, traits[end].style.contains(.capitalised) {
            runHints |= words.value(of: traits[end].word)
            end &+= 1
        }
        run = start..<end
    }

    /// Whether the word is outside of names without asking: it is written small, and the training
    /// text knows it well and never within a name.
    @inline(__always)
    package var isPlain: Bool {
        guard !NamePart.isOpen(last) else { return false }
        let word = traits[index]
        return !word.style.contains(.capitalised)
            && words.value(of: word.word) & NameHints.plain.rawValue != 0
    }

    @inline(__always)
    private func word(_ offset: Int) -> WordTraits {
        let place = index &+ offset
        return place >= 0 && place < traits.count ? traits[place] : .none
    }

    @inline(__always)
    private func tag(_ offset: Int) -> UInt64 {
        let place = index &+ offset
        return place >= 0 && place < tags.count ? UInt64(tags[place]) : 0xFF
    }

    /// Writes the features of the word and returns how many there are.
    package func features(
        _ memory: borrowing NameMemory,
        usesMemory: Bool,
        into keys: UnsafeMutableBufferPointer<UInt64>
    ) -> Int {
        var list = FeatureList(keys)
        let (w, before, after) = (word(0), word(-1), word(1))
        let (before2, after2) = (word(-2), word(2))
        let flags: UInt64 = (index == 0 ? 1 : 0) | (isHeading ? 2 : 0)
        let (t1, t2) = (UInt64(last), UInt64(lastButOne))
        list.add(flags)
        list.add(w.word)
        list.add(w.cased)
        list.add(w.suffix(2))
        list.add(w.suffix(3))
        list.add(w.suffix(4))
        list.add(w.prefix(2))
        list.add(w.prefix(3))
        list.add(w.prefix(4))
        list.add(w.shape)
        list.add(w.outline)
        list.add(w.outline, flags)
        list.add(w.word, flags)
        list.add(before2.word)
        list.add(before.word)
        list.add(after.word)
        list.add(after2.word)
        list.add(before.suffix(3), w.outline)
        list.add(after.suffix(3), w.outline)
        list.add(before2.outline, before.outline)
        list.add(before.outline)
        list.add(after.outline)
        list.add(after.outline, after2.outline)
        list.add(before.outline, w.outline, after.outline)
        list.add(before.word, w.word)
        list.add(w.word, after.word)
        list.add(before.word, w.outline)
        list.add(after.word, w.outline)
        list.add(before2.word, before.word, w.outline)
        list.add(after.word, after2.word, w.outline)
        list.add(t1)
        list.add(t1, t2)
        list.add(t1, w.word)
        list.add(t1, w.outline, flags)
        list.add(t1, before.word)
        list.add(t1, after.word)
        list.add(t1, w.suffix(3))
        list.add(t1, after.outline)
        addTags(&list, t1, w)
        addHints(&list, t1, w, before, after)
        if usesMemory { addMemory(&list, memory, t1, w, before, after) }
        if w.style.contains(.capitalised) { addRun(&list, t1, flags) }
        addFarWords(&list)
        return list.count
    }

    @inline(__always)
    private func addHints(
        _ list: inout FeatureList,
        _ t1: UInt64,
        _ w: WordTraits,
        _ before: WordTraits,
        _ after: WordTraits
    ) {
        let here = words.value(of: w.word)
        let (left, right) = (words.value(of: before.word), words.value(of: after.word))
        list.add(template: 40, UInt64(here), w.outline)
        list.add(template: 41, UInt64(left), before.outline)
        list.add(template: 42, UInt64(right), after.outline)
        list.add(template: 43, UInt64(here) | t1 << 32, w.outline)
        list.add(template: 44, UInt64(here) | UInt64(right) << 32, w.outline ^ after.outline &<< 1)
        list.add(template: 45, UInt64(here) | UInt64(left) << 32, w.outline ^ before.outline &<< 1)
        var bits = here & NameHints.kinds
        while bits != 0 {
            list.add(template: 46, UInt64(bits.trailingZeroBitCount), w.outline)
            bits &= bits &- 1
        }
        bits = left & NameHints.kinds
        while bits != 0 {
            list.add(template: 47, UInt64(bits.trailingZeroBitCount), w.outline)
            bits &= bits &- 1
        }
        bits = right & NameHints.kinds
        while bits != 0 {
            list.add(template: 48, UInt64(bits.trailingZeroBitCount), w.outline)
            bits &= bits &- 1
        }
    }

    @inline(__always)
    private func addTags(_ list: inout FeatureList, _ t1: UInt64, _ w: WordTraits) {
        let (before, here, after) = (tag(-1), tag(0), tag(1))
        list.add(template: 80, here, w.outline)
        list.add(template: 81, here, t1)
        list.add(template: 82, here | before << 8, w.outline)
        list.add(template: 83, here | after << 8, w.outline)
        list.add(template: 84, here | before << 8 | after << 16)
        list.add(template: 85, here | before << 8 | tag(-2) << 16)
        list.add(template: 86, here | after << 8 | tag(2) << 16)
        list.add(template: 87, here | t1 << 8, w.word)
    }

    @inline(__always)
    private func addMemory(
        _ list: inout FeatureList,
        _ memory: borrowing NameMemory,
        _ t1: UInt64,
        _ w: WordTraits,
        _ before: WordTraits,
        _ after: WordTraits
    ) {
        let here = memory.recall(w.word)
        list.add(template: 50, here, w.outline)
        list.add(template: 51, here | t1 << 8, w.outline)
        list.add(template: 52, memory.recall(before.word), w.outline)
        list.add(template: 53, memory.recall(after.word) | here << 8, w.outline)
    }

    @inline(__always)
    private func addRun(_ list: inout FeatureList, _ t1: UInt64, _ flags: UInt64) {
        let first = traits[run.lowerBound]
        let final = traits[run.upperBound &- 1]
        let outer = run.lowerBound > 0 ? traits[run.lowerBound &- 1].word : 2
        let behind = run.upperBound < traits.count ? traits[run.upperBound].word : 3
        let position = UInt64(min(index &- run.lowerBound, 3))
        let length = UInt64(min(run.count, 5))
        list.add(template: 60, first.word, position)
        list.add(template: 61, final.word, length &- position)
        list.add(template: 62, outer, position)
        list.add(template: 63, behind, length &- position)
        list.add(template: 64, length | position << 8 | flags << 16)
        list.add(template: 65, UInt64(words.value(of: final.word)), length &- position)
        list.add(template: 66, UInt64(words.value(of: first.word)), position)
        list.add(template: 67, final.suffix(3), length &- position)
        list.add(template: 68, length | position << 8 | t1 << 16)
        var signs = runHints & NameHints.signs
        while signs != 0 {
            let sign = UInt64(signs.trailingZeroBitCount)
            list.add(template: 69, sign, position)
            list.add(template: 72, sign, traits[index].outline)
            signs &= signs &- 1
        }
    }

    @inline(__always)
    private func addFarWords(_ list: inout FeatureList) {
        list.add(template: 70, word(-3).word)
        list.add(template: 70, word(-4).word)
        list.add(template: 71, word(3).word)
        list.add(template: 71, word(4).word)
    }
}

/// What lexicons and the training text say of a word that may be part of a name.
package struct NameHints: OptionSet, Sendable {
    /// The bits.
    package let rawValue: UInt32

    /// Makes hints from their bits.
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The name of a country, or one of its words.
    package static let country = NameHints(rawValue: 1)
    package static let countryPart = NameHints(rawValue: 2)
    /// The adjective or the people of a country.
    package static let demonym = NameHints(rawValue: 4)
    /// A capital or seat of government.
    package static let seat = NameHints(rawValue: 8)
    /// A given name.
    package static let givenName = NameHints(rawValue: 16)
    /// A word within personal names: von, bin.
    package static let particle = NameHints(rawValue: 32)
    /// A title before or behind a name.
    package static let title = NameHints(rawValue: 64)
    /// A word that makes a name that of an organisation: ministry, corporation.
    package static let organisationHead = NameHints(rawValue: 128)
    /// An organisation of one word, or a word of its name.
    package static let organisation = NameHints(rawValue: 256)
    package static let organisationPart = NameHints(rawValue: 512)
    /// A place of one word, or a word of its name.
    package static let place = NameHints(rawValue: 1024)
    package static let placePart = NameHints(rawValue: 2048)
    /// The last word of a person's name, or another.
    package static let familyName = NameHints(rawValue: 4096)
    package static let otherName = NameHints(rawValue: 8192)
    /// A group of people or its name.
    package static let group = NameHints(rawValue: 16384)
    /// A city of some size.
    package static let city = NameHints(rawValue: 32768)
    /// Written small it is never part of a name.
    package static let plain = NameHints(rawValue: 1 << 31)

    /// What tells of the kind of a name wherever in it the word stands.
    ///
    /// Source: by measuring on thirds of the training text held out.
    package static let signs: UInt32 =
        demonym.rawValue | givenName.rawValue | title.rawValue | organisationHead.rawValue
        | place.rawValue

    /// All that lexicons say.
    package static let kinds: UInt32 = 0xFFFF
}
