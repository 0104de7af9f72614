package import Model

/// What an aggregate counted over some records of one unit: parts merge into the whole.
package struct Tally: Hashable, Sendable {
    /// Whether there is anything to count in: a record of the form, whatever the condition says of
    /// it.
    package var isPresent = false
    /// Records that satisfy the condition.
    package var count = 0
    /// The sum of the numbers; nil where no record had one, or where it leaves all range.
    package var sum: Quantity?
    /// The least of the numbers; nil where no record had one.
    package var least: Quantity?
    /// The greatest of the numbers; nil where no record had one.
    package var greatest: Quantity?
    /// The fingerprints of the values that are told apart.
    package var distinct: Set<Digest> = []
    private var hasOverflown = false

    package init() {}

    /// Adds the number of one record.
    package mutating func add(_ number: Quantity) {
        if let sum {
            self.sum = sum.adding(number)
            if self.sum == nil { hasOverflown = true }
        } else if !hasOverflown {
            sum = number
        }
        least = least.map { min($0, number) } ?? number
        greatest = greatest.map { max($0, number) } ?? number
    }

    /// Adds what was tallied of other records.
    package mutating func merge(_ other: Tally) {
        isPresent = isPresent || other.isPresent
        count += other.count
        hasOverflown = hasOverflown || other.hasOverflown
        if hasOverflown {
            sum = nil
        } else if let otherSum = other.sum {
            if let own = sum {
                sum = own.adding(otherSum)
                if sum == nil { hasOverflown = true }
            } else {
                sum = otherSum
            }
        }
        if let number = other.least { least = least.map { min($0, number) } ?? number }
        if let number = other.greatest { greatest = greatest.map { max($0, number) } ?? number }
        distinct.formUnion(other.distinct)
    }
}
