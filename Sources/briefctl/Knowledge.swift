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
    /// The ids of the findings that an analyst rejected.
    var rejected: Set<String> = []
    /// The ids of the findings that an analyst made part of others.
    var merged: Set<String> = []
    /// The ids of findings that only an analyst’s splits made.
    var split: Set<String> = []
    /// The verdicts that split findings or merged others into them, by the id of what they made.
    var regroupings: [String: Verdict] = [:]
    /// The number of articles that are known beside these.
    var elsewhere = 0
}
