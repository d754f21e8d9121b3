internal import Records

/// What is known at a moment, or as much of it as is needed: articles, where they come from, and what they tell.
struct Knowledge {
    /// The articles.
    var articles: [Article]
    /// The articles' origins.
    var origins: [Origin]
    /// The findings, as the analysts' verdicts leave them.
    var findings: [Finding]
    /// The officials who may be one person under two spellings.
    var proposals: [Proposal]
    /// The number of findings that an analyst rejected.
    var rejected: Int
    /// The number of articles that are known beside these.
    var elsewhere = 0
}
