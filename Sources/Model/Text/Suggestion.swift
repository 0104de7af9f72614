/// The nearest of some valid names, for messages that say what was probably meant.
package enum Suggestion {
    /// A name without its accents, ready to be compared with many others.
    package struct Spelling: Hashable, Sendable {
        let bytes: [UInt8]
        /// Which letters occur, to tell at a glance that two names have too few in common.
        private let letters: UInt64

        /// Takes a folded name (``Fold/key(_:)``).
        package init(folded key: [UInt8]) {
            bytes = Fold.bareKey(key)
            letters = bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
        }

        /// Folds a text that is not folded yet.
        package init(_ text: String) { self.init(folded: Fold.key(text)) }

        /// How many edits a name may be away from this one and still be what was meant.
        package var tolerance: Int { max(1, bytes.count / 3) }

        /// The edits from this name to another; nil where there are more than `limit`.
        package func distance(to other: Spelling, atMost limit: Int) -> Int? {
            guard abs(bytes.count - other.bytes.count) <= limit,
                (letters & ~other.letters).nonzeroBitCount <= limit,
                (other.letters & ~letters).nonzeroBitCount <= limit
            else { return nil }
            return Suggestion.distance(bytes, other.bytes, limit)
        }
    }

    /// Names that others are compared with, made ready once however many those are.
    package struct Candidates: Sendable {
        private let names: [(text: String, spelling: Spelling)]

        /// Names among which the nearest is looked for.
        package init(_ names: [String]) { self.names = names.map { ($0, Spelling($0)) } }

        /// The one within a third of the name's length (at least 1 edit), accents and case aside;
        /// nil where none is near or two are equally near.
        package func nearest(to name: String) -> String? {
            let wanted = Spelling(name)
            var best: (distance: Int, name: String, spelling: Spelling)?
            var isTied = false
            for (candidate, spelling) in names {
                let limit = best?.distance ?? wanted.tolerance
                guard let distance = wanted.distance(to: spelling, atMost: limit) else { continue }
                if let best, distance == best.distance {
                    // A code and its label (`PHUONG`, `Phường`) are one answer, not two.
                    if spelling != best.spelling { isTied = true }
                    continue
                }
                best = (distance, candidate, spelling)
                isTied = false
            }
            return isTied ? nil : best?.name
        }
    }

    /// The same for one name (``Candidates/nearest(to:)``).
    package static func nearest(to name: String, among candidates: [String]) -> String? {
        Candidates(candidates).nearest(to: name)
    }

    /// Edits from one text to another; two letters swapped are one, the commonest slip of all.
    private static func distance(_ a: [UInt8], _ b: [UInt8], _ limit: Int) -> Int? {
        var before = [Int](repeating: 0, count: b.count + 1)
        var above = Array(0...b.count)
        var row = before
        for i in a.indices {
            row[0] = i + 1
            var least = row[0]
            for j in b.indices {
                var best = min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, before[j - 1] + 1)
                }
                row[j + 1] = best
                least = min(least, best)
            }
            // A swap reaches over one row, so one row more may still come back below the limit.
            if least > limit + 1 { return nil }
            (before, above, row) = (above, row, before)
        }
        return above[b.count] <= limit ? above[b.count] : nil
    }
}
