package import Model

/// What officials read about files that are not taken as they are.
package enum FileFindings {
    static func voidsNothing(_ decision: Decision) -> Finding {
        var target = ""
        if case .void(let named) = decision.kind { target = named }
        return Finding(
            .notInList,
            severity: .warning,
            unit: decision.unit,
            file: "decisions.csv",
            row: decision.line,
            column: "Giá trị",
            value: target,
            message:
                "Quyết định số \(decision.number) loại một bài nộp chưa từng nhận được, nên không có tác dụng.",
            fix:
                "Hãy ghi đúng đường dẫn của tệp dưới submissions (hoặc mã SHA-256 của tệp) ở cột Giá trị."
        )
    }

    /// For a decision about a file of other units than the one that it names: neither has anything
    /// to do about it, so it stands in no unit's letter.
    static func voidsAnothers(_ decision: Decision, of unit: String, owners: [String]) -> Finding {
        let names = owners.joined(separator: ", ")
        return Finding(
            .notInList,
            severity: .warning,
            file: "decisions.csv",
            row: decision.line,
            column: "Mã đơn vị",
            value: decision.unit ?? "",
            expected: names,
            message:
                "Quyết định số \(decision.number) loại bài nộp của \(names) nhưng ghi \(unit), nên "
                + "không có tác dụng.",
            fix:
                "Hãy ghi đơn vị đã gửi bài hoặc đơn vị cấp trên của nó ở cột Mã đơn vị, hoặc để trống; "
                + "nếu nhầm bài thì sửa cột Giá trị."
        )
    }

    static func notAFile(_ path: String) -> Finding {
        Finding(
            .notAFile,
            file: path,
            message:
                "Đây không phải tệp thông thường (liên kết, ống dẫn hoặc thiết bị) nên không đọc.",
            fix: "Hãy chép chính tệp dữ liệu vào thư mục nộp bài, không tạo liên kết tới nơi khác."
        )
    }

    static func folderLink(_ path: String) -> Finding {
        Finding(
            .notAFile,
            file: path,
            message: "Đây là liên kết tới một thư mục; các tệp trong đó không được đọc.",
            fix: "Hãy chép cả thư mục vào thư mục nộp bài thay cho liên kết."
        )
    }

    static func unreadable(_ path: String, reason: String) -> Finding {
        Finding(
            .notAFile,
            file: path,
            message: "Không mở được tệp: \(reason). Bản nhận lần trước, nếu có, vẫn được tính.",
            fix:
                "Người vận hành cấp quyền đọc tệp cho tài khoản chạy tổng hợp; lần chạy sau sẽ nhận. "
                + "Đơn vị không phải gửi lại."
        )
    }

    static func unlisted(_ path: String, reason: String) -> Finding {
        Finding(
            .notAFile,
            file: path,
            message:
                "Không mở được thư mục: \(reason). Các bài đã nhận từ thư mục này vẫn được tính.",
            fix:
                "Người vận hành cấp quyền đọc thư mục cho tài khoản chạy tổng hợp; lần chạy sau sẽ "
                + "nhận. Đơn vị không phải gửi lại."
        )
    }

    /// For a plan that never had a drop folder: a new plan, or a share that is not mounted.
    static func noDropFolder() -> Finding {
        Finding(
            .notAFile,
            file: "submissions",
            message: "Kế hoạch không có thư mục nộp bài submissions nên chưa nhận được gì.",
            fix: "Nếu thư mục ở ổ mạng, hãy nối ổ rồi chạy lại; nếu kế hoạch mới, hãy tạo thư mục."
        )
    }

    static func tooDeep(_ path: String) -> Finding {
        Finding(
            .notAFile,
            file: path,
            message: "Thư mục lồng quá \(DropFolder.maximalDepth) cấp nên không đọc tiếp.",
            fix: "Hãy đưa các tệp lên thư mục cấp trên."
        )
    }

    static func tooLarge(_ path: String, size: Int64, limit: Int64) -> Finding {
        Finding(
            .tooLarge,
            file: path,
            value: "\(size) byte",
            expected: "không quá \(limit) byte",
            message: "Tệp lớn hơn giới hạn \(limit / 1_048_576) MiB nên không đọc. "
                + "Bản nhận lần trước, nếu có, vẫn được tính.",
            fix: "Hãy chia tệp thành nhiều tệp nhỏ hơn, mỗi tệp giữ nguyên dòng tiêu đề."
        )
    }

    static func spreadsheet(_ path: String) -> Finding {
        Finding(
            .binary,
            file: path,
            message: "Đây là tệp Excel; chương trình chỉ đọc tệp CSV nên tệp này chưa được tính.",
            fix:
                "Hãy mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu “CSV UTF-8”, rồi nộp tệp CSV."
        )
    }

    static func archive(_ path: String) -> Finding {
        Finding(
            .binary,
            file: path,
            message: "Đây là tệp nén; chương trình không mở tệp nén nên các tệp trong đó chưa được "
                + "tính.",
            fix: "Hãy giải nén rồi chép các tệp CSV vào thư mục nộp bài."
        )
    }

    /// For a table, or a folder of tables, whose name begins with a dot.
    static func hidden(_ path: String, isFolder: Bool) -> Finding {
        Finding(
            .notAFile,
            file: path,
            message: isFolder
                ? "Đây là thư mục ẩn (tên bắt đầu bằng dấu chấm); các tệp trong đó không được đọc."
                : "Đây là tệp ẩn (tên bắt đầu bằng dấu chấm) nên không đọc.",
            fix: "Nếu là bài nộp, hãy bỏ dấu chấm ở đầu tên; nếu không phải, hãy xóa đi."
        )
    }

    static func nameNotUTF8(_ path: String) -> Finding {
        Finding(
            .encodingRepaired,
            file: path,
            message:
                "Tên tệp hoặc thư mục không viết bằng UTF-8 hoặc có ký tự điều khiển; các byte "
                + "lạ được ghi bằng mã số. Dữ liệu trong tệp vẫn được tính.",
            fix: "Hãy đặt lại tên bằng chữ không dấu hoặc tiếng Việt Unicode."
        )
    }

    static func changedWhileRead(_ path: String) -> Finding {
        Finding(
            .fileChanged,
            file: path,
            message: "Tệp đang được chép hoặc sửa trong lúc đọc nên để lại cho lần chạy sau. "
                + "Bản nhận lần trước, nếu có, vẫn được tính.",
            fix:
                "Không cần làm gì nếu tệp vừa được chép vào; nếu lặp lại, hãy đóng tệp rồi nộp lại."
        )
    }

    /// For a version whose path names a day that has not come (CONTRACT §11.25).
    package static func datedAhead(_ path: String) -> Finding {
        Finding(
            .dateImplausible,
            severity: .warning,
            file: path,
            message: "Ngày ở tên thư mục hoặc tên tệp muộn hơn ngày nhận; tính là nhận lúc chạy.",
            fix: "Hãy sửa lại ngày ở đầu tên thư mục hoặc tên tệp."
        )
    }

    /// For a file that holds the very bytes of another.
    package static func sameBytes(_ path: String, as other: String) -> Finding {
        Finding(
            FindingKind(
                .duplicateFile,
                unit: nil,
                file: path,
                wording: "Tệp giống hệt tệp \"\(file: other)\"; mỗi bản ghi chỉ tính một lần.",
                fix: "Không cần sửa; lần sau chỉ gửi một tệp."
            ),
            row: 0
        )
    }

    /// For a file in the folder of one period that holds the very bytes of a file in another's.
    ///
    /// Where neither a column nor a date says when, each of the two counts for the period of its
    /// folder.
    package static func sameBytes(
        _ path: String,
        of unit: String?,
        during period: String,
        as other: String,
        during otherPeriod: String
    ) -> Finding {
        Finding(
            FindingKind(
                .duplicateFile,
                unit: unit,
                file: path,
                wording: "Tệp giống hệt tệp \"\(file: other)\" của kỳ \"\(otherPeriod)\"; nếu "
                    + "dòng không ghi kỳ, ngày, mỗi tệp được tính cho kỳ của thư mục mình.",
                fix: "Nếu đặt nhầm tệp của kỳ khác vào thư mục kỳ \"\(period)\" thì gửi lại tệp "
                    + "đúng; nếu số liệu hai kỳ bằng nhau thì không cần sửa."
            ),
            row: 0
        )
    }

    /// For a file of one unit that holds the very bytes of another unit's.
    ///
    /// Where it does not name its unit in a column, each of the two counts for the unit that handed
    /// it in: a list that was copied counts twice, and two reports that there is nothing are right.
    package static func sameBytes(
        _ path: String,
        of unit: String,
        as other: String,
        of otherName: String
    ) -> Finding {
        Finding(
            FindingKind(
                .duplicateFile,
                unit: unit,
                file: path,
                wording: "Tệp giống hệt tệp \"\(file: other)\" của \(otherName); nếu không có cột "
                    + "đơn vị, mỗi đơn vị được tính theo tệp của mình.",
                fix: "Nếu chép nhầm tệp của đơn vị khác thì gửi lại tệp đúng; nếu cả hai đều không "
                    + "có gì để báo cáo thì không cần sửa."
            ),
            row: 0
        )
    }
}
