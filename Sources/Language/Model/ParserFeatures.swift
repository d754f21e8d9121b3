/// A word as the templates see it: the word, its tag, and both in one.
private struct View {
    let word: UInt64
    let tag: UInt64
    let both: UInt64

    @inline(__always)
    init(_ node: borrowing ParserState.Node) {
        word = node.word
        tag = UInt64(node.tag) | 0x100
        both = FeatureKey(0).with(node.word).with(tag).value
    }
}

extension ParserState {
    /// More features than any state has.
    package static let featureLimit = 96

    /// Writes the features of the state and returns how many there are.
    ///
    /// s0, s1 and s2 are the top of the stack and what lies below, n0, n1 and n2 the words to come.
    ///
    /// Source of the templates: Zhang and Nivre 2011, <https://aclanthology.org/P11-2033/>, without those
    /// that did not help on UD English EWT.
    package func features(into keys: UnsafeMutableBufferPointer<UInt64>) -> Int {
        var list = FeatureList(keys)
        let (s0, s1, s2) = (stacked(0), stacked(1), stacked(2))
        let top = node(s0)
        let below = node(s1)
        let front = node(next)
        let second = next < count ? node(next &+ 1) : Node()
        let third = next &+ 1 < count ? node(next &+ 2) : Node()
        let (a, b, n, m) = (View(top), View(below), View(front), View(second))
        let (lower, far) = (UInt64(node(s2).tag) | 0x100, UInt64(third.tag) | 0x100)
        addWords(&list, a, b, n, m, lower, far)
        addChildren(&list, top, below, front, (a, b, n))
        addCounts(&list, top, below, front, (a, b, n), s0)
        list.add(
            UInt64(below.part) | UInt64(top.part) << 8 | UInt64(front.part) << 16
                | UInt64(second.part) << 24
        )
        return list.count
    }

    @inline(__always)
    private func addWords(
        _ list: inout FeatureList,
        _ a: View,
        _ b: View,
        _ n: View,
        _ m: View,
        _ lower: UInt64,
        _ far: UInt64
    ) {
        list.add(a.both)
        list.add(a.tag)
        list.add(n.both)
        list.add(n.tag)
        list.add(m.tag)
        list.add(m.both)
        list.add(far)
        list.add(b.tag)
        list.add(b.both)
        list.add(lower)
        list.add(a.both, n.both)
        list.add(a.both, n.tag)
        list.add(a.tag, n.both)
        list.add(a.word, n.tag)
        list.add(a.tag, n.word)
        list.add(a.tag, n.tag)
        list.add(n.tag, m.tag)
        list.add(b.word, a.word)
        list.add(b.tag, a.tag)
        list.add(b.tag, a.word)
        list.add(b.tag, a.tag, n.tag)
        list.add(b.word, a.tag, n.tag)
        list.add(b.tag, a.word, n.tag)
        list.add(n.tag, m.tag, far)
        list.add(a.tag, n.tag, m.tag)
        list.add(a.tag, n.tag, m.tag, far)
        list.add(lower, b.tag, a.tag)
    }

    @inline(__always)
    private func addChildren(
        _ list: inout FeatureList,
        _ top: Node,
        _ below: Node,
        _ front: Node,
        _ views: (a: View, b: View, n: View)
    ) {
        let (a, b, n) = views
        let (al, ar) = (node(Int(top.first)), node(Int(top.last)))
        let (bl, br) = (node(Int(below.first)), node(Int(below.last)))
        let nl = node(Int(front.first))
        let (tal, tar) = (UInt64(al.tag), UInt64(ar.tag))
        let (tbl, tbr, tnl) = (UInt64(bl.tag), UInt64(br.tag), UInt64(nl.tag))
        list.add(a.tag, tal, n.tag)
        list.add(a.tag, tar, n.tag)
        list.add(a.tag, n.tag, tnl)
        list.add(b.tag, tbr, a.tag)
        list.add(b.tag, tbl, a.tag)
        list.add(b.tag, a.tag, tal)
        list.add(b.tag, a.tag, tar)
        list.add(al.word)
        list.add(ar.word)
        list.add(bl.word)
        list.add(br.word)
        list.add(nl.word)
        let (lal, lar) = (UInt64(al.label), UInt64(ar.label))
        let (lbl, lbr, lnl) = (UInt64(bl.label), UInt64(br.label), UInt64(nl.label))
        list.add(tal, lal)
        list.add(tar, lar)
        list.add(tbl, lbl)
        list.add(tbr, lbr)
        list.add(tnl, lnl)
        let (al2, ar2) = (node(Int(top.second)), node(Int(top.lastButOne)))
        let nl2 = node(Int(front.second))
        list.add(a.tag, tal, UInt64(al2.tag))
        list.add(a.tag, tar, UInt64(ar2.tag))
        list.add(n.tag, tnl, UInt64(nl2.tag))
        list.add(a.tag, lal, UInt64(al2.label))
        list.add(a.tag, lar, UInt64(ar2.label))
        list.add(n.tag, lnl, UInt64(nl2.label))
        list.add(a.word, lal, n.tag)
        list.add(a.word, lar, n.tag)
        list.add(b.word, lbr, a.tag)
        list.add(b.word, al.word)
    }

    @inline(__always)
    private func addCounts(
        _ list: inout FeatureList,
        _ top: Node,
        _ below: Node,
        _ front: Node,
        _ views: (a: View, b: View, n: View),
        _ s0: Int
    ) {
        let (a, b, n) = views
        let distance = s0 < 0 ? 0 : Self.bucket(next &- s0)
        let inner = s0 < 0 ? 0 : Self.bucket(s0 &- stacked(1))
        list.add(a.word, distance)
        list.add(a.tag, distance)
        list.add(n.word, distance)
        list.add(n.tag, distance)
        list.add(a.word, n.word, distance)
        list.add(a.tag, n.tag, distance)
        list.add(a.tag, b.tag, inner)
        list.add(a.word, UInt64(top.rightCount))
        list.add(a.tag, UInt64(top.rightCount))
        list.add(a.word, UInt64(top.leftCount))
        list.add(a.tag, UInt64(top.leftCount))
        list.add(n.word, UInt64(front.leftCount))
        list.add(n.tag, UInt64(front.leftCount))
        list.add(b.word, UInt64(below.rightCount))
        list.add(b.tag, UInt64(below.rightCount))
    }

    /// A distance in words as one of seven classes.
    @inline(__always)
    private static func bucket(_ distance: Int) -> UInt64 {
        switch distance {
        case ..<5: UInt64(truncatingIfNeeded: distance)
        case ..<7: 5
        case ..<11: 6
        default: 7
        }
    }
}
