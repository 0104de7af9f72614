internal import Judgement
internal import Model
internal import Plans

/// What nodes below handed over in place of the units below them.
extension ExplanationText {
    private var words: HandedWords { HandedWords(explanation: explanation) }

    /// The rows that a share adds up: the numbers in front come to the node's numerator with the
    /// units that met the rule here.
    mutating func handedShares(_ node: NodeExplanation) {
        guard !node.handed.isEmpty else { return }
        page.blank()
        page.paragraph(
            "KẾT QUẢ CẤP DƯỚI GỬI LÊN: \(Words.vietnamese.counted(node.handed.count, "đơn vị")) "
                + "(tử số, mẫu số được cộng; thay cho toàn bộ các đơn vị thuộc đơn vị gửi)",
            indent: 3
        )
        for share in node.handed {
            item(
                share.row.numerator.map { "+" + Words.vietnamese.whole($0) } ?? "",
                "\(name(share.node)): \(words.text(share))",
                indent: 6
            )
        }
    }

    /// The rows that a total takes in: its own, or those that its terms do not reach.
    mutating func handedTotals(_ node: NodeExplanation) {
        for share in node.handed where node.isHandedOver || !share.isAdded {
            let sign = node.isHandedOver ? "" : "–"
            let why =
                node.isHandedOver
                ? "" : ": không cộng được, vì cột “Số hạng” để trống hoặc không đọc được"
            item(sign, "\(name(share.node)), \(words.text(share))\(why)", indent: 7)
        }
    }

    /// The terms that nodes below handed over, behind what was counted here.
    mutating func write(
        _ handed: [Calculation.HandedTerm],
        of expression: MeasureExpression,
        indent: Int
    ) {
        for term in handed {
            var text = "\(name(term.node)), theo kết quả gửi lên: \(words.place(term.place))"
            if term.value != term.inTime {
                text += "; đúng hạn: \(Words.vietnamese.step(term.inTime))"
            }
            item(
                expression.isExtreme ? Words.vietnamese.step(term.value) : signed(term.value),
                text,
                indent: indent
            )
        }
    }

    /// A node of the level in the sum of one above it.
    func lowerText(_ node: NodeExplanation) -> String {
        guard node.isHandedOver, let share = node.handed.first else {
            return name(node.result.node)
        }
        return "\(name(node.result.node)), theo kết quả gửi lên: \(words.text(share))"
    }

    /// A unit whose figures are within those that a node handed over.
    mutating func within(_ handed: Int, _ unit: Int) {
        guard
            let share = explanation.nodes.flatMap(\.handed).first(where: { $0.node == handed })
        else { return }
        page.blank()
        page.paragraph(
            "\(name(unit)): kết quả nằm trong kết quả do \(name(handed)) gửi lên, "
                + "\(words.text(share)). Số liệu riêng của đơn vị không được tính ở đây.",
            indent: 3
        )
    }
}

extension MeasureExpression {
    /// Whether the largest or smallest number is taken and nothing is added.
    fileprivate var isExtreme: Bool {
        if case .aggregate(let aggregate) = self {
            aggregate.function == .min || aggregate.function == .max
        } else {
            false
        }
    }
}
