import Pipeline
import Reports

/// `run --timings`: one line a stage, and their sum.
enum TimingsText {
    private static let widths = [9, 9, 9, 12, 15]

    static func render(_ stages: [StageTime]) -> String {
        let total = stages.reduce(0) { $0 + $1.milliseconds }
        var lines = [line(["Công đoạn", "Giây", "Tệp", "Dòng", "Byte"])]
        for stage in stages {
            let counts = [stage.files, stage.rows, stage.bytes]
            let cells = counts.map { $0.map(Words.vietnamese.whole) ?? "" }
            lines.append(line([stage.stage, seconds(stage.milliseconds)] + cells))
        }
        lines.append(line(["Cộng", seconds(total), "", "", ""]))
        return lines.joined()
    }

    private static func line(_ cells: [String]) -> String {
        let padded = cells.indices.map { index in
            DisplayWidth.pad(cells[index], to: widths[index], right: index > 0)
        }
        return "  " + padded.joined(separator: " ") + "\n"
    }

    private static func seconds(_ milliseconds: Int) -> String {
        let thousandths = String(1000 + milliseconds % 1000).dropFirst()
        return "\(milliseconds / 1000),\(thousandths)"
    }
}
