internal import Foundation

/// A value of JSON that is decoded where it stands, several times as fast as Foundation’s decoder does it:
/// an edition decodes thousands.
///
/// An object is gone over once, and nothing is made of what is not asked for. A class, since a record asks for
/// the members of its object three times.
final class JSONValue: Decoder {
    let text: JSONText
    /// Where the value begins.
    let place: Int
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    private var known: [JSONMember]?

    init(_ text: JSONText, at place: Int) {
        (self.text, self.place) = (text, place)
    }

    /// Decodes a whole text.
    static func decode<Value: Decodable>(_ type: Value.Type, from json: String) throws -> Value {
        var json = json
        return try json.withUTF8 { bytes in
            let text = JSONText(bytes: bytes)
            let place = text.start(from: 0)
            let end = text.start(from: try text.end(from: place))
            guard end == bytes.count else {
                throw text.fault("something behind the value", at: end)
            }
            return try decode(type, from: text, at: place)
        }
    }

    /// Decodes the value at a place.
    static func decode<Value: Decodable>(
        _ type: Value.Type,
        from text: JSONText,
        at place: Int
    ) throws -> Value {
        if let plain = try plain(type, from: text, at: place) { return plain }
        return try Value(from: JSONValue(text, at: place))
    }

    /// Decodes a text, number or truth value; nil where the type is none.
    fileprivate static func plain<Value: Decodable>(
        _ type: Value.Type,
        from text: JSONText,
        at place: Int
    ) throws -> Value? {
        if type == String.self { return try text.string(at: place) as? Value }
        let literal: Any?
        if type == Int.self {
            literal = Int(try text.literal(at: place))
        } else if type == Double.self {
            literal = Double(try text.literal(at: place))
        } else if type == Bool.self {
            literal = Bool(try text.literal(at: place))
        } else if type == Decimal.self {
            literal = Decimal(string: try text.literal(at: place))
        } else {
            return nil
        }
        guard let value = literal as? Value else { throw text.fault("no \(type)", at: place) }
        return value
    }

    /// The members of the object.
    func members() throws -> [JSONMember] {
        if let known { return known }
        guard text[place] == UInt8(ascii: "{") else { throw text.fault("no object", at: place) }
        var members: [JSONMember] = []
        var next: Int? = text.start(from: place + 1)
        if next.map({ text[$0] == UInt8(ascii: "}") }) == true { next = nil }
        while let name = next {
            let colon = text.start(from: try text.end(from: name))
            guard text[colon] == UInt8(ascii: ":") else { throw text.fault("no colon", at: colon) }
            let value = text.start(from: colon + 1)
            members.append(JSONMember(name: try text.string(at: name), place: value))
            next = try text.next(behind: text.end(from: value), closing: UInt8(ascii: "}"))
        }
        known = members
        return members
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(JSONObject(text: text, members: try members()))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try JSONList(text, at: place)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }
}

extension JSONValue: SingleValueDecodingContainer {
    func decodeNil() -> Bool { text[place] == UInt8(ascii: "n") }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let plain = try Self.plain(type, from: text, at: place) { return plain }
        // A number of another width would ask for itself again and again.
        guard let width = type as? any FixedWidthInteger.Type else { return try Value(from: self) }
        guard let value = width.init(try text.literal(at: place), radix: 10) as? Value else {
            throw text.fault("no \(type)", at: place)
        }
        return value
    }
}

/// A member of an object: its name and where its value begins.
struct JSONMember {
    var name: String
    var place: Int
}
