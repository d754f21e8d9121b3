extension [UInt8] {
    /// Whether bytes open as a message or a mailbox does: with a header that only mail has.
    var opensAsMail: Bool {
        var index = 0
        if starts(with: "From ".utf8) {
            guard let end = prefix(1000).firstIndex(of: 0x0A) else { return false }
            index = end + 1
        }
        var names: Set<String> = []
        // What stands within the first 64 kB tells; headers of mail lists are long.
        while index < Swift.min(count, 1 << 16) {
            let end = self[index...].firstIndex(of: 0x0A) ?? count
            let line = self[index..<end]
            index = end + 1
            if line.isEmpty || line.elementsEqual([0x0D]) { break }
            if line.first == 0x20 || line.first == 0x09 { continue }
            let name = line.prefix(80).prefix { $0 != UInt8(ascii: ":") }
            guard name.count < line.count,
                name.allSatisfy({ $0.isLetterOrDigit && $0 < 0x80 || $0 == UInt8(ascii: "-") })
            else { return false }
            names.insert(String(decoding: name, as: UTF8.self).lowercased())
        }
        if names.contains("mime-version") { return true }
        return names.contains("from") && names.contains("date")
            && !names.isDisjoint(with: ["message-id", "received", "to", "subject"])
    }
}
