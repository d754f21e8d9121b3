/// A name for a thing that is made from what the thing is, never from where it stands.
///
/// Forty bits: among 10 000 things of a type the chance of any two sharing a name is 0.005 %.
/// Source: FNV-1a of 64 bits, <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>, folded by
/// the finaliser of SplitMix64.
///
/// - Parameters:
///   - kind: The type, which the name starts with.
///   - parts: What makes the thing itself; the order counts.
/// - Returns: The type, a hyphen and ten hexadecimal digits.
public func stableID(_ kind: Fact.Kind, _ parts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
        for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3  // no UTF-8 text holds this byte
    }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    hash ^= hash >> 31
    let digits = String(hash >> 24, radix: 16)
    return "\(kind.rawValue)-" + String(repeating: "0", count: 10 - digits.count) + digits
}
