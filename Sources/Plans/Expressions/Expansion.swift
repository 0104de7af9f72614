/// How much an expression is where each name in it is replaced by what it stands for.
///
/// Whatever computes measures follows their names: a few lines that name each other twice would
/// keep it busy for ever, and a long chain of them exhausts the stack.
struct Expansion: Hashable {
    /// How many steps lie one within another.
    var depth: Int
    /// How many steps there are.
    var size: Int
    /// How many names lie one within another.
    var names = 0

    /// What no plan needs; a chain of sums is as deep as it is long.
    static let most = Expansion(depth: 3_000, size: 10_000, names: 64)

    var isExcessive: Bool {
        depth > Expansion.most.depth || size > Expansion.most.size || names > Expansion.most.names
    }

    /// An expression that uses others.
    func using(_ parts: [Expansion]) -> Expansion {
        var whole = self
        whole.depth += parts.map(\.depth).max() ?? 0
        whole.names += parts.map(\.names).max() ?? 0
        whole.size = parts.reduce(size) { min($0 + $1.size, 1 << 40) }
        return whole
    }

    /// What definitions come to, each given by itself and the indexes of those it names; a name
    /// that leads back to itself adds nothing.
    static func of(_ definitions: [(own: Expansion, names: [Int])]) -> [Expansion] {
        var found = [Expansion?](repeating: nil, count: definitions.count)
        var isOpen = [Bool](repeating: false, count: definitions.count)
        for start in definitions.indices where found[start] == nil {
            var path = [start]
            while let last = path.last {
                isOpen[last] = true
                let names = definitions[last].names
                if let next = names.first(where: { found[$0] == nil && !isOpen[$0] }) {
                    path.append(next)
                    continue
                }
                path.removeLast()
                isOpen[last] = false
                found[last] =
                    found[last] ?? definitions[last].own.using(names.compactMap { found[$0] })
            }
        }
        return found.map { $0 ?? Expansion(depth: 0, size: 0) }
    }
}

extension MeasureExpression {
    /// The expression by itself, names not followed.
    var ownExpansion: Expansion {
        let one = Expansion(depth: 1, size: 1)
        return switch self {
        case .number, .aggregate, .reported, .named: one
        case .coalesce(let choices): one.using(choices.map(\.ownExpansion))
        case .arithmetic(_, let left, let right):
            one.using([left.ownExpansion, right.ownExpansion])
        }
    }

    /// The measures that it names, as often as it names them.
    var names: [Int] {
        var names: [Int] = []
        noteNames(&names)
        return names
    }

    private func noteNames(_ names: inout [Int]) {
        switch self {
        case .number, .aggregate, .reported: break
        case .named(let index): names.append(index)
        case .coalesce(let choices): for choice in choices { choice.noteNames(&names) }
        case .arithmetic(_, let left, let right):
            left.noteNames(&names)
            right.noteNames(&names)
        }
    }
}

extension CheckCondition {
    /// The measures that it compares.
    var measures: [MeasureExpression] {
        switch self {
        case .compare(let left, _, let right): [left, right]
        case .isYes(let measure): [measure]
        case .and(let left, let right), .or(let left, let right): left.measures + right.measures
        case .not(let inner): inner.measures
        }
    }
}
