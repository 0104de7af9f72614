internal import Model

/// The titles of finding codes, as officials read them.
extension Words {
    func title(_ finding: Finding) -> String {
        title(finding.code, isSuspicion: finding.isSuspicion)
    }

    /// A code's title, or that of what only looks like it and was counted all the same.
    func title(_ code: FindingCode, isSuspicion: Bool) -> String {
        isSuspicion && code == .duplicate ? self("Nghi trùng nhau, vẫn tính") : title(code)
    }

    func title(_ code: FindingCode) -> String {
        switch code {
        case .notAFile: self("Không phải là tệp")
        case .fileChanged: self("Tệp thay đổi trong khi đọc")
        case .duplicateFile: self("Tệp trùng nội dung với tệp khác")
        case .tooLarge: self("Tệp quá lớn")
        case .tooManyColumns: self("Tệp có quá nhiều cột")
        case .empty: self("Tệp hoặc báo cáo trống")
        case .binary: self("Tệp không phải là văn bản CSV")
        case .encodingUnknown: self("Không xác định được bảng mã")
        case .encodingLossy: self("Chữ bị mất dấu do lưu sai bảng mã")
        case .encodingConverted: self("Đã chuyển bảng mã sang UTF-8")
        case .encodingRepaired: self("Đã khôi phục chữ bị lỗi bảng mã")
        case .lineEndingsMixed: self("Nhiều kiểu xuống dòng trong một tệp")
        case .quoteUnbalanced: self("Dấu nháy kép không đóng")
        case .quoteStray: self("Dấu nháy kép đặt sai chỗ")
        case .headerNotFound: self("Không tìm thấy dòng tiêu đề")
        case .formUnknown: self("Không nhận ra biểu")
        case .columnMissing: self("Thiếu cột bắt buộc")
        case .columnUnknown: self("Cột không có trong biểu")
        case .columnDuplicate: self("Hai cột có cùng ý nghĩa")
        case .rowRagged: self("Số ô của dòng khác tiêu đề")
        case .unitUnknown: self("Không đối chiếu được đơn vị")
        case .unitAmbiguous: self("Tên đơn vị khớp với nhiều đơn vị")
        case .unitClosed: self("Đơn vị đã giải thể, sáp nhập")
        case .unitOutOfScope: self("Đơn vị ngoài phạm vi của nơi gửi")
        case .periodUnknown: self("Không xác định được kỳ báo cáo")
        case .periodOutside: self("Kỳ báo cáo ngoài kỳ tổng hợp")
        case .keyMissing: self("Thiếu thông tin để nhận biết bản ghi")
        case .duplicate: self("Trùng nhau, chỉ tính 01 lần")
        case .superseded: self("Dòng được tệp nhận sau thay thế")
        case .totalRow: self("Dòng tổng cộng, không tính là số liệu")
        case .totalMismatch: self("Dòng tổng cộng không khớp")
        case .formulaError: self("Ô chứa lỗi công thức")
        case .requiredEmpty: self("Ô bắt buộc để trống")
        case .notANumber: self("Không phải là số")
        case .negative: self("Số âm")
        case .notADate: self("Ngày không hợp lệ")
        case .dateImplausible: self("Ngày không hợp lý")
        case .excelDateSuspected: self("Giá trị có thể bị Excel đổi thành ngày")
        case .notYesNo: self("Không phải là Có hoặc Không")
        case .notInList: self("Giá trị ngoài danh mục")
        case .tooLong: self("Nội dung quá dài")
        case .controlCharacters: self("Có ký tự điều khiển")
        case .invisibleCharacters: self("Có ký tự không nhìn thấy")
        case .entryLate: self("Bài dự thi ngoài thời hạn")
        case .entryTooLong: self("Bài dự thi quá số từ")
        case .authorMissing: self("Bài dự thi thiếu tác giả")
        case .cityWithoutDistrict: self("Đề nghị cấp trên khi chưa được công nhận")
        case .wrongSubject: self("Sai đối tượng")
        case .ballotsInconsistent: self("Số phiếu không khớp nhau")
        case .contradiction: self("Số liệu khai mâu thuẫn nhau hoặc với danh sách")
        }
    }
}
