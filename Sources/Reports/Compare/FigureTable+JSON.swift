internal import Foundation
internal import Model

extension FigureTable {
    /// The figures of a results.json (CONTRACT §7), whichever version of the program wrote it.
    ///
    /// Nil where the bytes are none.
    package init?(json: [UInt8]) {
        guard let results = try? JSONDecoder().decode(Results.self, from: Data(json)) else {
            return nil
        }
        self.init()
        for indicator in results.indicators {
            for node in indicator.nodes {
                add(.node(indicator: indicator.id, node: node.node), node.figures)
            }
            for unit in indicator.units {
                add(
                    .unit(indicator: indicator.id, unit: unit.unit),
                    [
                        Figure(.value, FigureTable.value(unit.value)),
                        Figure(.status, .code(unit.status)),
                    ]
                )
            }
        }
        for measures in results.measures {
            guard case .text(let unit)? = measures["unit"] else { continue }
            for (id, cell) in measures.sorted(by: { $0.key < $1.key }) where id != "unit" {
                if case .text = cell { continue }
                var number: Decimal?
                if case .number(let value) = cell { number = value }
                add(.measure(id, unit: unit), [Figure(.value, FigureTable.value(number))])
            }
        }
        for unit in results.units {
            add(.standing(unit: unit.id), [Figure(.submission, .code(unit.submission))])
        }
        for contest in results.contests {
            add(
                .contest(contest.id),
                FigureTable.counts([
                    (.entries, contest.entries), (.valid, contest.valid),
                    (.invalid, contest.invalid), (.authors, contest.authors),
                    (.unitsJoined, contest.units_joined),
                ])
            )
        }
        let files = results.submissions
        add(
            .files,
            FigureTable.counts([
                (.files, files.files), (.accepted, files.accepted), (.rejected, files.rejected),
                (.rows, files.rows), (.rowsRejected, files.rows_rejected),
            ])
        )
    }

    private static func value(_ number: Decimal?) -> FigureValue {
        number.flatMap { FigureTable.number($0.description) }.map(FigureValue.number) ?? .noData
    }

    private struct Results: Decodable {
        var units: [Standing]
        var measures: [[String: Cell]]
        var indicators: [Indicator]
        var contests: [Contest]
        var submissions: Files
    }

    private struct Standing: Decodable {
        var id: String
        var submission: String
    }

    /// A member of the measures of a unit: the unit's id, a number or null.
    private enum Cell: Decodable {
        case text(String)
        case number(Decimal)
        case none

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .none
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .number(try container.decode(Decimal.self))
            }
        }
    }

    private struct Indicator: Decodable {
        var id: String
        var units: [Unit]
        var nodes: [Node]
    }

    private struct Unit: Decodable {
        var unit: String
        var value: Decimal?
        var status: String
    }

    private struct Node: Decodable {
        var node: String
        var numerator: Int?
        var denominator: Int?
        var percent: String?
        var value: Decimal?
        var status: String
        var exceeded: Bool
        var nodes_met: Int?
        var nodes: Int?

        var figures: [Figure] {
            let share = percent?.replacingOccurrences(of: ",", with: ".")
            var figures = [
                Figure(.numerator, FigureTable.count(numerator)),
                Figure(.denominator, FigureTable.count(denominator)),
                Figure(
                    .percent,
                    share.flatMap(FigureTable.number).map(FigureValue.number) ?? .noData
                ),
                Figure(.value, FigureTable.value(value)),
                Figure(.status, FigureTable.status(status, exceeded: exceeded)),
            ]
            if let nodes {
                figures += FigureTable.counts([(.nodesMet, nodes_met ?? 0), (.nodes, nodes)])
            }
            return figures
        }
    }

    private struct Contest: Decodable {
        var id: String
        /// Nil where no unit handed in a list.
        var entries: Int?
        var valid: Int?
        var invalid: Int?
        var authors: Int?
        var units_joined: Int?
    }

    private struct Files: Decodable {
        var files: Int
        var accepted: Int
        var rejected: Int
        var rows: Int
        var rows_rejected: Int
    }
}
