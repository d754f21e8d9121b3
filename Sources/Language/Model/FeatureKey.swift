/// A feature of a word in its sentence as a 64-bit number: the template that made it and what it saw.
///
/// Each step multiplies and folds, as in the finaliser of MurmurHash3.
/// Source: <https://github.com/aappleby/smhasher/wiki/MurmurHash3>; the factor is 2⁶⁴ divided by the
/// golden ratio.
package struct FeatureKey {
    /// The number.
    package private(set) var value: UInt64

    /// Begins a key.
    @inline(__always)
    init(_ template: Int) {
        value = UInt64(truncatingIfNeeded: template &+ 1) &* 0xD6E8_FEB8_6659_FD93
    }

    /// The key with one thing more that the template saw.
    @inline(__always)
    func with(_ part: UInt64) -> FeatureKey {
        var next = self
        next.value = (value ^ part) &* 0x9E37_79B9_7F4A_7C15
        next.value ^= next.value &>> 32
        return next
    }

    /// The key with one thing more that the template saw.
    @inline(__always)
    func with(_ part: some FixedWidthInteger) -> FeatureKey {
        with(UInt64(truncatingIfNeeded: part))
    }
}

/// The features of one decision, as they are gathered.
package struct FeatureList {
    private let keys: UnsafeMutablePointer<UInt64>
    /// The number of features so far.
    package private(set) var count = 0

    /// Begins a list in memory that is long enough for all templates.
    @inline(__always)
    init(_ keys: UnsafeMutableBufferPointer<UInt64>) {
        guard let start = keys.baseAddress else { preconditionFailure("no memory for features") }
        self.keys = start
    }

    /// Adds a feature of the next template.
    @inline(__always)
    mutating func add(_ a: UInt64) {
        keys[count] = FeatureKey(count).with(a).value
        count &+= 1
    }

    /// Adds a feature of the next template.
    @inline(__always)
    mutating func add(_ a: UInt64, _ b: UInt64) {
        keys[count] = FeatureKey(count).with(a).with(b).value
        count &+= 1
    }

    /// Adds a feature of the next template.
    @inline(__always)
    mutating func add(_ a: UInt64, _ b: UInt64, _ c: UInt64) {
        keys[count] = FeatureKey(count).with(a).with(b).with(c).value
        count &+= 1
    }

    /// Adds a feature of the next template.
    @inline(__always)
    mutating func add(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
        keys[count] = FeatureKey(count).with(a).with(b).with(c).with(d).value
        count &+= 1
    }

    /// Adds a feature of a template of its own number.
    ///
    /// For templates that not every decision has, or that a decision may have more than once.
    @inline(__always)
    mutating func add(template: Int, _ a: UInt64, _ b: UInt64 = 0) {
        keys[count] = FeatureKey(template).with(a).with(b).value
        count &+= 1
    }
}
