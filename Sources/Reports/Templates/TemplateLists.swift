internal import Judgement
internal import Model
internal import Plans

/// The sheet `DanhMuc`: the values that drop-downs of a template offer.
struct TemplateLists {
    static let sheetName = "DanhMuc"

    private struct List {
        var heading: String
        var values: [String]
        var width: Double
    }

    private var lists: [List] = []
    /// The list of each field, by index.
    private var listOfField: [Int: Int] = [:]

    init(_ template: FormTemplate) {
        let form = template.form
        if let unit = form.unitField {
            listOfField[unit] = 0
            let units = template.units
            lists.append(List(heading: "Mã đơn vị", values: units.map(\.id), width: 20))
            lists.append(List(heading: "Tên đơn vị", values: units.map(\.name), width: 42))
        }
        for (index, field) in form.fields.enumerated() where index != form.unitField {
            var values: [String] = []
            switch field.type {
            case .enum: values = field.values.compactMap(\.labels.first)
            case .yesNo: values = ["Có", "Không"]
            case .period: values = template.periods(index)
            default: break
            }
            guard !values.isEmpty else { continue }
            let heading = field.type == .yesNo ? "Có/Không" : field.header
            if let known = lists.firstIndex(where: { $0.values == values }) {
                listOfField[index] = known
            } else {
                listOfField[index] = lists.count
                lists.append(List(heading: heading, values: values, width: 24))
            }
        }
    }

    /// What a field's drop-down offers; nil where it has none.
    func rule(of field: Int) -> SheetEntry.Rule? {
        guard let list = listOfField[field], !lists[list].values.isEmpty else { return nil }
        let rows = 0...(lists[list].values.count - 1)
        return .list(
            sheet: TemplateLists.sheetName,
            CellRange(column: list, rows: rows)
        )
    }

    var sheet: Sheet? {
        guard !lists.isEmpty else { return nil }
        let height = lists.map(\.values.count).max() ?? 0
        return Sheet(
            name: TemplateLists.sheetName,
            tabColour: .grey,
            titles: ["DANH MỤC DÙNG ĐỂ CHỌN"],
            columns: lists.map { SheetColumn($0.heading, width: $0.width) },
            numbersColumns: false,
            rows: (0..<height).map { row in
                SheetRow(lists.map { row < $0.values.count ? .text($0.values[row]) : .empty })
            },
            orientation: .portrait
        )
    }
}
