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
                if distance == current.distance { isTied = true }
                guard distance < current.distance else { continue }
            }
            best = (distance, candidate)
            isTied = false
        }
        return isTied ? nil : best?.name
    }

    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
                diagonal = above
            }
        }
        return row[b.count]
    }
}
