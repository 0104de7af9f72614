/// The table behind a picture of the dashboard, folded until it is asked for.
struct DashboardTable {
    /// One column: its heading, and whether it holds numbers.
    struct Column {
        let heading: String
        let isNumber: Bool

        init(_ heading: String, isNumber: Bool = false) {
            self.heading = heading
            self.isNumber = isNumber
        }
    }

    let words: Words
    let caption: String
    let columns: [Column]
    let rows: [[String]]

    func write(to page: inout HTMLText) {
        page.element("details") { page in
            page.element("summary", words("Bảng số liệu: \(caption)"))
            writeTable(to: &page)
        }
        page.line()
    }

    /// The table itself, in a frame that scrolls by itself where the screen is narrow.
    func writeTable(to page: inout HTMLText) {
        let frame: [HTMLText.Attribute] = [
            .class("frame"), .init("tabindex", "0"), .init("role", "region"),
            .init("aria-label", caption),
        ]
        page.element("div", frame) { page in
            page.element("table") { page in
                page.element("caption", [.class("unseen")], caption)
                page.element("thead") { page in
                    page.element("tr") { page in
                        for column in columns {
                            page.element("th", attributes(column, scope: "col"), column.heading)
                        }
                    }
                }
                page.line()
                page.element("tbody") { page in
                    for row in rows { write(row, to: &page) }
                }
            }
        }
        page.line()
    }

    private func write(_ row: [String], to page: inout HTMLText) {
        page.element("tr") { page in
            for (index, (cell, column)) in zip(row, columns).enumerated() {
                if index == 0 {
                    page.element("th", attributes(column, scope: "row"), cell)
                } else {
                    page.element("td", column.isNumber ? [.class("number")] : [], cell)
                }
            }
        }
        page.line()
    }

    private func attributes(_ column: Column, scope: String) -> [HTMLText.Attribute] {
        [.init("scope", scope)] + (column.isNumber ? [.class("number")] : [])
    }
}
