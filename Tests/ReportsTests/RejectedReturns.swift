import Intake
import Model
import Plans
import Reports
import Rollup
import TestSupport
import Testing

/// An office whose files have something wrong with them, and what comes back.
enum RejectedReturns {
    /// A file of which a row does not count, and the code for which one does not.
    struct Damage: Sendable, CustomTestStringConvertible {
        let code: FindingCode
        let path: String
        let bytes: [UInt8]

        var testDescription: String {
            "\(code.rawValue): \(String(decoding: bytes.prefix(200), as: UTF8.self))"
        }

        init(_ code: FindingCode, _ place: String, bytes: [UInt8]) {
            self.code = code
            path = "2024-12-05/\(place)/a.csv"
            self.bytes = bytes
        }

        init(_ code: FindingCode, _ place: String, _ text: String) {
            self.init(code, place, bytes: Array(text.utf8))
        }
    }

    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2024, to: 2024}
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups: {phuong: {name: Các phường, kinds: [PHUONG]}}
        indicators:
          - {id: M-1, name: Báo cáo, applies_to: phuong, measure: count(unit_report), each: ">= 1"}
        """

    static let units =
        "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hiệu lực đến ngày\n"
        + "Q,Quận Mẫu,HUYEN,,\nP1,Phường Hạ Đình,PHUONG,Q,\nP2,Phường Nhân Chính,PHUONG,Q,\n"
        + "T1,Trường THCS Nhân Chính,TRUONG,Q,\nP3,Phường Đã Chia,PHUONG,Q,2024-03-01\n"
        + "S1,Trường Tiểu học Mẫu,TRUONG,Q,\nS2,Trường Tiểu học Mẫu,TRUONG,Q,\n"

    private static func scenario(_ files: [Scenario.File]) -> Scenario {
        Scenario(plan: plan, units: units, files: files)
    }

    static func form(_ id: String) throws -> Form? {
        try scenario([]).readPlan().forms.forms.first { $0.id == id }
    }

    static func read(_ files: [Scenario.File]) throws -> [FileReading] {
        try scenario(files).collect(window: "2024").collection.files.map(\.reading)
    }

    /// The tables of rejected rows, by name.
    static func tables(_ files: [Scenario.File]) throws -> [String: String] {
        let frame = ReportFrame(
            judgement: try scenario(files).judge(window: "2024", asOf: "2024-12-31"),
            programVersion: "0",
            address: nil,
            anonymise: false
        )
        return Dictionary(
            uniqueKeysWithValues: RejectedCSV.tables(frame).map { ($0.name, $0.content) }
        )
    }

    // MARK: - Files

    private static let report = "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền\n"
    private static let named = "Đơn vị,Kỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền\n"
    private static let list = "STT,Họ và tên,Đối tượng,Năm\n"
    private static let ballots = "Họ và tên,Đối tượng,Năm,Số phiếu đồng ý/Tổng số phiếu\n"
    private static let activity = "Loại hoạt động,Ngày,Nội dung,Số người dự\n"
    private static let vertical = "STT,Nội dung,"

    private static func rows(_ cells: [String]) -> String {
        zip(["Số bài dự thi", "\"Số tin, bài đã đăng\"", "Số buổi tuyên truyền"], cells)
            .enumerated()
            .map { "\($0 + 1),\($1.0),\($1.1)\n" }.joined()
    }

    static let damages = cells + lines + places + sections + sideways + furtherTables

    /// Rows below sections and totals, and rows that are the sums of others.
    private static let sections = [
        Damage(
            .periodUnknown,
            "P1/2024",
            "STT,Họ và tên,Đối tượng\nI,Năm 2023,\n1,A A,Cá nhân\n"
        ),
        Damage(
            .periodUnknown,
            "P1/2024",
            list + "I,Cùng kỳ năm trước,,\n1,A A,Cá nhân,2024\n2,B B,Cá nhân,2024\n"
        ),
        Damage(
            .unitUnknown,
            "Q",
            "Đơn vị,Họ và tên,Đối tượng,Năm\nPhường Hạ Đình,A A,Cá nhân,2024\n"
                + "Cộng,,,\n,B B,Cá nhân,2024\n"
        ),
        Damage(.totalRow, "Q", report + "P1,2024,5,2\nP2,2024,6,1\nQ,2024,11,3\n"),
    ]

    /// Cells that cannot be read.
    private static let cells = [
        Damage(.notANumber, "P1/2024", "Số bài dự thi,Số buổi tuyên truyền\nnhiều,2\n"),
        Damage(.notANumber, "Q", report + "P1,2024,5x6,2\nP2,2024,1,2\n"),
        Damage(
            .notANumber,
            "P1",
            "Kỳ báo cáo,Số tập thể/cá nhân được khen thưởng,Số buổi tuyên truyền\n2024,ba tổ,2\n"
        ),
        Damage(.notANumber, "P1/2024", "Số bài dự thi,Số buổi tuyên truyền\n5\0,2\n"),
        Damage(.negative, "Q", report + "P1,2024,-5,2\n"),
        Damage(.excelDateSuspected, "Q", report + "P1,2024,02-Jan,2\n"),
        Damage(.notADate, "P1", activity + "Tập huấn,31/02/2024,A,30\n"),
        Damage(.excelDateSuspected, "P1", activity + "Tập huấn,05/01/2024,A,01/02/2023\n"),
        Damage(.notYesNo, "Q", "Mã đơn vị,Kỳ báo cáo,Đã ban hành kế hoạch\nP1,2024,màu xanh\n"),
        Damage(.notInList, "P1", list + "1,A A,CN,2024\n"),
        Damage(.notInList, "P1", activity + "Gì đó,05/01/2024,A,30\n"),
        Damage(.requiredEmpty, "P1", list + "1,A A,,2024\n"),
        Damage(.formulaError, "P1", list + "1,A A,#N/A,2024\n"),
        Damage(.periodUnknown, "Q", report + "P1,hôm qua,5,2\n"),
        Damage(
            .notInList,
            "P1",
            "Họ và tên,Đối tượng,Năm,\"Số, ngày QĐ công nhận\"\n"
                + "A A,CN,2024,12/QĐ-UBND ngày 05/3/2024\n"
        ),
        Damage(.notInList, "P1", ballots + "A A,CN,2024,9/10\n"),
        Damage(.notANumber, "P1", ballots + "A A,Cá nhân,2024,9\n"),
        Damage(.excelDateSuspected, "P1", ballots + "A A,Cá nhân,2024,45574\n"),
        Damage(.excelDateSuspected, "P1", ballots + "A A,Cá nhân,2024,09/10/2024\n"),
    ]

    /// Lines that were not or not wholly read.
    private static let lines = [
        Damage(.rowRagged, "P1", activity + "Tập huấn,05/01/2024,A,30,thừa\n"),
        Damage(.rowRagged, "P1", activity + "Tập huấn,05/01/2024,A,30\nTọa đàm,06/01/2024,B"),
        Damage(
            .rowRagged,
            "P1",
            "STT," + activity + "1,Tập huấn,05/01/2024,A,30\n"
                + "2;Tập huấn;06/01/2024;B;40,,,,\n"
        ),
        Damage(
            .quoteUnbalanced,
            "P1",
            activity + "Tập huấn,05/01/2024,\"A,30\n"
                + "Tập huấn,06/01/2024,B,31\nTập huấn,07/01/2024,C,32\n"
        ),
        Damage(
            .encodingUnknown,
            "P1",
            bytes: Array((activity + "Tập huấn,05/01/2024,Họp,3\n").utf8)
                + Array("Tập huấn,06/01/2024,Ph".utf8) + [0xB0, 0xFF, 0xC1] + Array("ng,4\n".utf8)
        ),
        Damage(
            .encodingUnknown,
            "Q",
            bytes: Array(
                (list + "I,Phường Hạ Đình,,\n1,Lê Ánh,Cá nhân,")
                    .utf8
            ) + Array("2024\n2,Ph".utf8) + [0xB0, 0xFF, 0xC1]
                + Array("ng Ba,Cá nhân,2024\n".utf8)
        ),
        Damage(.headerNotFound, "Q", "P1,2024,5,2\n" + report + "P2,2024,1,2\n"),
        Damage(
            .tooManyColumns,
            "P1",
            activity + "Tập huấn,05/01/2024,A,30"
                + String(repeating: ",x", count: 20_000) + "\n"
        ),
        Damage(.columnMissing, "P1", "Họ và tên,Năm,Chức vụ\nA A,2024,x\n"),
        Damage(.columnDuplicate, "P1", "Năm,Số người đăng ký,Số người đăng ký\n2024,1,2\n"),
        Damage(
            .keyMissing,
            "P1/2024",
            "Số bài dự thi,\"Khó khăn, vướng mắc\"\n5,Thiếu kinh phí\n"
                + ",và thiếu cán bộ\n"
        ),
    ]

    /// Rows of which nobody knows whose or of when they are.
    private static let places = [
        Damage(.unitUnknown, "Q", named + "Phường Nhan Chinh,2024,5,2\n"),
        Damage(.unitAmbiguous, "Q", named + "Trường Tiểu học Mẫu,2024,5,2\n"),
        Damage(.unitClosed, "Q", report + "P3,Quý IV/2024,5,2\n"),
        Damage(
            .unitUnknown,
            "Q",
            list + "I,Phường Hạ Đình,,\n1,A A,Cá nhân,2024\n"
                + "II,Phường Nhan Chinh,,\n1,B B,Cá nhân,2024\n"
        ),
        Damage(
            .unitUnknown,
            "Q",
            list + "I,Phường Hạ Đình,,\n1,A A,Cá nhân,2024\n"
                + "II,Trường học trên địa bàn,,\n1,B B,Cá nhân,2024\n"
        ),
        Damage(
            .unitUnknown,
            "Q",
            "STT,Đơn vị,Họ và tên,Đối tượng,Năm\n"
                + "1,Phường Hạ Đình,A A,Cá nhân,2024\n2,Phường Nhan Chinh,B B,Cá nhân,2024\n"
                + ",,C C,Cá nhân,2024\n"
        ),
        Damage(
            .unitUnknown,
            "Q",
            named + "Phường Hạ Đình,2024,5,40\n,2024,2,10\n"
                + "Phường Nhân Chính,2024,3,4\n"
        ),
        Damage(.unitUnknown, ".", "Kỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền\n2024,5,2\n"),
        Damage(
            .periodUnknown,
            "Q",
            "Đơn vị,Kỳ báo cáo,Quý I/2024,\n,,Số bài dự thi,"
                + "Số buổi tuyên truyền\nPhường Hạ Đình,2024,1,2\n"
        ),
    ]

    /// Tables on their side of which no column is a result for certain.
    private static let sideways = [
        Damage(
            .columnMissing,
            "P1/2024",
            vertical + "Chỉ tiêu giao,Thực hiện\n"
                + rows(["5,", "10,", "3,"])
        ),
        Damage(
            .columnMissing,
            "P1/2024",
            vertical + "6 tháng đầu năm,6 tháng cuối năm\n"
                + rows(["5,8", "10,12", "3,4"])
        ),
        Damage(
            .columnMissing,
            "P1/2024",
            vertical + "Quý I,Quý II,Cộng\n"
                + rows(["5,8,13", "10,12,22", "3,4,7"])
        ),
        Damage(
            .columnMissing,
            "P1/2024",
            vertical + "Trong kỳ,Lũy kế\n"
                + rows(["5,6", "10,11", "3,4"])
        ),
    ]

    /// Tables below or above the one that is read.
    private static let furtherTables = [
        Damage(
            .formUnknown,
            "Q",
            "Đơn vị,Kỳ báo cáo,Số ĐHTT đã xây dựng,,\n"
                + ",,Tập thể,Cá nhân,Hộ gia đình\nPhường Hạ Đình,2024,1,2,3\n,,,,\n,,Khen thưởng,,\n"
                + ",,Tập thể,Cá nhân,Hộ gia đình\nPhường Nhân Chính,2024,50,60,70\n"
        ),
        Damage(
            .formUnknown,
            "P1/2024",
            "Số bài dự thi,Số bài đạt giải\n5,1\n,\n"
                + "Số buổi tuyên truyền,Số đợt tự kiểm tra\n12,2\n"
        ),
        Damage(
            .formUnknown,
            "P1",
            list + "1,A B,Cá nhân,2024\n,,,\nSTT,Tên đề tài,Tác giả,Năm\n"
                + "1,Đề tài 1,Cá nhân,2024\n"
        ),
        Damage(
            .formUnknown,
            "P1",
            list + "1,A B,Cá nhân,2024\n,,,\n"
                + "II. DANH SÁCH KHÔNG ĐẠT,,,\nTT,Họ tên,Đối tượng,Năm\n1,X Y,Cá nhân,2024\n"
        ),
        Damage(
            .formUnknown,
            "P1/2024",
            "STT,Nội dung,Kết quả\n" + rows(["5", "10", "3"])
                + ",,\nHọ và tên,Đối tượng,Năm\nA A,Cá nhân,2024\n"
        ),
        Damage(.formUnknown, "P1", "Lớp,Sĩ số\n6A,42\n"),
    ]
}
