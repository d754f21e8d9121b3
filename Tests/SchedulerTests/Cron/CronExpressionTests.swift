import Testing

@testable import Scheduler

struct CronExpressionTests {
    @Test(arguments: [
        ("0 7 * * MON-FRI", "0 7 * * 1-5"),
        ("0 7 * JAN-mar,Dec *", "0 7 * 1-3,12 *"),
        ("0 0 * * 7", "0 0 * * 0"),
        ("0 0 * * 5-7", "0 0 * * 5,6,0"),
        ("*/15 * * * *", "0,15,30,45 * * * *"),
        ("10-40/10 * * * *", "10,20,30,40 * * * *"),
        ("0 000 * * *", "0 0 * * *"),
        ("0 0 * * */7", "0 0 * * */100"),
        ("@hourly", "0 * * * *"),
        ("@Daily", "0 0 * * *"),
        ("@midnight", "0 0 * * *"),
        ("@WEEKLY", "0 0 * * 0"),
        ("@monthly", "0 0 1 * *"),
        ("@yearly", "0 0 1 1 *"),
        ("@annually", "0 0 1 1 *"),
    ])
    func `means the same as`(expression: String, other: String) throws {
        #expect(try CronExpression(expression).mask == CronExpression(other).mask)
    }

    @Test(arguments: [
        ("  0\t7  * * Mon ", "0 7 * * Mon"),
        ("@Weekly ", "@weekly"),
    ])
    func `keeps what was written, and tidies what is shown`(text: String, shown: String) throws {
        let expression = try CronExpression(text)
        #expect(expression.text == text)
        #expect("\(expression)" == shown)
    }

    @Test(arguments: [
        ("0 0 1 * MON", true),
        ("0 0 1-31 * MON", true),
        ("0 0 * * MON", false),
        ("0 0 */2 * MON", false),
        ("0 0 1 * */2", false),
        ("0 0 1,*/2 * MON", true),
        ("0 0 */100,1-7 * MON", false),
    ])
    func `asks for both days where a field begins with a star`(text: String, isEither: Bool) throws
    {
        #expect(try CronExpression(text).mask.isEitherDay == isEither)
    }

    @Test(arguments: [
        ("* 2 * * *", true), ("*/5 2 * * *", true), ("0 * * * *", true), ("0 */2 * * *", true),
        ("@hourly", true), ("0-59 2 * * *", false), ("0 0-23 * * *", false), ("@daily", false),
        ("0 7 * * *", false),
    ])
    func `follows real time where minute or hour begin with a star`(
        text: String,
        isRealTime: Bool
    ) throws {
        #expect(try CronExpression(text).isRealTime == isRealTime)
    }
}
