/// What a tagger sees at a word: the words around it and the tags before it.
///
/// Source of the templates: those of Collins 2002 and Giménez and Màrquez 2004, chosen by measuring on UD
/// English EWT.
package struct TaggerContext {
    /// More features than any word has.
    package static let limit = 48

    private let traits: UnsafeBufferPointer<WordTraits>
    private let words: WordTable
    private var index = 0
    private var last: UInt64 = 0xFE
    private var lastButOne: UInt64 = 0xFF
    /// What is known of the tags of the word.
    package private(set) var known: KnownTags
    private var next: KnownTags
    private var nextButOne: KnownTags

    /// Stands at the first word of a sentence.
    package init(_ traits: UnsafeBufferPointer<WordTraits>, _ words: WordTable) {
        self.traits = traits
        self.words = words
        func lookUp(_ index: Int) -> KnownTags {
            KnownTags(bits: index < traits.count ? words.value(of: traits[index].word) : 0)
        }
        known = lookUp(0)
        next = lookUp(1)
        nextButOne = lookUp(2)
    }

    /// Goes on to the next word.
    @inline(__always)
    package mutating func advance(tagged tag: UInt8) {
        index &+= 1
        (lastButOne, last) = (last, UInt64(tag))
        (known, next) = (next, nextButOne)
        let ahead = index &+ 2
        nextButOne = KnownTags(
            bits: ahead < traits.count ? words.value(of: traits[ahead].word) : 0
        )
    }

    @inline(__always)
    private func word(_ offset: Int) -> WordTraits {
        let place = index &+ offset
        return place >= 0 && place < traits.count ? traits[place] : .none
    }

    /// Writes the features of the word and returns how many there are.
    @inline(__always)
    package func features(into keys: UnsafeMutableBufferPointer<UInt64>) -> Int {
        var list = FeatureList(keys)
        let (w, before, after) = (word(0), word(-1), word(1))
        let (before2, after2) = (word(-2), word(2))
        let flags = UInt64(w.style.rawValue & 7) | (index == 0 ? 256 : 0)
        list.add(0)
        list.add(w.word)
        list.add(w.cased)
        list.add(w.suffix(1))
        list.add(w.suffix(2))
        list.add(w.suffix(3))
        list.add(w.suffix(4))
        list.add(w.prefix(1))
        list.add(w.prefix(2))
        list.add(w.prefix(3))
        list.add(w.shape)
        list.add(w.outline, flags)
        list.add(last)
        list.add(last, lastButOne)
        list.add(last, w.word)
        list.add(last, lastButOne, w.word)
        list.add(last, after.word)
        list.add(last, w.suffix(3))
        list.add(before.word)
        list.add(before2.word)
        list.add(after.word)
        list.add(after2.word)
        list.add(before.suffix(3))
        list.add(after.suffix(3))
        list.add(before.word, w.word)
        list.add(w.word, after.word)
        list.add(before.outline, w.outline, after.outline)
        let (here, ahead) = (known.ambiguity, next.ambiguity)
        list.add(here)
        list.add(ahead)
        list.add(last, here)
        list.add(last, here, ahead)
        list.add(here, ahead)
        list.add(ahead, w.word)
        list.add(ahead, nextButOne.ambiguity)
        list.add(last, lastButOne, here)
        return list.count
    }
}
