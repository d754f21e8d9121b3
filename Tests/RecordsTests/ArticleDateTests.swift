import Records
import Testing

struct ArticleDateTests {
    @Test(
        arguments: [
            (ArticleDate.Precision.day, nil, nil, "2024-04-11"),
            (.minute, 48_780, nil, "2024-04-11T13:33"),
            (.second, 48_835, 0, "2024-04-11T13:33:55+00:00"),
            (.second, 48_835, -12_600, "2024-04-11T13:33:55-03:30"),
            (.hour, 46_800, 28_800, "2024-04-11T13+08:00"),
        ] as [(ArticleDate.Precision, Int?, Int?, String)]
    )
    func `is written no more exactly than it is known`(
        precision: ArticleDate.Precision,
        second: Int?,
        zone: Int?,
        expected: String
    ) throws {
        let day = try #require(CalendarDate("2024-04-11"))
        let date = ArticleDate(
            day,
            secondOfDay: second,
            precision: precision,
            zoneOffset: zone,
            source: .metadata
        )
        #expect(date.description == expected)
    }
}
