internal import Model

/// Finds names and ids of units among the words of a file's name.
struct UnitMentions: Sendable {
    /// Words of a file's name and the units that they name.
    struct Mention {
        let range: Range<Int>
        let units: [Int]
    }

    private var ids: [[UInt8]: [Int]] = [:]
    /// No more words are looked at: file names of 255 bytes have few more.
    static let maximumWords = 60
    /// The longest names have some fifteen.
    private static let longest = 16

    mutating func add(id: String, _ unit: Int) {
        let key = Fold.key(id)
        guard UnitMentions.isTelling(key) else { return }
        ids[key, default: []].append(unit)
    }

    /// Whether an id cannot be a year, a copy's number or another number of a file's name: it has a
    /// letter, or is as long as the codes of areas (`00361`, `009`).
    private static func isTelling(_ key: [UInt8]) -> Bool {
        guard key.allSatisfy(CellBytes.isDigit) else { return !key.isEmpty }
        return key.count == 5 || (key.count == 3 && key[0] == UInt8(ascii: "0"))
    }

    /// The ids among words.
    func ids(in words: [[UInt8]]) -> [Mention] {
        UnitMentions.find(in: words) { ids[UnitNameForms.key($0)] ?? [] }
    }

    /// The longest runs of words that name something; what lies inside another is part of its name.
    static func find(
        in words: [[UInt8]],
        units: (ArraySlice<[UInt8]>) -> [Int]
    ) -> [Mention] {
        var found: [Mention] = []
        for start in words.indices.prefix(maximumWords) {
            for end in stride(from: min(words.count, start + longest), to: start, by: -1) {
                // A run that reaches no farther than one before it is inside that one.
                if let last = found.last, end <= last.range.upperBound { break }
                let named = units(words[start..<end])
                guard !named.isEmpty else { continue }
                found.append(Mention(range: start..<end, units: named))
                break
            }
        }
        return found
    }
}
