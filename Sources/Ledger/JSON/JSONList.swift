/// The values of a list, one after the other.
struct JSONList: UnkeyedDecodingContainer {
    private let text: JSONText
    /// The place of the next value; nil behind the last.
    private var next: Int?
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var count: Int? { nil }
    var isAtEnd: Bool { next == nil }

    init(_ text: JSONText, at place: Int) throws {
        guard text[place] == UInt8(ascii: "[") else { throw text.fault("no list", at: place) }
        self.text = text
        let first = text.start(from: place + 1)
        next = text[first] == UInt8(ascii: "]") ? nil : first
    }

    mutating func decodeNil() throws -> Bool {
        guard let place = next, text[place] == UInt8(ascii: "n") else { return false }
        _ = try taken()
        return true
    }

    // One method for all types: it is the witness for each.
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try JSONValue.decode(type, from: text, at: taken())
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try JSONValue(text, at: taken()).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try JSONList(text, at: taken())
    }

    mutating func superDecoder() throws -> any Decoder {
        JSONValue(text, at: try taken())
    }

    /// The place of the next value, which is passed over.
    private mutating func taken() throws -> Int {
        guard let place = next else { throw text.fault("too few values in a list", at: 0) }
        next = try text.next(behind: text.end(from: place), closing: UInt8(ascii: "]"))
        currentIndex += 1
        return place
    }
}
