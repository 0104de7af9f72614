internal import Model
internal import Plans

/// The words of the findings that reading a file makes, together so that they stay of one style
/// (domain.md 6.2).
enum ReadingMessages {
    static func encodingFault(_ fault: EncodingFault) -> (FindingCode, (String, String)) {
        switch fault {
        case .unknown:
            (
                .encodingUnknown,
                (
                    "Không xác định được bảng mã của tệp.",
                    "Đề nghị lưu lại theo định dạng \"CSV UTF-8\" và gửi lại."
                )
            )
        case .lossy:
            (
                .encodingLossy,
                (
                    "Tệp có ký tự bị mất dấu (\"?\") do lưu sai bảng mã, không thể khôi phục.",
                    "Đề nghị gửi lại tệp gốc, lưu theo định dạng \"CSV UTF-8\"."
                )
            )
        case .binary:
            (
                .binary,
                (
                    "Tệp không phải là văn bản CSV (là tệp Excel, PDF, tệp nén hoặc tệp nhị phân).",
                    "Trong Excel chọn Lưu thành (Save as) – CSV UTF-8, rồi gửi lại."
                )
            )
        }
    }

    static func encodingConverted(_ name: String) -> (String, String) {
        ("Tệp có bảng mã \(name), đã chuyển sang UTF-8.", "Không cần sửa.")
    }

    static func encodingRepaired(_ name: String) -> (String, String) {
        (
            "Tệp có bảng mã \(name), đã khôi phục chữ tiếng Việt.",
            "Kiểm tra lại tên và chữ trong tệp; lần sau lưu theo định dạng \"CSV UTF-8\"."
        )
    }

    static func cellRepaired(_ name: String) -> (String, String) {
        (
            "Ô có chữ theo bảng mã \(name), đã khôi phục.",
            "Kiểm tra lại nội dung ô; gõ lại bằng phông Unicode."
        )
    }

    static let rowUnreadable = (
        "Dòng có ký tự sai bảng mã, không đọc được.",
        "Gõ lại dòng này bằng phông Unicode rồi lưu theo định dạng \"CSV UTF-8\"."
    )

    static let layoutUnreadable = (
        "Dòng này không được đọc là số liệu và có ký tự sai bảng mã; tệp có thể bị cắt giữa chừng.",
        "Nếu là dòng số liệu thì ghi lại đủ dòng ấy rồi gửi lại tệp; nếu không thì không cần sửa."
    )

    static let empty = ("Tệp trống.", "Kiểm tra lại tệp đã gửi.")

    static func headerNotFound(_ searched: Int) -> (String, String) {
        (
            "Không tìm thấy dòng tiêu đề (đã kiểm tra \(searched) dòng đầu).",
            "Giữ nguyên dòng tiêu đề của biểu mẫu; có thể lấy biểu mẫu bằng lệnh tonghop template."
        )
    }

    static func formUnknown() -> (String, String) {
        (
            "Có dòng tiêu đề nhưng không nhận ra là biểu nào.",
            "Dùng đúng tên cột của biểu mẫu; các dòng của tệp được giữ trong rejected/unknown-form.csv."
        )
    }

    static func ragged(_ found: Int, _ expected: Int, isRejected: Bool) -> (String, String) {
        isRejected
            ? (
                "Dòng có \(found) ô, nhiều hơn \(expected) cột của tiêu đề; không biết ô nào thuộc cột nào.",
                "Đặt trong ngoặc kép các ô có dấu phân cách, rồi gửi lại dòng này."
            )
            : (
                "Dòng có \(found) ô, ít hơn \(expected) cột của tiêu đề; các ô cuối được coi là để trống.",
                "Kiểm tra các ô cuối dòng."
            )
    }

    static func joined(_ expected: Int) -> (String, String) {
        (
            "Cả dòng nằm trong một ô: không được tách theo dấu phân cách của tệp thành \(expected) cột "
                + "nên không đọc được.",
            "Tách dòng này thành từng ô như các dòng khác (cùng một dấu phân cách, không đặt cả dòng "
                + "trong ngoặc kép), rồi gửi lại."
        )
    }

    static func unitUnknown(_ name: String, _ suggestion: String?) -> (String, String) {
        (
            "Không đối chiếu được đơn vị \"\(name)\" với danh mục.",
            suggestion.map { "Có phải là \"\($0)\"? Ghi đúng mã hoặc tên đơn vị theo danh mục." }
                ?? "Ghi đúng mã hoặc tên đơn vị theo danh mục."
        )
    }

    static let unitAboveUnreadable = (
        "Đơn vị của dòng này ghi ở dòng trên nhưng không đối chiếu được.",
        "Sửa tên đơn vị ở dòng trên."
    )

    static let otherTable = (
        "Từ dòng này là một bảng khác, không đọc được theo tiêu đề của bảng đầu.",
        "Mỗi tệp chỉ để một bảng; tách bảng này ra tệp riêng rồi gửi lại."
    )

    static let tableAbove = (
        "Từ dòng này đến dòng tiêu đề là một bảng khác, không đọc được.",
        "Mỗi tệp chỉ để một bảng; tách bảng này ra tệp riêng rồi gửi lại."
    )

    static let tableBeside = (
        "Từ dòng này là một bảng khác, không đọc được cùng với bảng xếp dọc.",
        "Mỗi tệp chỉ để một bảng; tách bảng này ra tệp riêng rồi gửi lại."
    )

    static let aboveHeader = (
        "Dòng số liệu nằm trên dòng tiêu đề nên không được tính.",
        "Đưa dòng tiêu đề lên trên mọi dòng số liệu, rồi gửi lại."
    )

    static func cutShort(_ found: Int, _ expected: Int) -> (String, String) {
        (
            "Dòng cuối tệp chỉ có \(found) ô trên \(expected) cột và không có dấu xuống dòng: tệp có thể bị cắt "
                + "giữa chừng.",
            "Gửi lại tệp đầy đủ; nếu dòng này đã đủ thì thêm dấu phân cách cho các ô trống ở cuối dòng."
        )
    }

    static func sectionUnknown(_ name: String, _ suggestion: String?) -> (String, String) {
        (
            "Đơn vị của dòng này ghi ở đề mục \"\(name)\" phía trên nhưng không đối chiếu được.",
            suggestion.map { "Có phải là \"\($0)\"? Ghi đúng mã hoặc tên đơn vị ở đề mục." }
                ?? "Ghi đúng mã hoặc tên đơn vị ở đề mục, hoặc thêm cột Mã đơn vị."
        )
    }

    static func twoPeriods(_ one: String, _ other: String) -> (String, String) {
        (
            "Dòng ghi hai kỳ khác nhau: \(one) và \(other).",
            "Ghi một kỳ, hoặc hai kỳ mà kỳ này nằm trong kỳ kia."
        )
    }

    static func headedPeriod(_ own: String, _ headed: String) -> (String, String) {
        (
            "Dòng của kỳ \(own) nhưng tiêu đề trên các cột số liệu ghi \(headed); không rõ số liệu của kỳ nào.",
            "Ghi số liệu của từng kỳ vào dòng riêng có cột Kỳ báo cáo, hoặc sửa tiêu đề."
        )
    }

    static let unnamedTotal = (
        "Dòng chỉ có số, không ghi đơn vị, dưới một bảng có ghi đơn vị: không rõ là số của ai.",
        "Nếu là dòng tổng thì ghi \"Tổng cộng\"; nếu là số của một đơn vị thì ghi mã đơn vị."
    )

    static func dayOutside(_ day: String, _ from: Int, _ to: Int) -> (String, String) {
        (
            "Ngày \(day) nằm ngoài giai đoạn \(from)-\(to) của kế hoạch; dòng không vào chỉ tiêu nào.",
            "Kiểm tra lại năm."
        )
    }

    static let totalRow = (
        "Dòng tổng cộng: dùng để đối chiếu, không tính vào số liệu.",
        "Không cần sửa."
    )

    static func sumOfOthers(_ unit: String) -> (String, String) {
        (
            "Dòng của \(unit) đúng bằng tổng các dòng khác trong bảng: có thể là dòng tổng cộng nên "
                + "không tính.",
            "Là dòng tổng thì ghi \"Tổng cộng\" ở ô đầu dòng; là số liệu riêng của \(unit) thì gửi "
                + "dòng này thành một tệp riêng."
        )
    }

    static func totalMismatch(
        _ declared: String,
        _ computed: String,
        _ gap: String
    ) -> (String, String) {
        (
            "Dòng tổng cộng không khớp: tệp ghi \(declared), hệ thống tính lại \(computed) "
                + "(chênh lệch \(gap)).",
            "Kiểm tra lại các dòng số liệu và dòng tổng cộng; số liệu được tính theo từng dòng."
        )
    }

    static func unlisted(_ unlisted: Unlisted) -> (String, String) {
        (
            "Tệp có quá nhiều lỗi: còn \(unlisted.rows) dòng bị loại và \(unlisted.findings) kết quả "
                + "kiểm tra không liệt kê ở đây.",
            "Sửa các lỗi đã liệt kê rồi gửi lại cả tệp; bản gốc vẫn được lưu trong sổ nhận."
        )
    }

    static func formulaTail(_ rows: Int) -> (String, String) {
        (
            "Có \(rows) dòng chỉ có lỗi công thức (#N/A …), không phải là số liệu.",
            "Xóa các dòng công thức thừa ở cuối bảng."
        )
    }

    static func unitsFromAbove(_ rows: Int, _ first: Int) -> (String, String) {
        (
            "Có \(rows) dòng để trống đơn vị (từ dòng \(first)), được tính cho đơn vị ghi ở dòng trên.",
            "Không cần sửa nếu do gộp ô; nếu không thì ghi mã đơn vị ở từng dòng."
        )
    }

    static func unreadParts(_ value: String) -> (String, String) {
        (
            "\"\(value)\" không cho biết mỗi loại (tập thể, cá nhân, hộ gia đình) là bao nhiêu.",
            "Ghi như \"02 tập thể, 03 cá nhân\", hoặc tách thành từng cột."
        )
    }

    static func unreadJoint(_ value: String) -> (String, String) {
        (
            "\"\(value)\" không tách được thành số và ngày; ngày được coi là để trống.",
            "Ghi như \"15/QĐ-UBND, ngày 12/3/2024\", hoặc tách thành hai cột."
        )
    }

    static func unitMissing(_ suggestion: String?) -> (String, String) {
        (
            "Không rõ dòng này của đơn vị nào.",
            (suggestion.map { "Có phải là \($0)? " } ?? "")
                + "Ghi mã đơn vị, hoặc đặt tệp trong thư mục mang mã đơn vị."
        )
    }

    static func codeAndName(_ id: String, _ name: String, _ written: String) -> (String, String) {
        (
            "Mã \(id) là của \(name) nhưng cột tên ghi \"\(written)\"; số liệu được tính theo mã.",
            "Kiểm tra lại mã và tên đơn vị."
        )
    }

    static let invisible = (
        "Ô có ký tự không nhìn thấy (chép từ nơi khác); đã bỏ qua khi đọc.", "Không cần sửa."
    )

    static let lostLetters = (
        "Ô có chữ bị mất (ký tự thay thế \u{FFFD}).", "Gõ lại nội dung ô."
    )

    static let control = (
        "Ô có ký tự điều khiển.", "Gõ lại nội dung ô nếu thấy sai."
    )

    static func serialDate(_ value: String, _ day: Day) -> (String, String) {
        (
            "\"\(value)\" là ngày ghi dưới dạng số của Excel; được đọc là \(day.slashed).",
            "Kiểm tra lại ngày; định dạng cột là Date (dd/mm/yyyy) trước khi lưu CSV."
        )
    }

    static func monthFirst(_ rows: Int) -> (String, String) {
        (
            "Có \(rows) ngày chỉ đúng nếu ghi tháng trước, ngày sau (kiểu Mỹ); các ngày khác của cột "
                + "có thể đã bị đảo ngày và tháng.",
            "Kiểm tra cả cột; định dạng đúng: dd/mm/yyyy."
        )
    }

    static func unitAmbiguous(_ name: String, _ units: [String]) -> (String, String) {
        (
            "Tên \"\(name)\" là của nhiều đơn vị: \(units.joined(separator: ", ")).",
            "Ghi mã đơn vị thay cho tên."
        )
    }

    static func outOfScope(_ unit: String, _ submitter: String) -> (String, String) {
        (
            "\(submitter) không báo cáo thay được cho \(unit).",
            "Đơn vị chỉ báo cáo cho mình và cho đơn vị trực thuộc."
        )
    }

    static func unitClosed(_ unit: String, _ since: Day, _ successor: String?) -> (String, String) {
        if let successor {
            return (
                "\(unit) đã sáp nhập từ ngày \(since.slashed); số liệu được ghi nhận cho \(successor).",
                "Từ ngày sáp nhập, ghi đơn vị là \(successor)."
            )
        }
        return (
            "\(unit) đã giải thể hoặc chia tách từ ngày \(since.slashed); dòng này không được tính.",
            "Ghi đơn vị tiếp nhận."
        )
    }

    static let periodUnknown = (
        "Không rõ dòng này thuộc kỳ nào.",
        "Ghi kỳ báo cáo hoặc năm, như \"2024\" hoặc \"Quý I/2024\"."
    )

    static func notAPeriod(_ value: String) -> (String, String) {
        (
            "\"\(value)\" không phải là kỳ báo cáo.",
            "Ghi như \"2024\", \"Quý I/2024\", \"Tháng 5/2024\"."
        )
    }

    static func schoolYear(_ value: String, _ year: String) -> (String, String) {
        (
            "\"\(value)\" không trùng với năm của kế hoạch; dòng được tính vào \(year).",
            "Ghi kỳ theo năm của kế hoạch nếu số liệu là của cả năm đó."
        )
    }

    static func bareYears(_ value: String, _ stage: String) -> (String, String) {
        (
            "\"\(value)\" được hiểu là \"\(stage)\", không phải là báo cáo của từng năm: không tính "
                + "cho năm nào.",
            "Là năm học thì ghi \"Năm học \(value)\"; là một năm thì ghi năm ấy; đúng là giai đoạn thì "
                + "ghi \"\(stage)\"."
        )
    }

    static func otherPeriod(_ title: String, _ place: String, _ titles: String) -> (
        String, String
    ) {
        (
            "\(titles) ghi kỳ \"\(title)\" nhưng tệp nằm trong thư mục của kỳ \"\(place)\"; số liệu "
                + "được tính cho kỳ \"\(place)\".",
            "Thêm cột Kỳ báo cáo, hoặc đặt tệp trong thư mục của đúng kỳ."
        )
    }

    static func periodOutside(_ name: String, _ from: Int, _ to: Int) -> (String, String) {
        (
            "Kỳ \(name) nằm ngoài giai đoạn \(from)-\(to) của kế hoạch.",
            "Kiểm tra lại năm của dòng này."
        )
    }

    static let keyMissing = (
        "Dòng không có gì để nhận biết bản ghi (các cột khóa đều trống).",
        "Ghi đủ các cột nhận biết của biểu."
    )

    static let continuation = (
        "Dòng không ghi đơn vị, kỳ và không có số liệu nào.",
        "Nếu là phần tiếp theo của dòng trên, gộp vào ô của dòng đó; nếu là báo cáo riêng, ghi đủ đơn vị, kỳ và số liệu."
    )

    static func requiredEmpty(_ header: String) -> (String, String) {
        ("Cột bắt buộc \"\(header)\" để trống.", "Ghi đủ cột \"\(header)\".")
    }

    static func nothing(_ value: String, _ header: String) -> (String, String) {
        (
            "\"\(value)\" không phải là \"\(header)\".",
            "Không có gì để ghi thì bỏ dòng này, giữ lại dòng tiêu đề của biểu; có thì ghi đúng nội "
                + "dung của cột."
        )
    }

    static func ditto(_ value: String) -> (String, String) {
        (
            "\"\(value)\" chỉ cho biết là như dòng trên; chương trình không tự điền.",
            "Ghi đủ nội dung của ô, không ghi \"nt\", \"như trên\" hay dấu nháy."
        )
    }

    static func totalForName(_ value: String, _ header: String) -> (String, String) {
        (
            "\"\(value)\" là lời của dòng tổng, không phải là \"\(header)\".",
            "Là dòng tổng thì bỏ dòng này; không phải thì ghi đúng cột \"\(header)\"."
        )
    }

    static func claimed(_ value: String, _ header: String) -> (String, String) {
        (
            "\"\(value)\" không phải là \"\(header)\" nên ô này coi như để trống.",
            "Ghi đúng nội dung của cột; chưa có thì để trống."
        )
    }

    static func notANumber(_ value: String) -> (String, String) {
        ("\"\(value)\" không phải là số.", "Chỉ ghi chữ số, như 12 hoặc 1.234.")
    }

    static func ambiguousNumber(_ value: String) -> (String, String) {
        (
            "\"\(value)\" có thể là hàng nghìn, có thể là phần thập phân.",
            "Ghi lại cho rõ, như 1234 hoặc 1,5."
        )
    }

    static func negative(_ value: String) -> (String, String) {
        ("\"\(value)\" là số âm.", "Số lượng không thể âm; kiểm tra lại.")
    }

    static func notADate(_ value: String) -> (String, String) {
        ("Ngày \"\(value)\" không hợp lệ.", "Định dạng đúng: dd/mm/yyyy.")
    }

    static func dateImplausible(_ day: Day) -> (String, String) {
        ("Ngày \(day.slashed) khó có thể đúng.", "Kiểm tra lại năm.")
    }

    static func excelDate(_ value: String) -> (String, String) {
        (
            "Giá trị \"\(value)\" có thể đã bị Excel tự chuyển đổi.",
            "Định dạng cột là Text trong Excel rồi ghi lại giá trị gốc."
        )
    }

    static func formulaError(_ value: String) -> (String, String) {
        ("Ô có lỗi công thức \(value).", "Sửa công thức trong Excel rồi xuất lại tệp.")
    }

    static func notYesNo(_ value: String) -> (String, String) {
        ("\"\(value)\" không phải là Có hoặc Không.", "Ghi \"Có\" hoặc \"Không\".")
    }

    static func notInList(
        _ value: String,
        _ field: Field,
        _ suggestion: String?
    ) -> (String, String) {
        let labels = field.values.compactMap(\.labels.first)
        // A list that nobody would read to its end is in the template.
        let list =
            labels.count <= mostListed
            ? "Ghi đúng một giá trị trong danh sách: \(labels.joined(separator: "; "))."
            : "Ghi đúng một giá trị trong danh sách."
        return (
            "\"\(value)\" không có trong danh sách của cột \"\(field.header)\".",
            suggestion.map { "Có phải là \"\($0)\"? \(list)" } ?? list
        )
    }

    private static let mostListed = 8
}
