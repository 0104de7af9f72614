extension Transform {
    /// What stands above and below a table.
    static let titles: [Transform] = [
        .layout("letterhead and titles", .mustBeRead) { sheet, _, _ in
            let middle = [String](repeating: "", count: max(1, sheet.width / 2))
            sheet.above = [
                ["UBND QUẬN THANH XUÂN"] + middle + ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
                ["PHÒNG NỘI VỤ"] + middle + ["Độc lập - Tự do - Hạnh phúc"], [],
                ["TỔNG HỢP KẾT QUẢ PHONG TRÀO THI ĐUA NĂM 2024"],
                ["(Kèm theo Công văn số 12/BC-PNV ngày 10/12/2024)"], ["Đơn vị tính: bài"], [],
            ].map(sheet.padded)
            return true
        },
        .layout("a title without delimiters", .mustBeRead) { sheet, _, _ in
            sheet.above = [["BÁO CÁO TỔNG HỢP NĂM 2024"], [""]]
            return true
        },
        .layout("row of column numbers", .mustBeRead) { sheet, _, _ in
            sheet.header.append((1...sheet.width).map { "(\($0))" })
            return true
        },
        .layout("row of column letters and numbers", .mustBeRead) { sheet, _, _ in
            guard sheet.width > 3 else { return false }
            sheet.header.append(["A", "B"] + (1...(sheet.width - 2)).map(String.init))
            return true
        },
        .layout("signatures", .mustBeRead, rows: true) { sheet, _, _ in
            guard sheet.width > 3 else { return false }
            let middle = [String](repeating: "", count: sheet.width - 2)
            sheet.below += [
                [], [""] + middle + ["Thanh Xuân, ngày 10 tháng 12 năm 2024"],
                ["Người lập biểu"] + middle + ["THỦ TRƯỞNG ĐƠN VỊ"],
                ["(Ký, họ tên)"] + middle + ["(Ký tên, đóng dấu)"], [], [],
                ["Nguyễn Văn Mẫu"] + middle + ["Trần Thị Mẫu"],
            ].map(sheet.padded)
            return true
        },
        .layout("a note below", .mustBeRead, rows: true) { sheet, _, _ in
            sheet.below += [sheet.padded(["Ghi chú: Số liệu tính đến ngày 10/12/2024"])]
            return true
        },
        .layout("#N/A rows below", .mustBeRead, rows: true) { sheet, _, _ in
            let row = [String](repeating: "#N/A", count: sheet.width)
            sheet.below += [row, row, row]
            return true
        },
    ]
}
