internal import Foundation

/// A way to write characters as bytes, by the name that mail and pages give it.
///
/// Source: <https://encoding.spec.whatwg.org/#names-and-labels>; the conversion is the C library’s.
final class Charset {
    private let descriptor: iconv_t

    /// Opens the conversion; nil for a name that the system does not know.
    init?(_ name: String) {
        let label = name.trimmingEdges.lowercased()
        guard !label.isEmpty,
            label.utf8.allSatisfy({ $0.isLetterOrDigit || "-_.:".utf8.contains($0) }),
            let opened = iconv_open("UTF-8", Self.wider[label] ?? label),
            Int(bitPattern: opened) != -1
        else { return nil }
        descriptor = opened
    }

    deinit { iconv_close(descriptor) }

    /// Names that stand for a wider set than their own, since most texts that bear them use it.
    private static let wider = [
        "gb2312": "GB18030", "gbk": "GB18030", "iso-8859-9": "WINDOWS-1254",
        "ks_c_5601-1987": "UHC", "euc-kr": "UHC",
        "shift_jis": "CP932", "shift-jis": "CP932", "x-sjis": "CP932", "big5": "BIG5-HKSCS",
    ]

    /// Appends some bytes as UTF-8; what is no character becomes U+FFFD.
    ///
    /// - Returns: How many bytes were no character.
    func append(_ bytes: ArraySlice<UInt8>, to result: inout [UInt8]) -> Int {
        var damage = 0
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: 4096)
        iconv(descriptor, nil, nil, nil, nil)
        input.withUnsafeMutableBufferPointer { source in
            var next = source.baseAddress
            var left = source.count
            while left > 0 {
                var state = 0
                let made = output.withUnsafeMutableBufferPointer { target in
                    var out = target.baseAddress
                    var room = target.count
                    state = iconv(descriptor, &next, &left, &out, &room)
                    return target.count - room
                }
                result.append(contentsOf: output[0..<made].map { UInt8(bitPattern: $0) })
                guard state == -1, errno != E2BIG else { continue }
                damage += 1
                result.append(contentsOf: [0xEF, 0xBF, 0xBD])
                next = next?.advanced(by: 1)
                left -= 1
            }
        }
        return damage
    }
}

extension [UInt8] {
    /// The charset that a `meta` element of a page declares in the first 4,096 bytes.
    ///
    /// Four times what the standard looks through: archives put scripts of their own before a page's head.
    /// Source: <https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding>.
    var declaredCharset: String? {
        let head = String(decoding: prefix(4096), as: UTF8.self).lowercased()
        for tag in head.split(separator: "<") where tag.hasPrefix("meta") {
            guard let mark = tag.firstRange(of: "charset=") else { continue }
            let rest = tag[mark.upperBound...].drop { "\"' ".contains($0) }
            let name = String(rest.prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) })
            if !name.isEmpty { return name }
        }
        return nil
    }
}
