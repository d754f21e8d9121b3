/// Gives sources their numbers in the order in which they are first cited.
struct Numbering {
    private(set) var articles: [String] = []
    private var numbers: [String: Int] = [:]

    /// The numbers of articles, ascending; new articles get the next ones, in the order given.
    mutating func cite(_ cited: [String]) -> [Int] {
        cited.map { number(of: $0) }.sorted()
    }

    /// The number of an article.
    mutating func number(of article: String) -> Int {
        if let known = numbers[article] { return known }
        articles.append(article)
        numbers[article] = articles.count
        return articles.count
    }
}
