/// A message or one part of it: what its header says and where its body lies.
///
/// Source: RFC 5322 and RFC 2045.
struct MailPart: Hashable, Sendable {
    /// Values by names in lower case; of a name that comes twice the first.
    private(set) var headers: [String: String] = [:]
    /// Where the body lies in the file, in bytes.
    private(set) var body: Range<Int>

    /// The most headers that are read.
    static let mostHeaders = 500

    /// Reads the header that a range opens with.
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        var index = range.lowerBound
        var name = ""
        var value: [UInt8] = []
        var count = 0
        func put(_ headers: inout [String: String]) {
            guard !name.isEmpty, headers[name] == nil else { return }
            headers[name] = String(decoding: value, as: UTF8.self)
        }
        body = range.upperBound..<range.upperBound
        while index < range.upperBound {
            let end = bytes[index..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
            var line = bytes[index..<end]
            if line.last == 0x0D { line = line.dropLast() }
            let next = min(end + 1, range.upperBound)
            if line.isEmpty {
                body = next..<range.upperBound
                break
            }
            if line.first == 0x20 || line.first == 0x09 {
                // Values are cut where no sound mail goes on.
                if value.count < 1 << 16 { value += [0x20] + line.drop(while: \.isSpace) }
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), count < Self.mostHeaders {
                put(&headers)
                count += 1
                name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
                value = Array(line[(colon + 1)...].drop(while: \.isSpace).prefix(1 << 16))
            }
            index = next
        }
        put(&headers)
    }

    /// The kind of content, such as text/html; plain text where the header does not say.
    var contentType: String {
        let value = headers["content-type"] ?? "text/plain"
        return String(value.prefix { $0 != ";" }).trimmingEdgesOfHeader.lowercased()
    }

    /// Whether the part is a file that was sent along.
    var isAttachment: Bool {
        headers["content-disposition"]?.lowercased().hasPrefix("attachment") == true
    }

    /// A parameter of the content type: charset, boundary.
    func parameter(_ name: String) -> String? {
        guard let value = headers["content-type"] else { return nil }
        for part in value.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, String(pair[0]).trimmingEdgesOfHeader.lowercased() == name else {
                continue
            }
            return String(pair[1]).trimmingEdgesOfHeader.trimmingQuotes
        }
        return nil
    }

    /// The ranges of the parts between the lines of a boundary.
    func parts(in bytes: [UInt8], most: Int) throws(ReadingError) -> [Range<Int>] {
        guard let boundary = parameter("boundary"), !boundary.isEmpty else { return [] }
        let mark = Array("--\(boundary)".utf8)
        var parts: [Range<Int>] = []
        var start: Int?
        var index = body.lowerBound
        while index < body.upperBound {
            let end = bytes[index..<body.upperBound].firstIndex(of: 0x0A) ?? body.upperBound
            let rest = bytes[index..<end].dropFirst(mark.count)
            let isEdge =
                bytes[index..<end].starts(with: mark)
                && (rest.starts(with: "--".utf8) || rest.allSatisfy(\.isSpace))
            if isEdge {
                if let start, start < index { parts.append(start..<index) }
                guard parts.count <= most else { throw .tooManyParts(limit: most) }
                if rest.starts(with: "--".utf8) { return parts }
                start = min(end + 1, body.upperBound)
            }
            index = end + 1
        }
        // The last part of a message that was cut off has no line behind it.
        if let start, start < body.upperBound { parts.append(start..<body.upperBound) }
        return parts
    }
}

extension String {
    /// The string without white space around it.
    var trimmingEdgesOfHeader: String {
        var part = Substring(self)
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }

    fileprivate var trimmingQuotes: String {
        guard utf8.count >= 2, hasPrefix("\""), hasSuffix("\"") else { return self }
        return String(dropFirst().dropLast())
    }
}
