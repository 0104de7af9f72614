internal import Model
internal import Yams

/// Reads `plan.yaml` into a checked ``Plan``, or into the list of everything that is wrong with it.
package enum PlanReader {
    /// What reading gives: a plan, or at least one mistake.
    package enum Outcome: Sendable {
        case plan(Plan)
        case mistakes([Mistake])
    }

    /// Reads a plan.
    ///
    /// - Parameters:
    ///   - bytes: The file's bytes, UTF-8.
    ///   - file: The name under which mistakes are reported.
    /// - Returns: The plan, or every mistake of the file in reading order.
    package static func read(_ bytes: [UInt8], file: String = "plan.yaml") -> Outcome {
        var places = PlanPlaces()
        return read(bytes, file: file, places: &places)
    }

    /// Reads a plan, and where it says what the other files of its folder have to confirm.
    package static func read(
        _ bytes: [UInt8],
        file: String = "plan.yaml",
        places: inout PlanPlaces
    ) -> Outcome {
        if let mistake = YAMLGuard(bytes, file: file, aliases: 20).mistake() {
            return .mistakes([mistake])
        }
        var mistakes: [Mistake] = []
        guard let root = rootNode(bytes, file, &mistakes) else { return .mistakes(mistakes) }
        var draft = PlanDraft(root: root, mistakes: mistakes)
        let plan = draft.plan()
        places = draft.places
        guard draft.mistakes.isEmpty, let plan else {
            return .mistakes(draft.mistakes.sorted(by: Mistake.inReadingOrder))
        }
        return .plan(plan)
    }

    /// The document's root, or a mistake where the text is no YAML or has no keys.
    static func rootNode(_ bytes: [UInt8], _ file: String, _ mistakes: inout [Mistake]) -> PlanNode?
    {
        guard let root = document(bytes, file, PlanDraft.keys, &mistakes) else { return nil }
        guard root.isMapping else {
            mistakes.append(emptyMistake(file, PlanDraft.keys))
            return nil
        }
        return root
    }

    /// The root of a document that is a mapping, a list or a text, or a mistake where there is
    /// none.
    ///
    /// `keys` is what a mapping may begin with, for the message.
    package static func document(
        _ bytes: [UInt8],
        _ file: String,
        _ keys: [String],
        _ mistakes: inout [Mistake]
    ) -> PlanNode? {
        // Notepad begins a file with a byte order mark, which YAML takes for text.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
        guard String(validating: content, as: UTF8.self) != nil else {
            mistakes.append(
                Mistake(
                    file: file,
                    line: 1,
                    column: 1,
                    message: "tệp không phải là văn bản UTF-8",
                    allowed: "UTF-8"
                )
            )
            return nil
        }
        let source = PlanText(Array(content), file: file)
        do {
            var reader = RepeatedKeys(source)
            if let node = try reader.compose(&mistakes) {
                return PlanNode(node: node, source: source)
            }
            mistakes.append(emptyMistake(file, keys))
        } catch {
            mistakes.append(syntaxMistake(error, file))
        }
        return nil
    }

    private static func emptyMistake(_ file: String, _ keys: [String]) -> Mistake {
        Mistake(
            file: file,
            line: 1,
            column: 1,
            message: "tệp trống hoặc không có khóa nào",
            allowed: keys.joined(separator: ", ")
        )
    }

    private static func syntaxMistake(_ error: any Error, _ file: String) -> Mistake {
        var mistake = Mistake(
            file: file,
            line: 1,
            column: 1,
            message: "tệp không đúng cú pháp YAML"
        )
        guard let error = error as? YamlError else { return mistake }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            mistake.line = mark.line
            mistake.column = mark.column
            mistake.message = YAMLProblem.message(problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            mistake.message = "khóa bị lặp lại"
            mistake.found = "\(duplicates.joined(separator: ", "))"
            mistake.line = context.mark.line
            mistake.column = context.mark.column
        default: break
        }
        return mistake
    }
}
