/// The members of an object, under the keys of a type.
struct JSONObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let text: JSONText
    let members: [JSONMember]
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }

    func contains(_ key: Key) -> Bool { place(of: key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool {
        text[try known(key)] == UInt8(ascii: "n")
    }

    // One method for all types: it is the witness for each. So is the next.
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try JSONValue.decode(type, from: text, at: known(key))
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let place = place(of: key), text[place] != UInt8(ascii: "n") else { return nil }
        return try JSONValue.decode(type, from: text, at: place)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try value(of: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try value(of: key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        guard let key = Key(stringValue: "super") else { throw text.fault("no super", at: 0) }
        return try value(of: key)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try value(of: key) }

    private func value(of key: Key) throws -> JSONValue {
        JSONValue(text, at: try known(key))
    }

    private func place(of key: Key) -> Int? {
        let name = key.stringValue
        return members.first { $0.name == name }?.place
    }

    private func known(_ key: Key) throws -> Int {
        guard let place = place(of: key) else {
            throw DecodingError.keyNotFound(
                key,
                .init(codingPath: [], debugDescription: "no ‘\(key.stringValue)’")
            )
        }
        return place
    }
}
