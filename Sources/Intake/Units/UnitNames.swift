package import Model

/// Finds the unit that a cell names: by id, name, short name or alias, folded, or not at all.
///
/// A name has to fit exactly one unit; a near miss is only ever suggested (CONTRACT §2, domain.md 4.3).
package struct UnitNames: Sendable {
    package enum Match: Hashable, Sendable {
        case unit(Int)
        /// Several units bear the name.
        case ambiguous([Int])
        case unknown
    }

    private var ids: [[UInt8]: Int] = [:]
    private var names: [[UInt8]: [Int]] = [:]
    private let displayNames: [String]

    package init(roster: Roster) {
        var display: [String] = []
        for (index, unit) in roster.units.enumerated() {
            ids[UnitNames.idKey(unit.id)] = index
            display.append(unit.name)
            var keys: Set<[UInt8]> = []
            for name in [unit.name, unit.shortName].compactMap(\.self) + unit.aliases {
                keys.insert(UnitNames.nameKey(Fold.key(name)))
            }
            for key in keys where !key.isEmpty { names[key, default: []].append(index) }
        }
        displayNames = display
    }

    /// An id compared without regard to letter case.
    private static func idKey(_ id: String) -> [UInt8] { Array(id.lowercased().utf8) }

    /// The unit with this id.
    package func unit(id: String) -> Int? { ids[UnitNames.idKey(id)] }

    /// The unit that a text names.
    package func match(_ text: String) -> Match {
        let trimmed = text.trimmedBlanks
        if let unit = unit(id: trimmed) { return .unit(unit) }
        guard let found = names[UnitNames.nameKey(Fold.key(trimmed))] else { return .unknown }
        return found.count == 1 ? .unit(found[0]) : .ambiguous(found)
    }

    /// The name that was probably meant.
    package func suggestion(for text: String) -> String? {
        Suggestion.nearest(to: text.trimmedBlanks, among: displayNames)
    }

    /// The one unit whose id or name stands in a file's name.
    package func unit(inFileName name: String) -> Int? {
        let words = Fold.key(name)
        let padded: [UInt8] = [32] + words + [32]
        var found: Set<Int> = []
        for (id, unit) in ids
        where padded.contains([32] + Fold.key(String(decoding: id, as: UTF8.self)) + [32]) {
            found.insert(unit)
        }
        if found.isEmpty {
            // "BC P. Hạ Đình": the short forms of a cell stand in file names too.
            let full = words.split(separator: 32).flatMap { word in
                UnitNames.prefixes[Array(word)] ?? [Array(word)]
            }
            let expanded: [UInt8] = [32] + full.joined(separator: [32]) + [32]
            for (key, units) in names
            where key.count > 3
                && (padded.contains([32] + key + [32]) || expanded.contains([32] + key + [32]))
            {
                found.formUnion(units)
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// A folded name with its usual short forms written out (`P. Hạ Đình`, `UBND phường Hạ Đình`).
    private static func nameKey(_ folded: [UInt8]) -> [UInt8] {
        var words = folded.split(separator: 32).map(Array.init)
        func drop(_ word: String) {
            if words.count > 1, words[0] == Fold.key(word) { words.removeFirst() }
        }
        drop("ubnd")
        drop("trường")
        if words.count > 1, let full = prefixes[words[0]] {
            words.replaceSubrange(0..<1, with: full)
        }
        return Array(words.joined(separator: [32]))
    }

    private static let prefixes: [[UInt8]: [[UInt8]]] = {
        var table: [[UInt8]: [[UInt8]]] = [:]
        for (short, full) in [
            ("p", "phường"), ("x", "xã"), ("tt", "thị trấn"), ("q", "quận"), ("h", "huyện"),
            ("tp", "thành phố"), ("th", "tiểu học"), ("mn", "mầm non"),
        ] {
            table[Fold.key(short)] = Fold.key(full).split(separator: 32).map(Array.init)
        }
        return table
    }()
}

extension String {
    /// Without blanks, no-break spaces and byte-order marks at its ends.
    package var trimmedBlanks: String {
        let isBlank: (Unicode.Scalar) -> Bool = {
            $0.properties.isWhitespace || $0.value == 0xFEFF || $0.value == 0x200B
        }
        guard let first = unicodeScalars.firstIndex(where: { !isBlank($0) }),
            let last = unicodeScalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(unicodeScalars[first...last])
    }
}
