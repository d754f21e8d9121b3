import Diagnostics
import Records
import Testing

@testable import Corpus

struct LanguagesTests {
    private static let german = """
        Die Stadt hat am Montag beschlossen, dass der alte Hafen nicht verkauft wird. Der Rat stimmte mit \
        großer Mehrheit für den Plan, und die Arbeiten sollen noch in diesem Jahr beginnen. Wie die \
        Verwaltung mitteilte, ist das Geld aus dem Haushalt für die nächsten zwei Jahre schon da.
        """
    private static let french = """
        Le conseil de la ville a décidé lundi de ne pas vendre le vieux port. Les élus ont voté pour le plan \
        avec une large majorité, et les travaux doivent commencer dans le courant de l’année. Selon la \
        mairie, l’argent est prévu au budget pour les deux prochaines années, mais il ne suffira pas.
        """
    private static let english = """
        The town decided on Monday that the old harbour will not be sold. The council voted for the plan by \
        a large majority, and work is to begin this year. The money is in the budget for the next two years, \
        the mayor said, but it will not be enough for all of the quays that have to be mended.
        """

    private static let words = Result { try NewsWords() }

    @Test(
        arguments: [
            ("Die Welt, der Rat und die Stadt", nil),
            (german, "German"), (french, "French"), (english, nil),
            (english + " „" + german + "“", nil),
            (
                String(repeating: "Совет города решил не продавать порт. ", count: 3),
                "Cyrillic script"
            ),
            (String(repeating: "市议会星期一决定不出售旧港口。", count: 5), "Chinese"),
            (String(repeating: "市議会は月曜日に古い港を売らないと決めた。", count: 4), "Japanese"),
            (english + " “市议会星期一决定不出售旧港口。”", nil),
            (String(repeating: "Lund 2 Berg 1 Falk 0 Sund 3 ", count: 20), nil),
            ("", nil),
        ] as [(String, String?)]
    )
    func `a text is told to be in another language where nothing speaks for English`(
        text: String,
        language: String?
    ) throws {
        #expect(try Self.words.get().languages.other(text) == language)
    }

    @Test func `an article in another language is told and left out`() throws {
        let archive = try Archive(
            files: MemoryFileSystem(["de.txt": Self.german, "en.txt": Self.english])
        )
        let reading = archive.read(["de.txt", "en.txt"])
        #expect(reading.articles.map(\.id) == ["en.txt"])
        #expect(reading.diagnostics.map(\.code) == ["other-language"])
        #expect(reading.diagnostics.first?.summary.contains("German") == true)
    }
}
