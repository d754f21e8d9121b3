internal import CGumbo
internal import Foundation

extension HTMLTree {
    /// What an element's attributes say about it: class, id, role, and whether it is shown.
    borrowing func effect(of index: Int, words: NewsWords) -> ClassTable.Effect? {
        // The names of a whole page tell what may stand on it.
        let tag = nodes[index].tag
        guard tag != GUMBO_TAG_BODY, tag != GUMBO_TAG_HTML else { return nil }
        var strongest: ClassTable.Effect?
        forEachAttribute(of: index) { name, value in
            let found: ClassTable.Effect?
            if strcmp(name, "class") == 0 || strcmp(name, "id") == 0 {
                found = words.classes.effect(of: value)
            } else if strcmp(name, "hidden") == 0 {
                found = .drop
            } else if strcmp(name, "aria-hidden") == 0 {
                found = value.equals("true") ? .drop : nil
            } else if strcmp(name, "role") == 0 {
                found = Self.unreadRoles.contains(where: value.equals) ? .drop : nil
            } else if strcmp(name, "style") == 0 {
                found = value.hidesByStyle ? .drop : nil
            } else {
                found = nil
            }
            guard let found else { return }
            if strongest == nil || strongest == .content || found == .comments
                || found == .drop && strongest != .comments
            {
                strongest = found
            }
        }
        return strongest
    }

    /// Roles of what is no article.
    ///
    /// Source: <https://www.w3.org/TR/wai-aria-1.2/#landmark_roles>.
    private static let unreadRoles: [StaticString] = [
        "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu",
    ]
}

extension UnsafePointer<UInt8> {
    /// Whether a C string equals a word.
    fileprivate func equals(_ word: StaticString) -> Bool {
        strlen(characters) == word.utf8CodeUnitCount
            && memcmp(word.utf8Start, self, word.utf8CodeUnitCount) == 0
    }

    private var characters: UnsafePointer<CChar> {
        UnsafeRawPointer(self).assumingMemoryBound(to: CChar.self)
    }

    /// Whether a style holds “display:none”, spaces aside.
    fileprivate var hidesByStyle: Bool {
        guard strstr(characters, "display") != nil else { return false }
        let style = String(cString: self)
        return style.filter { $0 != " " }.lowercased().containsBytes("display:none")
    }
}
