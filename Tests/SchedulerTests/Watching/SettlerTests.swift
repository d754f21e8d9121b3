import Foundation
import Testing

@testable import Scheduler

struct SettlerTests {
    /// A hint at a time, in milliseconds.
    struct Hints: CustomTestStringConvertible {
        var story: String
        var times: [Int]
        /// Between these times a file grows.
        var growing: Range<Int> = 0..<0
        var settles: [Int]
        var reason: Settlement.Reason = .quiet

        var testDescription: String { story }
    }

    static let stories: [Hints] = [
        Hints(story: "one save", times: [0], settles: [2000]),
        Hints(story: "a save of three events", times: [0, 1, 5], settles: [2005]),
        Hints(story: "two saves within the quiet", times: [0, 1999], settles: [3999]),
        Hints(story: "two saves apart", times: [0, 2500], settles: [2000, 4500]),
        Hints(
            story: "hints without end",
            times: Array(stride(from: 0, through: 60_000, by: 500)),
            settles: [60_000],
            reason: .ceiling
        ),
        Hints(story: "a file that grows", times: [0], growing: 0..<5500, settles: [7000]),
        Hints(
            story: "a file that grows without end",
            times: [0],
            growing: 0..<90_000,
            settles: [60_000],
            reason: .ceiling
        ),
        Hints(
            story: "growth that is over before the looks",
            times: [0],
            growing: 0..<900,
            settles: [2000]
        ),
        Hints(
            story: "growth and a late hint",
            times: [0, 2500],
            growing: 0..<2500,
            settles: [4500]
        ),
    ]

    /// A listing of a folder that holds a file of some size.
    static func listing(size: Int) -> FolderListing {
        FolderListing(files: ["a": FolderListing.Stamp(size: Int64(size), modified: 0, inode: 1)])
    }

    /// Plays hints to a settler, calling it when it wants and at each hint.
    static func play(_ story: Hints, until end: Int) -> [(time: Int, settlement: Settlement)] {
        var settler = Settler()
        var hints = story.times[...]
        var settled: [(Int, Settlement)] = []
        while true {
            let turn = Int(settler.nextTurn / .milliseconds(1))
            let now = min(turn, hints.first ?? .max)
            if now > end { return settled }
            while let hint = hints.first, hint == now {
                settler.note(.changed("a"), at: .milliseconds(now))
                hints.removeFirst()
            }
            let size = min(max(now, story.growing.lowerBound), story.growing.upperBound)
            let settlement = settler.turn(at: .milliseconds(now)) { listing(size: size) }
            if let settlement { settled.append((now, settlement)) }
        }
    }

    @Test(arguments: stories)
    func `settles when it should`(story: Hints) {
        let settled = Self.play(story, until: (story.settles.last ?? 0) + 100)
        #expect(settled.map(\.time) == story.settles)
        #expect(settled.last?.settlement.reason == story.reason)
        #expect(settled.last?.settlement.hints == [.changed("a")])
    }

    @Test
    func `settles every ten minutes for safety, and again after each settlement`() {
        let idle = Hints(story: "", times: [], settles: [])
        #expect(Self.play(idle, until: 1_800_000).map(\.time) == [600_000, 1_200_000, 1_800_000])
        let busy = Hints(story: "", times: [300_000], settles: [])
        let settled = Self.play(busy, until: 1_000_000)
        #expect(settled.map(\.time) == [302_000, 902_000])
        #expect(settled.last?.settlement == Settlement(reason: .safety, hints: []))
    }

    @Test
    func `looks no more often than it must`() {
        var settler = Settler()
        var looks = 0
        func turn(_ time: Int) -> Settlement? {
            settler.turn(at: .milliseconds(time)) {
                looks += 1
                return Self.listing(size: 1)
            }
        }
        #expect(turn(0) == nil)
        settler.note(.changed("a"), at: .zero)
        for time in [0, 500, 999] { #expect(turn(time) == nil) }
        #expect(looks == 0)
        for time in [1000, 1500, 1999] { #expect(turn(time) == nil) }
        #expect(looks == 1)
        #expect(turn(2000)?.reason == .quiet)
        #expect(looks == 2)
    }

    @Test
    func `hints are kept once each, and not without end`() {
        var settler = Settler()
        for number in 0..<10_000 {
            settler.note(.changed("\(number % 5000)"), at: .milliseconds(1))
        }
        let settlement = settler.turn(at: .seconds(61)) { Self.listing(size: 1) }
        #expect(settlement?.hints == (0..<20).map { .changed("\($0)") })
    }

    @Test
    func `a quiet shorter than the gap waits for the second look`() {
        var settler = Settler(quiet: .milliseconds(100), gap: .seconds(1))
        settler.note(.changed("a"), at: .zero)
        #expect(settler.nextTurn == .zero)
        #expect(settler.turn(at: .zero) { Self.listing(size: 1) } == nil)
        #expect(settler.nextTurn == .seconds(1))
        #expect(settler.turn(at: .seconds(1)) { Self.listing(size: 1) }?.reason == .quiet)
    }
}
