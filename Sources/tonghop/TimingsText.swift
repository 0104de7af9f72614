import Pipeline
import Reports

/// `run --timings`: one line a stage, and their sum.
enum TimingsText {
    private static let widths = [9, 9, 9, 12, 15]

    static func render(_ stages: [StageTime]) -> String {
        let total = stages.reduce(0) { $0 + $1.milliseconds }
        let lines =
            [["Công đoạn", "Giây", "Tệp", "Dòng", "Byte"]]
            + stages.map { stage in
                [stage.stage, seconds(stage.milliseconds)]
                    + [stage.files, stage.rows, stage.bytes].map { number in
                        number.map { ReportNumbers.whole($0) } ?? ""
                    }
            } + [["Cộng", seconds(total), "", "", ""]]
        return lines.map { cells in
            let padded = zip(cells, widths).enumerated().map { index, cell in
                DisplayWidth.pad(cell.0, to: cell.1, right: index > 0)
            }
            return "  " + padded.joined(separator: " ") + "\n"
        }.joined()
    }

    private static func seconds(_ milliseconds: Int) -> String {
        let thousandths = String(1000 + milliseconds % 1000).dropFirst()
        return "\(milliseconds / 1000),\(thousandths)"
    }
}
