/// A sentence that is being parsed: a stack, the words still to come, and the relations found so far.
///
/// The transitions are those of arc-hybrid: `shift` moves the next word to the stack; `left` makes the top of the
/// stack depend on the next word, `right` on the word below it in the stack, and both take it off. The
/// root stands behind the last word and takes exactly one.
///
/// Source: Kuhlmann, Gómez-Rodríguez and Satta 2011, <https://aclanthology.org/P11-1068/>.
package struct ParserState: ~Copyable {
    /// What a word is in the relations found so far; −1 where there is no such word.
    struct Node {
        var word: UInt64 = 0
        var tag: UInt8 = 0
        var part: UInt8 = 0
        /// The relation to the head plus 1; 0 as long as there is none.
        fileprivate(set) var label: UInt8 = 0
        fileprivate(set) var head: Int32 = -1
        var first: Int32 = -1
        var second: Int32 = -1
        var last: Int32 = -1
        var lastButOne: Int32 = -1
        var leftCount: UInt8 = 0
        var rightCount: UInt8 = 0
    }

    /// A step of the parser.
    package enum Transition: Hashable, Sendable {
        case shift
        case left(UInt8)
        case right(UInt8)

        /// The transition that a class of the classifier stands for.
        @inline(__always)
        package init(class index: Int, relations: Int) {
            if index == 0 {
                self = .shift
            } else if index <= relations {
                self = .left(UInt8(truncatingIfNeeded: index &- 1))
            } else {
                self = .right(UInt8(truncatingIfNeeded: index &- 1 &- relations))
            }
        }

        /// The class of the classifier that stands for the transition.
        package func index(relations: Int) -> Int {
            switch self {
            case .shift: 0
            case .left(let label): 1 + Int(label)
            case .right(let label): 1 + relations + Int(label)
            }
        }
    }

    /// The words; the root is the last node.
    private var nodes: UnsafeMutableBufferPointer<Node>
    private var stack: UnsafeMutableBufferPointer<Int32>
    /// The number of words.
    package private(set) var count = 0
    /// The number of words on the stack.
    package private(set) var depth = 0
    /// The next word; `count` when only the root is left.
    package private(set) var next = 0

    /// Makes room for a sentence; more is made when a longer one comes.
    package init() {
        nodes = .allocate(capacity: 128)
        stack = .allocate(capacity: 128)
    }

    deinit {
        nodes.deallocate()
        stack.deallocate()
    }

    /// Begins a sentence.
    ///
    /// - Parameters:
    ///   - traits: The words.
    ///   - tags: The indices of their tags.
    ///   - parts: The part of speech of each tag.
    package mutating func begin(
        _ traits: UnsafeBufferPointer<WordTraits>,
        tags: UnsafeBufferPointer<UInt8>,
        parts: [UInt8]
    ) {
        count = traits.count
        (depth, next) = (0, 0)
        if nodes.count <= count {
            nodes.deallocate()
            stack.deallocate()
            nodes = .allocate(capacity: count * 2)
            stack = .allocate(capacity: count * 2)
        }
        for index in 0..<count {
            nodes.initializeElement(
                at: index,
                to: Node(word: traits[index].word, tag: tags[index], part: parts[Int(tags[index])])
            )
        }
        nodes.initializeElement(at: count, to: Node(word: 1, tag: 0xFE, part: 0xFE))
    }

    /// Whether the sentence is parsed: the root alone is left.
    @inline(__always)
    package var isFinal: Bool { depth == 0 && next == count }

    /// Whether words can still be moved to the stack.
    @inline(__always)
    package var allowsShift: Bool { next < count }

    /// Whether the top of the stack can depend on the next word; on the root only as the last one.
    @inline(__always)
    package var allowsLeft: Bool { depth > 0 && (next < count || depth == 1) }

    /// Whether the top of the stack can depend on the word below it.
    @inline(__always)
    package var allowsRight: Bool { depth > 1 }

    /// A word of the stack, 0 being the top; −1 where there is none.
    @inline(__always)
    package func stacked(_ below: Int) -> Int {
        below < depth ? Int(stack[depth &- 1 &- below]) : -1
    }

    /// Whether a word before the next one waits on the stack.
    @inline(__always)
    package func isStacked(_ word: Int) -> Bool { nodes[word].head < 0 }

    /// The head of a word, the number of words for the root, and the index of the relation to it.
    @inline(__always)
    package func arc(of word: Int) -> (head: Int, label: UInt8) {
        (Int(nodes[word].head), nodes[word].label &- 1)
    }

    /// A node.
    @inline(__always)
    func node(_ index: Int) -> Node { index < 0 ? Node() : nodes[index] }

    /// Takes a step, which the state must allow.
    @inline(__always)
    package mutating func take(_ transition: Transition) {
        switch transition {
        case .shift:
            stack[depth] = Int32(truncatingIfNeeded: next)
            depth &+= 1
            next &+= 1
        case .left(let label):
            attach(stacked(0), to: next, label)
            depth &-= 1
        case .right(let label):
            attach(stacked(0), to: stacked(1), label)
            depth &-= 1
        }
    }

    @inline(__always)
    private mutating func attach(_ word: Int, to head: Int, _ label: UInt8) {
        nodes[word].head = Int32(truncatingIfNeeded: head)
        nodes[word].label = label &+ 1
        let place = Int32(truncatingIfNeeded: word)
        // Arc-hybrid attaches from the inside outwards on both sides.
        if word < head {
            nodes[head].second = nodes[head].first
            nodes[head].first = place
            if nodes[head].leftCount < 7 { nodes[head].leftCount &+= 1 }
        } else {
            nodes[head].lastButOne = nodes[head].last
            nodes[head].last = place
            if nodes[head].rightCount < 7 { nodes[head].rightCount &+= 1 }
        }
    }
}
