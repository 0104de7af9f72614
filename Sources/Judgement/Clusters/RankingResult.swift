package import Model

/// A unit's place in a ranking.
package struct RankedUnit: Hashable, Sendable {
    /// The unit's index in the roster.
    package var unit: Int
    /// The value of the ranking's measure, by which the unit has its place.
    package var value: Quantity
    /// 1 for the best; units with the same value have the same rank, and the next one is as much
    /// further on as there are of them (1, 2, 2, 4).
    package var rank: Int
    /// Whether another unit has the same rank (đồng hạng).
    package var isTied: Bool
}

/// A unit of the group that has no place, with what is the matter.
package struct UnrankedUnit: Hashable, Sendable {
    /// What is the matter with a unit that has no place.
    package enum Reason: Hashable, Sendable {
        case noData
        /// Closed from a day on, before the window's end.
        case closed(Day)
    }

    /// The unit's index in the roster.
    package var unit: Int
    /// Why it has no place.
    package var reason: Reason
}

/// The units of a group in the order of a measure (TX-56).
package struct RankingResult: Hashable, Sendable {
    /// The ranking's index in the plan.
    package var ranking: Int
    /// By rank; those of one rank in roster order.
    package var units: [RankedUnit]
    /// In roster order.
    package var unranked: [UnrankedUnit]
}
