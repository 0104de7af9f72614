internal import Judgement
internal import Model
internal import Plans

/// What a report says of the tree that its figures stand on, and of the units that changed.
struct BasisWords {
    let judgement: Judgement
    let words: Words

    /// The basis of the report's own figures.
    var own: String {
        let scene = judgement.scene
        guard scene.lastDay < scene.window.span.to else { return words("theo cơ cấu trong kỳ") }
        return words(
            "theo cơ cấu trong kỳ (đến hết ngày \(words.day(scene.lastDay)), ngày hoạt động cuối cùng "
                + "của \(scene.name(of: scene.root)))"
        )
    }

    /// What became of each unit of the report that no longer stands, in the order of the roster.
    var fates: [String] { gone.map { told($0, of: ending($0)) } }

    /// The same with units of one fate, one successor and one last day in one sentence, as a list
    /// for people is written; the order is that of each sentence's first unit.
    var gatheredFates: [String] {
        let all = gone
        var names: [[String]] = []
        var places: [Gone: Int] = [:]
        var kinds: [Gone] = []
        for one in all {
            var kind = one
            kind.name = ""
            if let place = places[kind] {
                names[place].append(one.name)
            } else {
                places[kind] = kinds.count
                kinds.append(kind)
                names.append([one.name])
            }
        }
        return zip(kinds, names).map { kind, names in
            var all = kind
            all.name = names.joined(separator: ", ")
            return told(kind, of: ending(all))
        }
    }

    /// A unit that no longer stands.
    private struct Gone: Hashable {
        var name: String
        var lastDay: Day
        var path: String
        var fate: Restatement.Fate
        /// The documents that order it, step by step.
        var bases: [String]
    }

    private var gone: [Gone] {
        guard let restated = judgement.restated else { return [] }
        let restatement = restated.restatement
        let scene = judgement.scene
        return scene.units.compactMap { unit in
            guard let closed = restatement.closings[unit], restatement.fates[unit] != .stands else {
                return nil
            }
            return Gone(
                name: scene.name(of: unit),
                lastDay: closed.adding(-1),
                path: restatement.paths[unit].map(scene.name)
                    .joined(separator: " → "),
                fate: restatement.fates[unit],
                bases: bases(of: [unit] + restatement.paths[unit], restatement)
            )
        }
    }

    private func bases(of units: [Int], _ restatement: Restatement) -> [String] {
        let scene = judgement.scene
        var bases: [String] = []
        for unit in units {
            guard let closed = restatement.closings[unit] else { continue }
            for basis in scene.changes.bases(of: scene.roster.units[unit].id, closed: closed)
            where !bases.contains(basis) { bases.append(basis) }
        }
        return bases.map { PlainText.line($0, longest: 80) }
    }

    private func ending(_ gone: Gone) -> String {
        words("\(gone.name) (đến hết ngày \(words.day(gone.lastDay)))")
    }

    private func told(_ gone: Gone, of name: String) -> String {
        let fate = told(gone.fate, gone.path, of: name)
        guard !gone.bases.isEmpty else { return fate }
        return words("\(fate) (căn cứ: \(gone.bases.joined(separator: "; ")))")
    }

    private func told(_ fate: Restatement.Fate, _ path: String, of name: String) -> String {
        switch fate {
        case .merged: words("\(name): nhập toàn bộ vào \(path), cộng toàn bộ số liệu")
        case .split:
            words(
                "\(name): chia tách, kế thừa chính là \(path), mang toàn bộ số liệu cũ, không chia theo tỷ lệ"
            )
        case .stands, .closed:
            words("\(name): kết thúc hoạt động, không có đơn vị kế thừa, giữ nguyên như trong kỳ")
        }
    }

    /// How many figures rose, fell, stayed or cannot be compared, as far as there are any: `tăng 3,
    /// giảm 1`.
    func changes(_ lines: [BasisLine]) -> String {
        let changes = lines.map(\.change)
        let counts: [(String, Int)] = [
            (words("tăng"), changes.count { $0.map { $0 > .zero } ?? false }),
            (words("giảm"), changes.count { $0.map { $0 < .zero } ?? false }),
            (words("không đổi"), changes.count { $0 == .zero }),
            (words("không so sánh được"), changes.count { $0 == nil }),
        ]
        return counts.filter { $0.1 > 0 }.map { "\($0.0) \(words.prose($0.1))" }
            .joined(separator: ", ")
    }

    /// What a reader of the comparison with the year before has to know of the units: that this
    /// year's figures are restated too, and whose records are in one of the years only.
    var comparison: [String] {
        guard let previous = judgement.previous, previous.figures != nil else { return [] }
        var lines: [String] = []
        if BasisLine.isRestated(judgement) {
            lines.append(
                words(
                    "Số liệu kỳ này để so sánh được tính lại \(words.restated(previous.day)), nên có "
                        + "chỉ tiêu khác với số liệu trong kỳ"
                )
            )
        }
        let names = closed(previous)
        if !names.isEmpty {
            lines.append(
                words(
                    "Kết thúc hoạt động mà không có đơn vị kế thừa, còn trong cùng kỳ nhưng không còn phải "
                        + "đạt ở kỳ này: \(names.joined(separator: ", "))"
                )
            )
        }
        return lines
    }

    /// The units that had to meet an indicator the year before and were closed since, with nobody
    /// to carry them on.
    private func closed(_ previous: PreviousYear) -> [String] {
        guard let figures = previous.figures, let restatement = figures.scene.restatement else {
            return []
        }
        let units = figures.indicators.flatMap { result in
            result.units.filter { $0.status != .exempt && restatement.fates[$0.unit] == .closed }
                .map(\.unit)
        }
        return Set(units).sorted().map { figures.scene.name(of: $0) }
    }

    /// How many units went which way; empty where none did.
    var fateCounts: String {
        guard let restated = judgement.restated else { return "" }
        let gone = judgement.scene.units.map { restated.restatement.fates[$0] }
        let names: [(Restatement.Fate, String)] = [
            (.merged, words("nhập toàn bộ")),
            (.split, words("chia tách, theo đơn vị kế thừa chính")),
            (.closed, words("kết thúc hoạt động không có đơn vị kế thừa")),
        ]
        return names.compactMap { fate, word in
            let count = gone.count { $0 == fate }
            return count == 0 ? nil : "\(word) \(words.prose(count))"
        }.joined(separator: "; ")
    }
}

extension Words {
    func restated(_ day: Day) -> String { self("theo cơ cấu tại ngày \(self.day(day))") }

    /// On which tree the year before stands and how far it goes, or why there is nothing to compare
    /// with.
    func previous(_ previous: PreviousYear) -> String {
        let name = inSentence(previous.window)
        switch previous.gap {
        case nil:
            let basis = restated(previous.day)
            return previous.isPart
                ? self(
                    "cả hai kỳ \(basis); kỳ này còn việc chưa đến hạn nên cùng kỳ tính đến hết ngày "
                        + "\(day(previous.until))"
                ) : self("cả hai kỳ \(basis)")
        case .noSubmissions: return self("chưa có bài nộp nào của kỳ \(name)")
        case .beforeStage:
            return self("\(name) nằm trước giai đoạn của kế hoạch, không có bài nộp")
        }
    }
}
