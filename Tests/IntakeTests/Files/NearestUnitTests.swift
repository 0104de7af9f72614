import Intake
import Model
import Plans
import Testing

/// What a wrong id in a plan's table was probably meant to be.
@Suite struct NearestUnitTests {
    private static let ids = (0..<400).map { "TX-P-\($0 * 7)" }

    private static func roster(_ more: [String]) -> [Mistake] {
        let lines = ids.map { "\($0),Phường \($0),PHUONG," } + more
        let text =
            "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên\n"
            + lines.joined(separator: "\n")
        guard case .mistakes(let mistakes) = RosterReader.read(Array(text.utf8)) else { return [] }
        return mistakes
    }

    private static func clusters(_ units: [String]) -> [Mistake] {
        let text = "Mã cụm,Mã đơn vị\n" + units.map { "C1,\($0)\n" }.joined()
        var mistakes: [Mistake] = []
        var findings: [Finding] = []
        _ = PlanFilesReader.clusters(
            Array(text.utf8),
            roster: Set(ids),
            mistakes: &mistakes,
            findings: &findings
        )
        return mistakes
    }

    private static let wrong = [
        "TX-P-770O", "TX-P770", "tx-p-7", "XT-P-2793", "KHÔNG-CÓ", "TX-P-1",
    ]

    @Test func aFewWrongIDsEachHaveTheNearestOfTheRoster() {
        let nearest = Self.wrong.map { Suggestion.nearest(to: $0, among: Self.ids.sorted()) }
        #expect(nearest.contains("TX-P-770") && nearest.contains(nil))
        #expect(Self.clusters(Self.wrong).map(\.nearest) == nearest)
        let parents = Self.wrong.enumerated().map { "M\($0),Mới,PHUONG,\($1)" }
        // The lines of the new units are known to the roster as well.
        let known = (Self.ids + Self.wrong.indices.map { "M\($0)" }).sorted()
        #expect(
            Self.roster(parents).map(\.nearest)
                == Self.wrong.map { Suggestion.nearest(to: $0, among: known) }
        )
    }

    /// A column of another meaning: every cell is told, what it was meant to be only of the first.
    @Test func ofVeryManyWrongIDsOnlyTheFirstHaveASuggestion() {
        let wrong = [String](repeating: "TX-P-770O", count: 1000)
        let parents = wrong.enumerated().map { "M\($0),Mới,PHUONG,\($1)" }
        for mistakes in [Self.clusters(wrong), Self.roster(parents)] {
            #expect(mistakes.count == 1000)
            #expect(mistakes.prefix(200).allSatisfy { $0.nearest == "TX-P-770" })
            #expect(mistakes.dropFirst(200).allSatisfy { $0.nearest == nil })
        }
    }
}
