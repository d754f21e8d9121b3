import Corpus
import Diagnostics
import Records
import Testing

@Suite struct JSONTests {
    func reading(_ text: String, path: String = "a.json") throws -> Reading {
        let archive = try Archive(
            files: MemoryFileSystem(),
            today: Day(year: 2026, month: 1, day: 31)
        )
        return archive.articles(in: Array(text.utf8), path: path)
    }

    static let words =
        #"The council of Port Ellery \u201cbought\u201d the old pier on Thursday.\n\nRepairs begin in March."#

    @Test(arguments: [
        #"{"title":"Council buys pier","maintext":"\#(words)","authors":["Mara Lindqvist"],"date_publish":"2026-01-09 08:15:00","source_domain":"courier.example","url":"https://courier.example/pier","language":"en"}"#,
        #"{"title":"Council buys pier","author":"Mara Lindqvist","date":"2026-01-09","hostname":"courier.example","text":"\#(words)","source":"https://courier.example/pier","fingerprint":[1,{"a":null}]}"#,
        #"[{"text":"\#(words)","title":"Council buys pier","authors":["Mara Lindqvist"],"publish_date":1767946500,"meta_lang":"en","url":"https://courier.example/pier","images":["x"]}]"#,
        #"{"status":"ok","articles":[{"source":{"id":null,"name":"Ellery Courier"},"author":"Mara Lindqvist","title":"Council buys pier","description":"Short.","content":"\#(words)","publishedAt":"2026-01-09T08:15:00Z"}]}"#,
        #"{"version":"https://jsonfeed.org/version/1.1","title":"Ellery Courier","items":[{"id":"1","title":"Council buys pier","content_html":"<p>The council of Port Ellery “bought” the old pier on Thursday.<\/p><p>Repairs begin in March.<\/p>","date_published":"2026-01-09T08:15:00+00:00","authors":[{"name":"Mara Lindqvist"}]}]}"#,
    ])
    func `reads what other programs write`(json: String) throws {
        let reading = try reading(json)
        let article = try #require(reading.articles.first)
        #expect(article.headline == "Council buys pier")
        #expect(
            article.text == """
                Council buys pier

                The council of Port Ellery “bought” the old pier on Thursday.

                Repairs begin in March.
                """
        )
        #expect(article.bylines == ["Mara Lindqvist"])
        #expect(article.published?.date == .day(try #require(Day(year: 2026, month: 1, day: 9))))
    }

    @Test func `makes an article of each line and finds its words there`() throws {
        let line = #"{"title":"Pier \"bought\"","text":"\#(Self.words)"}"#
        let text = line + "\n" + line.replacing("Pier", with: "Quay") + "\n"
        let reading = try reading(text, path: "a.ndjson")
        #expect(reading.articles.map(\.id) == ["a.ndjson#1", "a.ndjson#2"])
        let stored = Array(text.utf8)
        let sources = reading.articles.flatMap(\.blocks).map {
            String(decoding: stored[$0.source], as: UTF8.self)
        }
        let first = #"The council of Port Ellery \u201cbought\u201d the old pier on Thursday."#
        let told = [first, "Repairs begin in March."]
        #expect(sources == [#"Pier \"bought\""#] + told + [#"Quay \"bought\""#] + told)
    }

    @Test func `keeps what stood before the break`() throws {
        let reading = try reading(
            #"{"title":"Quay","text":"\#(Self.words)"}"# + "\n{\"title\":\"Cu"
        )
        #expect(reading.articles.count == 1)
        #expect(reading.diagnostics.map(\.code) == ["broken-json"])
        #expect(reading.diagnostics.first?.place?.line == 2)
    }

    @Test(arguments: [
        (String(repeating: #"{"items":["#, count: 5_000), "too-deep"),
        (#"{"x":"# + String(repeating: "[", count: 100_000), "too-deep"),
        (#"{"title":"#, "broken-json"), (#"{"a":1,"b":[2,3]}"#, "no-articles"),
        (#"{"title":"Only a title"}"#, "no-articles"), (#"{"text":""}"#, "no-articles"),
    ])
    func `tells JSON that holds no article`(json: String, code: String) throws {
        let reading = try reading(json)
        #expect(reading.articles.isEmpty)
        #expect(reading.diagnostics.map(\.code) == [code])
    }

    @Test func `leaves text alone that opens with a bracket`() throws {
        let reading = try reading("[Translated]\n\nThe council bought the pier.", path: "a.txt")
        #expect(reading.articles.first?.text.contains("The council bought the pier.") == true)
    }
}
