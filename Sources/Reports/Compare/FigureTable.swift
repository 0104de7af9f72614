internal import Intake
package import Judgement
internal import Model
internal import Plans

/// All figures of a report, one row a subject, in the order of results.json.
package struct FigureTable: Sendable {
    /// The subjects, one for each row.
    package private(set) var subjects: [FigureSubject] = []
    /// The figures of each subject, always with the same parts in the same order.
    package private(set) var rows: [[Figure]] = []

    /// A table without rows.
    package init() {}

    /// Adds a row; a subject is added once.
    package mutating func add(_ subject: FigureSubject, _ figures: [Figure]) {
        subjects.append(subject)
        rows.append(figures)
    }

    /// How many figures there are.
    package var count: Int { rows.reduce(0) { $0 + $1.count } }

    /// The figures of a judgement, numbers as they are published.
    package init(_ judgement: Judgement) {
        let scene = judgement.scene
        let ids = scene.roster.units.map(\.id)
        for result in judgement.indicators {
            let indicator = scene.plan.indicators[result.indicator].id
            for node in result.nodes {
                add(.node(indicator: indicator, node: ids[node.node]), FigureTable.figures(node))
            }
            for unit in result.units {
                add(
                    .unit(indicator: indicator, unit: ids[unit.unit]),
                    [
                        Figure(.value, FigureTable.published(unit.value)),
                        Figure(.status, .code(unit.status.rawValue)),
                    ]
                )
            }
        }
        for (unit, values) in zip(scene.units, judgement.measures) {
            for (measure, value) in zip(scene.plan.measures, values) {
                add(
                    .measure(measure.id, unit: ids[unit]),
                    [Figure(.value, FigureTable.published(value))]
                )
            }
        }
        let standings = Dictionary(
            judgement.submissions.map { ($0.unit, $0.status) },
            uniquingKeysWith: { first, _ in first }
        )
        for unit in scene.units {
            let status = standings[unit] ?? .notRequired
            add(.standing(unit: ids[unit]), [Figure(.submission, .code(status.rawValue))])
        }
        for result in judgement.contests {
            let isCovered = result.total.isCovered
            func known(_ count: Int) -> Int? { isCovered ? count : nil }
            add(
                .contest(scene.plan.contests[result.edition].id),
                FigureTable.counts([
                    (.entries, known(result.entries)), (.valid, known(result.valid)),
                    (.invalid, known(result.entries - result.valid)),
                    (.authors, known(result.authors)), (.unitsJoined, known(result.unitsJoined)),
                ])
            )
        }
        let data = DataFigures(judgement, .vietnamese)
        add(
            .files,
            FigureTable.counts([
                (.files, data.files), (.accepted, data.accepted), (.rejected, data.filesRejected),
                (.rows, data.rows), (.rowsRejected, data.rowsRejected),
            ])
        )
    }

    private static func figures(_ node: NodeResult) -> [Figure] {
        var figures = [
            Figure(.numerator, count(node.numerator)),
            Figure(.denominator, count(node.denominator)),
        ]
        var share: Quantity?
        if let numerator = node.numerator, let denominator = node.denominator {
            share = Percent(numerator, of: denominator)?.quantity
        }
        figures.append(Figure(.percent, share.map(FigureValue.number) ?? .noData))
        figures.append(Figure(.value, published(node.value)))
        figures.append(Figure(.status, status(node.status.rawValue, exceeded: node.exceeded)))
        if let nodes = node.nodes {
            figures += counts([(.nodesMet, node.nodesMet ?? 0), (.nodes, nodes)])
        }
        return figures
    }

    /// The status as reports word it: a target that is passed and not just reached is `exceeded`.
    static func status(_ code: String, exceeded: Bool) -> FigureValue {
        .code(exceeded && code == Status.met.rawValue ? "exceeded" : code)
    }

    static func count(_ number: Int?) -> FigureValue {
        number.map { .number(Quantity($0)) } ?? .noData
    }

    static func counts(_ counts: [(FigurePart, Int?)]) -> [Figure] {
        counts.map { Figure($0.0, count($0.1)) }
    }

    /// A number as results.json has it: what was published is what is compared.
    static func published(_ quantity: Quantity?) -> FigureValue {
        guard let quantity else { return .noData }
        if quantity.isWhole { return .number(quantity) }
        return number(quantity.rounded(decimals: 6)).map(FigureValue.number) ?? .number(quantity)
    }

    /// The number that digits with a decimal point stand for; nil for other text.
    static func number(_ text: String) -> Quantity? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2 else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        var scale: Int128 = 1
        guard fraction.utf8.count <= 18, let digits = Int128(String(whole + fraction)) else {
            return nil
        }
        for _ in fraction.utf8 { scale *= 10 }
        return Quantity(digits, over: scale)
    }
}

extension FigureTable {
    /// Whether two tables have the same figures, whatever their order.
    package func hasSameFigures(as other: FigureTable) -> Bool {
        guard subjects.count == other.subjects.count else { return false }
        let rows = Dictionary(zip(subjects, rows), uniquingKeysWith: { first, _ in first })
        return zip(other.subjects, other.rows).allSatisfy { rows[$0] == $1 }
    }
}
