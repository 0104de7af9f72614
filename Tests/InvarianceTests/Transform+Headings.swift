import Intake
import Plans
import TestSupport

extension Transform {
    /// How the columns are headed and in which order they stand.
    static let headings: [Transform] = [
        .layout("serial numbers in front", .mustBeRead) { sheet, _, _ in
            guard !sheet.meanings.contains(.ignored) else { return false }
            sheet.number()
            return true
        },
        .layout("columns in another order", .mustBeRead) { sheet, _, random in
            sheet.arrange((0..<sheet.width).shuffled(using: &random))
            return true
        },
        .layout("headers by alias", .mustBeRead) { sheet, _, random in
            sheet.rename(&random) { $0.aliases }
        },
        .layout("headers by field code", .mustBeRead) { sheet, _, random in
            sheet.rename(&random) { [$0.code] }
        },
        .layout("headers in capitals", .mustBeRead) { sheet, _, _ in
            sheet.rewriteHeader { $0.uppercased() }
        },
        .layout("headers with stray blanks", .mustBeRead) { sheet, _, _ in
            sheet.rewriteHeader {
                " " + $0.split(separator: " ").joined(separator: "  ") + "\u{A0}"
            }
        },
        .layout("headers with what is counted", .mustBeRead) { sheet, _, _ in
            guard let column = sheet.columns(.int).first else { return false }
            sheet.header[sheet.header.count - 1][column] += " (người)"
            return true
        },
        .layout("headers with a colon or a star", .mustBeRead) { sheet, _, _ in
            sheet.rewriteHeader { $0 + ($0.count % 2 == 0 ? ":" : " (*)") }
        },
        .layout("headers on two lines", .mustBeRead) { sheet, _, _ in
            sheet.rewriteHeader { header in
                let words = header.split(separator: " ")
                guard words.count > 2 else { return header }
                return words.prefix(2).joined(separator: " ") + "\n"
                    + words.dropFirst(2).joined(separator: " ")
            }
        },
        .layout("headers with tones placed the other way", .mustBeRead) { sheet, _, _ in
            sheet.rewriteHeader(TonePlacement.moved)
        },
        .layout("header merged over two rows", .mustBeRead) { sheet, _, _ in
            sheet.mergeHeader(isTitled: false)
        },
        .layout("header merged over three rows", .mustBeRead) { sheet, _, _ in
            sheet.mergeHeader(isTitled: true)
        },
        .layout("headers of single height merged down", .mustBeRead) { sheet, _, _ in
            sheet.header.append([String](repeating: "", count: sheet.width))
            return true
        },
        .layout("header once more further down", .mustBeRead, rows: true) { sheet, _, _ in
            guard sheet.body.count > 2 else { return false }
            sheet.body.insert(Sheet.Row(cells: sheet.header[0], isRecord: false), at: 2)
            return true
        },
    ]
}

extension Sheet {
    mutating func number() {
        for index in header.indices { header[index].insert(index == 0 ? "STT" : "", at: 0) }
        meanings.insert(.ignored, at: 0)
        for row in body.indices { body[row].cells.insert("\(row + 1)", at: 0) }
    }

    mutating func arrange(_ order: [Int]) {
        meanings = order.map { meanings[$0] }
        for row in header.indices { header[row] = order.map { header[row][$0] } }
        for row in body.indices { body[row].cells = order.map { body[row].cells[$0] } }
    }

    mutating func rewriteHeader(_ change: (String) -> String) -> Bool {
        let last = header.count - 1
        let changed = header[last].map(change)
        defer { header[last] = changed }
        return changed.map { Array($0.utf8) } != header[last].map { Array($0.utf8) }
    }

    /// Gives every field one of its other names that no other field of the form has.
    mutating func rename(_ random: inout SplitMix64, _ names: (Field) -> [String]) -> Bool {
        var isChanged = false
        for column in 0..<width {
            guard case .field(let field) = meanings[column] else { continue }
            let taken = form.fields.indices.filter { $0 != field }
                .flatMap { [form.fields[$0].header] + form.fields[$0].aliases }
            let own = names(form.fields[field]).filter { !taken.contains($0) }
            guard let name = own.randomElement(using: &random) else { continue }
            header[header.count - 1][column] = name
            isChanged = true
        }
        return isChanged
    }

    /// Puts a group's label over its left-most column and the columns' own labels below, as a
    /// merged cell is exported.
    mutating func mergeHeader(isTitled: Bool) -> Bool {
        var upper = header[0]
        var lower = [String](repeating: "", count: width)
        var group = ""
        for column in 0..<width {
            guard case .field(let field) = meanings[column],
                let dash = form.fields[field].header.firstRange(of: " - ")
            else {
                group = ""
                continue
            }
            let label = String(form.fields[field].header[..<dash.lowerBound])
            upper[column] = label == group ? "" : label
            lower[column] = String(form.fields[field].header[dash.upperBound...])
            group = label
        }
        guard !group.isEmpty || lower.contains(where: { !$0.isEmpty }) else { return false }
        header = [upper, lower]
        if isTitled { header.insert(padded(["Kết quả thực hiện năm 2024"]), at: 0) }
        return true
    }
}
