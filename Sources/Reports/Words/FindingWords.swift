internal import Model

/// The titles of finding codes, as officials read them.
enum FindingWords {
    static func title(_ finding: Finding) -> String {
        title(finding.code, isSuspicion: finding.isSuspicion)
    }

    /// A code's title, or that of what only looks like it and was counted all the same.
    static func title(_ code: FindingCode, isSuspicion: Bool) -> String {
        isSuspicion && code == .duplicate ? "Nghi trùng nhau, vẫn tính" : title(code)
    }

    static func title(_ code: FindingCode) -> String {
        switch code {
        case .notAFile: "Không phải là tệp"
        case .fileChanged: "Tệp thay đổi trong khi đọc"
        case .duplicateFile: "Tệp trùng nội dung với tệp khác"
        case .tooLarge: "Tệp quá lớn"
        case .tooManyColumns: "Tệp có quá nhiều cột"
        case .empty: "Tệp trống"
        case .binary: "Tệp không phải là văn bản CSV"
        case .encodingUnknown: "Không xác định được bảng mã"
        case .encodingLossy: "Chữ bị mất dấu do lưu sai bảng mã"
        case .encodingConverted: "Đã chuyển bảng mã sang UTF-8"
        case .encodingRepaired: "Đã khôi phục chữ bị lỗi bảng mã"
        case .lineEndingsMixed: "Nhiều kiểu xuống dòng trong một tệp"
        case .quoteUnbalanced: "Dấu nháy kép không đóng"
        case .quoteStray: "Dấu nháy kép đặt sai chỗ"
        case .headerNotFound: "Không tìm thấy dòng tiêu đề"
        case .formUnknown: "Không nhận ra biểu"
        case .columnMissing: "Thiếu cột bắt buộc"
        case .columnUnknown: "Cột không có trong biểu"
        case .columnDuplicate: "Hai cột có cùng ý nghĩa"
        case .rowRagged: "Số ô của dòng khác tiêu đề"
        case .unitUnknown: "Không đối chiếu được đơn vị"
        case .unitAmbiguous: "Tên đơn vị khớp với nhiều đơn vị"
        case .unitClosed: "Đơn vị đã giải thể, sáp nhập"
        case .unitOutOfScope: "Đơn vị ngoài phạm vi của nơi gửi"
        case .periodUnknown: "Không xác định được kỳ báo cáo"
        case .periodOutside: "Kỳ báo cáo ngoài kỳ tổng hợp"
        case .keyMissing: "Thiếu thông tin để nhận biết bản ghi"
        case .duplicate: "Trùng nhau, chỉ tính 01 lần"
        case .superseded: "Dòng được tệp nhận sau thay thế"
        case .totalRow: "Dòng tổng cộng, không tính là số liệu"
        case .totalMismatch: "Dòng tổng cộng không khớp"
        case .formulaError: "Ô chứa lỗi công thức"
        case .requiredEmpty: "Ô bắt buộc để trống"
        case .notANumber: "Không phải là số"
        case .negative: "Số âm"
        case .notADate: "Ngày không hợp lệ"
        case .dateImplausible: "Ngày không hợp lý"
        case .excelDateSuspected: "Giá trị có thể bị Excel đổi thành ngày"
        case .notYesNo: "Không phải là Có hoặc Không"
        case .notInList: "Giá trị ngoài danh mục"
        case .tooLong: "Nội dung quá dài"
        case .controlCharacters: "Có ký tự điều khiển"
        case .invisibleCharacters: "Có ký tự không nhìn thấy"
        case .entryLate: "Bài dự thi ngoài thời hạn"
        case .entryTooLong: "Bài dự thi quá số từ"
        case .authorMissing: "Bài dự thi thiếu tác giả"
        case .cityWithoutDistrict: "Đề nghị cấp trên khi chưa được công nhận"
        case .wrongSubject: "Sai đối tượng"
        case .ballotsInconsistent: "Số phiếu không khớp nhau"
        case .contradiction: "Số liệu khai mâu thuẫn nhau hoặc với danh sách"
        }
    }
}
