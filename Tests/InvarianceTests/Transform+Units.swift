import Intake
import Model

extension Transform {
    /// How the rows say which unit they are about.
    static let units: [Transform] = [
        .layout("units by name", .mustBeRead) { sheet, office, _ in
            sheet.nameUnits(office) { $0.name }
        },
        .layout("units by name in capitals", .mustBeRead) { sheet, office, _ in
            sheet.nameUnits(office) { $0.name.uppercased() }
        },
        .layout("units by short form", .mustBeRead) { sheet, office, _ in
            sheet.nameUnits(office) { unit in
                unit.kind == .phuong ? "P. " + unit.name.dropFirst("Phường ".count) : unit.name
            }
        },
        .layout("units by name of their committee", .mustBeRead) { sheet, office, _ in
            sheet.nameUnits(office) { unit in
                unit.kind == .phuong
                    ? "UBND phường " + unit.name.dropFirst("Phường ".count) : unit.name
            }
        },
        .layout("units with tones placed the other way", .mustBeRead) { sheet, office, _ in
            sheet.nameUnits(office) { TonePlacement.moved($0.name) }
        },
        .layout("units with stray blanks", .mustBeRead) { sheet, office, _ in
            sheet.nameUnits(office) {
                "\u{A0}" + $0.name.split(separator: " ").joined(separator: "  ") + " \u{200B}"
            }
        },
        .layout("unit codes in small letters", .mustBeRead) { sheet, _, _ in
            guard let column = sheet.column("unit") else { return false }
            return sheet.rewrite([column]) { $0.lowercased() }
        },
        .layout("unit on the first row of its block only", .mustBeRead, alone: true) {
            sheet,
            _,
            _ in
            guard
                let column = sheet.column("unit") ?? sheet.meanings.firstIndex(of: .unitName)
            else { return false }
            var isChanged = false
            for row in sheet.body.indices.dropFirst().reversed() {
                let above = sheet.body[row - 1].cells[column]
                if !above.isEmpty, above == sheet.body[row].cells[column] {
                    sheet.body[row].cells[column] = ""
                    isChanged = true
                }
            }
            return isChanged
        },
    ]
}

extension Sheet {
    /// Puts names in the place of codes, where every unit of the sheet has one of its own.
    mutating func nameUnits(_ office: Office, _ name: (Unit) -> String) -> Bool {
        let units = office.context.roster.units
        let counts = Dictionary(grouping: units, by: { Fold.key($0.name) }).mapValues(\.count)
        guard let column = column("unit") else { return false }
        var names: [String] = []
        for row in body {
            guard let index = office.context.roster.index(of: row.cells[column]),
                counts[Fold.key(units[index].name)] == 1
            else { return false }
            names.append(name(units[index]))
        }
        for row in body.indices { body[row].cells[column] = names[row] }
        header[header.count - 1][column] = "Tên đơn vị"
        meanings[column] = .unitName
        return true
    }
}
