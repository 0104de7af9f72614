import FoundationEssentials
import Judgement

/// How the indicators stand at the root of a report.
package struct RootStanding: Hashable, Sendable {
    /// How many are met, of those judged there.
    package var met: Int
    /// How many indicators are judged at the root.
    package var indicators: Int
    /// Whether one is unmet, or without data.
    package var hasUnmet: Bool

    init(_ statuses: [Status]) {
        met = statuses.count { $0 == .met }
        indicators = statuses.count
        hasUnmet = statuses.contains { [.unmet, .noData].contains($0) }
    }

    /// What the `results.json` of an edition says (CONTRACT §7); nil where the bytes are none.
    init?(json: [UInt8]) {
        struct Node: Decodable {
            var node: String
            var status: String
        }
        struct Indicator: Decodable { var nodes: [Node] }
        struct Results: Decodable {
            var root: String
            var indicators: [Indicator]
        }
        guard let results = try? JSONDecoder().decode(Results.self, from: Data(json)) else {
            return nil
        }
        let nodes = results.indicators.compactMap { indicator in
            indicator.nodes.first { $0.node == results.root }
        }
        let statuses = nodes.compactMap { Status(rawValue: $0.status) }
        guard statuses.count == nodes.count else { return nil }
        self.init(statuses)
    }
}
