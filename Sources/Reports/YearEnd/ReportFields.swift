/// What the template of `report.txt` may name, chapter by chapter (domain.md 6.4).
enum ReportFields {
    static let all = frame + work + indicators + units

    private static let frame = [
        TextField("period", "kỳ, như trong câu: năm 2024, giai đoạn 2023-2025"),
        TextField("subject", "trích yếu: Kết quả thực hiện Kế hoạch … năm 2024"),
        TextField("subject_in_sentence", "trích yếu, như trong câu: kết quả thực hiện …"),
        TextField("basis", "căn cứ ghi ở kế hoạch"),
        TextField("next_period", "kỳ sau, chữ in hoa: NĂM 2025"),
        TextField("is_stage", "báo cáo giai đoạn", .flag),
        TextField("basis_lines", "số liệu theo cơ cấu nào, đơn vị nào đã nhập, tách", .lines),
        TextField("compared_with", "kỳ đem so, cơ cấu chung của hai kỳ; trống nếu không so"),
        TextField("not_compared", "vì sao không so với cùng kỳ"),
        TextField("has_decisions", "có quyết định có tác dụng", .flag),
        TextField("decisions", "các quyết định có tác dụng trong báo cáo", .lines),
    ]

    /// A figure out of a register.
    private static let count = [
        TextField("count", "số lượng: 02, 1.620"),
        TextField("none", "số lượng bằng 0", .flag),
        TextField("units", "số đơn vị có"),
        TextField("counted", "số lượng kèm tên gọi: 02 văn bản, 1 document"),
        TextField("counted_units", "số đơn vị có, kèm tên gọi: 05 đơn vị, 5 units"),
        TextField("change", "so với cùng kỳ: tăng 12 bài (tăng 9,1%) so với cùng kỳ năm 2023"),
    ]

    private static func figure(
        _ name: String,
        _ meaning: String,
        _ more: [TextField] = []
    ) -> TextField {
        TextField(name, meaning, .group(count + more))
    }

    private static let parts = TextField("parts", "chia theo loại: 83 kế hoạch, 57 tiêu chuẩn")
    /// Of activities also who came, and each of those that the report lists.
    private static let held = [
        TextField("attendees", "tổng số người dự; trống nếu không ghi"),
        TextField(
            "list",
            "từng lần: ngày, đơn vị, nội dung (tập huấn, kiểm tra, hội nghị)",
            .lines
        ),
    ]

    private static let work = [
        TextField("progress", "các thời hạn: bao nhiêu đơn vị đã gửi", .lines),
        figure("documents", "văn bản đã ban hành", [parts]),
        figure("dissemination", "hội nghị quán triệt", held),
        figure("training", "lớp tập huấn", held),
        TextField("trained", "số lượt người được tập huấn do đơn vị khai, khi không có danh sách"),
        figure("inspections", "cuộc kiểm tra", held),
        TextField("self_checks", "số đợt tự kiểm tra do đơn vị khai"),
        TextField("years_table", "bảng số liệu từng năm của báo cáo giai đoạn"),
        figure("exemplars", "điển hình tiên tiến", [parts]),
        figure("emerging", "nhân tố mới"),
        TextField("reviews", "bình xét đúng, trái quy định"),
        figure("columns", "chuyên mục, chuyên trang"),
        figure(
            "posts",
            "tin, bài, phóng sự",
            [TextField("lists", "số đơn vị gửi danh sách, kèm tên gọi: 54 đơn vị")]
        ),
        TextField("declared_posts", "số tin, bài do đơn vị khai, khi không có danh sách"),
        figure("sessions", "buổi tuyên truyền, sinh hoạt", held),
        TextField(
            "declared_sessions",
            "số buổi tuyên truyền do đơn vị khai, khi không có danh sách"
        ),
        figure("exchanges", "tọa đàm, giao lưu, tham quan", held),
        figure("pledges", "giao ước thi đua", [TextField("registrants", "số người đăng ký")]),
        TextField(
            "contests",
            "từng cuộc thi",
            .list([
                TextField("name", "tên cuộc thi"),
                TextField("entries", "số bài"),
                TextField("valid", "số bài hợp lệ"),
                TextField("authors", "số tác giả"),
                TextField("joined", "số đơn vị tham gia"),
                TextField(
                    "least",
                    "số bài hợp lệ ít nhất để tính là tham gia, kèm tên gọi: 01 bài"
                ),
                TextField("particulars", "loại hình, sơ khảo, giải, bài trùng"),
                TextField("change", "số bài so với cuộc thi của năm trước"),
            ])
        ),
        TextField("no_contest", "kế hoạch không có cuộc thi", .flag),
        figure("conferences", "hội nghị biểu dương", held),
        figure("proposals", "đề nghị khen thưởng", [parts]),
        figure(
            "commendations",
            "khen thưởng",
            [parts, TextField("direct", "người trực tiếp trong số cá nhân được khen")]
        ),
        TextField(
            "empty",
            "phần không có số liệu nào để điền",
            .group([
                TextField("training", "mục I.3", .flag),
                TextField("exemplars", "mục III.1", .flag),
                TextField("fostering", "mục III.2", .flag),
                TextField("publicity", "mục III.3", .flag),
                TextField("contest", "mục III.4, khi kế hoạch có cuộc thi", .flag),
                TextField("commending", "mục III.5", .flag),
                TextField("checking", "mục III.7", .flag),
            ])
        ),
        TextField("clusters_table", "bảng các cụm, khối thi đua; trống nếu không có"),
    ]

    private static let indicators = [
        TextField(
            "indicators",
            "các chỉ tiêu",
            .group([
                TextField("total", "tổng số chỉ tiêu"),
                TextField("met", "số chỉ tiêu đạt và vượt"),
                TextField("share", "tỷ lệ chỉ tiêu đạt và vượt"),
                TextField("verdicts", "số chỉ tiêu theo từng kết quả"),
                TextField("table", "bảng toàn bộ chỉ tiêu"),
            ])
        )
    ]

    private static let shortcomings = TextField.Shape.list([
        TextField("subject", "chỉ tiêu hoặc báo cáo"),
        TextField("count", "số đơn vị"),
        TextField("counted_units", "số đơn vị, kèm tên gọi: 05 đơn vị, 5 units"),
        TextField("names", "tên các đơn vị"),
    ])

    private static let voices = TextField.Shape.list([
        TextField("units", "đơn vị nêu"), TextField("text", "nội dung đã nêu"),
    ])

    private static let units = [
        TextField("has_late", "có đơn vị gửi sau hạn", .flag),
        TextField("has_missing", "có đơn vị được giao chưa gửi", .flag),
        TextField("has_unmet", "có chỉ tiêu mà đơn vị được giao chưa thực hiện", .flag),
        TextField("has_asked", "có nội dung đề nghị quan tâm", .flag),
        TextField("has_own", "có chỉ tiêu chung chưa đạt", .flag),
        TextField("has_own_late", "có chỉ tiêu chung hoàn thành sau hạn", .flag),
        TextField("late", "đơn vị gửi sau hạn", shortcomings),
        TextField("missing", "đơn vị được giao chưa gửi báo cáo", shortcomings),
        TextField("unmet", "chỉ tiêu mà đơn vị được giao chưa thực hiện", shortcomings),
        TextField("asked", "nội dung đề nghị MTTQ, đoàn thể quan tâm", shortcomings),
        TextField("own", "chỉ tiêu chung chưa đạt", .lines),
        TextField("own_late", "chỉ tiêu chung hoàn thành sau hạn", .lines),
        TextField("nothing_missing", "không còn đơn vị nào thiếu", .flag),
        TextField("has_lessons", "có đơn vị nêu bài học kinh nghiệm", .flag),
        TextField(
            "lessons",
            "bài học kinh nghiệm mà các đơn vị nêu, nhiều nhất 10 ý, mỗi ý nhiều nhất 300 chữ cái",
            voices
        ),
        TextField("more_lessons", "số bài học còn lại, không in"),
        TextField("lessons_hidden", "bản ẩn danh: bao nhiêu bài học không in"),
        TextField("difficulties", "khó khăn, vướng mắc của các đơn vị", voices),
        TextField("requests", "kiến nghị, đề xuất của các đơn vị", voices),
        TextField("voices_hidden", "bản ẩn danh: bao nhiêu ý kiến không in"),
    ]
}
