internal import Yams

/// Reads a document in which a mapping has a key twice, so that it hides no other mistake.
///
/// The parser gives up at such a key. So the first of the two is made another one, of a letter that
/// nobody writes, as often as it takes; in the tree that comes of it the keys are as they were.
struct RepeatedKeys {
    private var source: PlanText
    /// What the keys were that are others now, by the places of these.
    private var names: [Place: String] = [:]

    private struct Place: Hashable {
        var line: Int
        var column: Int

        init(_ mark: Mark) {
            line = mark.line
            column = mark.column
        }
    }

    /// How many are looked for: each costs another reading of the file.
    private static let most = 100

    init(_ source: PlanText) { self.source = source }

    /// The tree of the document, and each key that its mapping had before.
    ///
    /// - Throws: What the parser says, also of a key that is given twice in no simple way.
    mutating func compose(_ mistakes: inout [Mistake]) throws -> Node? {
        while true {
            do {
                // Every value is asked for as the text that it is written as (``PlanNode``):
                // nothing is to be made out to be a number or a date, which takes longer than all
                // the rest.
                let text = String(decoding: source.bytes, as: UTF8.self)
                let node = try Yams.compose(yaml: text, .basic, .default, .utf8)
                guard let node, !names.isEmpty else { return node }
                return restored(node, &mistakes)
            } catch let error as YamlError {
                guard case .duplicatedKeysInMapping(let keys, let context) = error,
                    names.count < RepeatedKeys.most, let key = keys.first, hide(key, context.mark)
                else { throw error }
            }
        }
    }

    /// Makes the key at a place another one; false where it is not written as it reads.
    private mutating func hide(_ key: String, _ mark: Mark) -> Bool {
        guard let first = key.unicodeScalars.first, var start = source.index(of: mark),
            start < source.bytes.count, let stand = Unicode.Scalar(0xE000 + UInt32(names.count))
        else { return false }
        let letter = Array(String(first).utf8)
        let quotes = Array("\"'".utf8)
        if quotes.contains(source.bytes[start]) { start += 1 }
        guard source.bytes[start...].starts(with: letter), !quotes.contains(letter[0]),
            first != "\\"
        else { return false }
        var bytes = source.bytes
        bytes.replaceSubrange(start..<start + letter.count, with: String(stand).utf8)
        source = PlanText(bytes, file: source.file)
        names[Place(mark)] = key
        return true
    }

    private func restored(_ node: Node, _ mistakes: inout [Mistake]) -> Node {
        switch node {
        case .scalar, .alias: return node
        case .sequence(let members):
            return .sequence(
                Node.Sequence(
                    members.map { restored($0, &mistakes) },
                    members.tag,
                    members.style,
                    members.mark
                )
            )
        case .mapping(let mapping):
            var known: Set<String> = []
            var pairs: [(Node, Node)] = []
            for (key, value) in mapping {
                var key = key
                if case .scalar(var scalar) = key {
                    if let mark = scalar.mark, let name = names[Place(mark)] {
                        scalar.string = name
                        key = .scalar(scalar)
                    }
                    if !known.insert(scalar.string).inserted {
                        mistakes.append(
                            PlanNode(node: key, source: source)
                                .mistake("khóa bị lặp lại", found: scalar.string)
                        )
                    }
                }
                pairs.append((key, restored(value, &mistakes)))
            }
            return .mapping(Node.Mapping(pairs, mapping.tag, mapping.style, mapping.mark))
        }
    }
}
