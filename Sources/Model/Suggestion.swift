/// The nearest of some valid names, for messages that say what was probably meant.
package enum Suggestion {
    /// The candidate within a third of the name's length (at least 1 edit), accents and case aside;
    /// nil where none is near or two are equally near.
    package static func nearest(to name: String, among candidates: [String]) -> String? {
        let wanted = Array(Fold.bare(name).utf8)
        var best: (distance: Int, name: String)?
        var isTied = false
        for candidate in candidates {
            let distance = distance(wanted, Array(Fold.bare(candidate).utf8))
            guard distance <= max(1, wanted.count / 3) else { continue }
            if let current = best {
                // A code and its label (`PHUONG`, `Phường`) are one answer, not two.
                if distance == current.distance, Fold.bare(candidate) != Fold.bare(current.name) {
                    isTied = true
                }
                guard distance < current.distance else { continue }
            }
            best = (distance, candidate)
            isTied = false
        }
        return isTied ? nil : best?.name
    }

    /// Edits from one text to another; two letters swapped are one, the commonest slip of all.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var before: [Int] = []
        var above = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var row = [i + 1]
            for (j, y) in b.enumerated() {
                var best = min(above[j + 1] + 1, row[j] + 1, above[j] + (x == y ? 0 : 1))
                if i > 0, j > 0, x == b[j - 1], a[i - 1] == y {
                    best = min(best, before[j - 1] + 1)
                }
                row.append(best)
            }
            (before, above) = (above, row)
        }
        return above[b.count]
    }
}
