import Judgement
import Model
import Plans
import Reports
import TestSupport
import Testing

/// Letters that ask units to look at their figures again.
///
/// All data is synthetic.
@Suite("Correction notes") struct UnitNotesTests {
    private static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2024, to: 2024}
        root: Q
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups: {phuong: {name: Các phường, kinds: [PHUONG]}}
        reports: [{id: q, parent: UBND QUẬN MẪU, office: PHÒNG NỘI VỤ, place: Mẫu, signer: TRƯỞNG PHÒNG}]
        deadlines: {annual: {form: pledge, before: "{year}-12-15", applies_to: phuong}}
        indicators:
          - {id: M-1, name: Giao ước, applies_to: phuong, measure: count(pledge), each: ">= 1"}
        """
    private static let units =
        "Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Hình thức giao\nQ,Quận Mẫu,HUYEN,,\n"
        + "NV,Phòng Nội vụ,PHONG,Q,\nP1,Phường Mẫu Một,PHUONG,Q,\nP:2,Phường Mẫu Hai,PHUONG,Q,\n"
        + "MT,Ủy ban MTTQ quận,MTTQ,Q,\nTN,Đoàn Thanh niên,CTXH,Q,đề nghị\n"

    private func notes(
        _ files: [(String, String)],
        asOf: String = "2024-11-01",
        anonymise: Bool = false
    ) throws -> [(name: String, content: String)] {
        let scenario = Scenario(
            plan: Self.plan,
            units: Self.units,
            files: files.map { Scenario.File($0.0, $0.1) }
        )
        let judgement = try scenario.judge(window: "2024", asOf: asOf)
        return UnitNotes.render(
            ReportFrame(
                judgement: judgement,
                programVersion: "0",
                address: judgement.scene.plan.reports.first,
                anonymise: anonymise
            )
        )
    }

    private func words(_ text: String) -> String {
        text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    /// A unit whose every row came back did send something (domain.md 6.1).
    @Test func whatWasHandedBackIsNotCalledUnsent() throws {
        let back = "Mã đơn vị,Năm,Số người đăng ký\nP1,2024,nhiều\n"
        let letters = try notes([("2024-11-20/P1/a.csv", back)], asOf: "2025-01-05")
        let letter = words(try #require(letters.first { $0.name == "P1" }).content)
        #expect(letter.contains("Đã gửi nhưng bị trả lại: Giao ước thi đua"))
        #expect(letter.contains("Yêu cầu chỉnh"))
        #expect(!letter.contains("Chưa gửi"))
        let silent = try #require(
            letters.first { $0.name == "P:2" || $0.name.hasPrefix("P") && $0.name != "P1" }
        )
        #expect(silent.content.contains("Chưa gửi"))
    }

    @Test(arguments: [("2024-06-25", false), ("2024-07-15", true), ("2024-07-25", true)])
    func theGrantedDayOfATotalIsTheOneOfTheLetter(asOf: String, isAsked: Bool) throws {
        var scenario = Scenario(
            plan: Self.plan
                + """

                  - {id: M-2, name: Tổng số, measure: count(pledge), total: ">= 9", due: {by: "{year}-06-30"}}
                """,
            units: Self.units
        )
        scenario.decisions = """
            Số quyết định,Ngày,Loại,Mã đơn vị,Mã chỉ tiêu,Kỳ,Giá trị,Lý do,Hết hiệu lực
            1/QĐ,2024-06-01,Gia hạn,Q,M-2,2024,2024-07-20,x,

            """
        let judgement = try scenario.judge(window: "2024", asOf: asOf)
        let notes = UnitNotes.render(
            ReportFrame(
                judgement: judgement,
                programVersion: "0",
                address: judgement.scene.plan.reports.first,
                anonymise: false
            )
        )
        let letter = notes.first { $0.name == "Q" }?.content ?? ""
        #expect(letter.contains("20/07/2024  05 ngày") == isAsked, "\(letter)")
        #expect(!letter.contains("30/06/2024"), "\(letter)")
    }

    private static let bad = "Năm,Số người đăng ký,Ký cùng\n2024,mười,a\n"

    @Test func onlyUnitsWithSomethingToMendAreWrittenTo() throws {
        let notes = try notes([
            ("2024-02-01/P1/a.csv", Self.bad),
            ("2024-02-01/NV/a.csv", "Năm,Số người đăng ký\n2024,5\n"),
            ("2024-02-01/P:2/a.csv", Self.bad),
        ])
        // Names of files are made safe.
        #expect(notes.map(\.name) == ["P1", "P-2"])
        #expect(notes[0].content.contains("Kính gửi: Phường Mẫu Một"))
        #expect(!notes[0].content.contains("P:2"))
    }

    @Test func theFileOfASubmitterIsForTheSubmitterToMend() throws {
        let notes = try notes([
            ("2024-02-01/P1/a.csv", "Mã đơn vị,Năm,Số người đăng ký\nNV,2024,5\n")
        ])
        #expect(notes.map(\.name) == ["P1"])
    }

    @Test(arguments: [
        // The ward has a deadline ahead: before the day after its last one.
        ("P1", "2024-11-01", "15/12/2024"),
        // The last day itself is too short a term: a Saturday, so the fifth working day is a
        // Friday.
        ("P1", "2024-12-14", "20/12/2024"),
        // The office has none: Friday, so the fifth working day is the next Friday.
        ("NV", "2024-11-01", "08/11/2024"),
        ("NV", "2024-11-03", "08/11/2024"),
        ("NV", "2024-11-04", "11/11/2024"),
    ])
    func theTermIsTheNextDeadlineOrFiveWorkingDays(
        unit: String,
        asOf: String,
        day: String
    ) throws {
        let notes = try notes([("2024-02-01/\(unit)/a.csv", Self.bad)], asOf: asOf)
        #expect(words(notes[0].content).contains("gửi lại trước ngày \(day)."))
    }

    @Test(arguments: [("MT", true), ("TN", true), ("P1", false)])
    func thoseWhoAreAskedAreAskedPolitely(unit: String, isSoft: Bool) throws {
        let note = words(try notes([("2024-02-01/\(unit)/a.csv", Self.bad)])[0].content)
        #expect(note.contains("Trân trọng đề nghị") == isSoft)
        #expect(note.contains("Quá thời hạn trên, phòng Nội vụ tổng hợp") == !isSoft)
    }

    @Test func contactsAreHiddenAndSoAreValuesOfAnAnonymisedReport() throws {
        let file = (
            "2024-02-01/P1/a.csv",
            "Năm,Số người đăng ký\n2024,\"0912 345 678 a@b.vn\"\n2024,Nguyễn Văn Mẫu\n"
        )
        let note = try notes([file])[0].content
        #expect(!note.contains("0912"))
        #expect(!note.contains("@"))
        #expect(note.contains("Nguyễn"))
        #expect(try !notes([file], anonymise: true)[0].content.contains("Nguyễn"))
    }

    @Test func longListsAreCutWithTheExactRest() throws {
        // 60 different findings a file: one for each column of a heading of its own.
        let columns = (1...60).map { "Cột lạ \($0)" }.joined(separator: ",")
        let file = "Năm,Số người đăng ký,\(columns)\n2024,mười\n"
        let note = words(
            try notes([("2024-02-01/P1/a.csv", file)])[0].content
        )
        #expect(note.contains("khác của tệp này: xem findings.csv."))
        // 60 unknown columns, a short row and a number that is none: 62, of which 40 are listed.
        #expect(note.contains("… và 22 nội dung khác"), "\(note.suffix(300))")
    }

    @Test func noLineIsWiderThanAHundredColumnsWhateverWasSent() throws {
        let odd = "\u{1B}[31m" + String(repeating: "Rấtdài", count: 60) + "\r\u{202E}漢字"
        let path = "2024-02-01/P1/" + String(repeating: "ten-dai-", count: 20) + ".csv"
        let file = "Năm,Số người đăng ký,\(odd)\n2024,\"\(odd)\",x\n"
        for note in try notes([(path, file)]) {
            for line in note.content.split(separator: "\n") {
                #expect(DisplayWidth.of(line) <= 100, "\(line)")
            }
            #expect(!note.content.unicodeScalars.contains("\u{1B}"))
            #expect(!note.content.unicodeScalars.contains("\u{202E}"))
        }
    }

    // MARK: - Reminders

    @Test(
        arguments: [
            // Fifteen days before the last day nobody is reminded, fourteen days before everybody.
            ("2024-11-29", [], ""),
            ("2024-11-30", ["P1", "P-2"], "PHIẾU NHẮC VIỆC"),
            ("2024-12-14", ["P1", "P-2"], "PHIẾU NHẮC VIỆC"),
            ("2024-12-15", ["P1", "P-2"], "PHIẾU ĐÔN ĐỐC"),
        ] as [(String, [String], String)]
    )
    func aUnitIsRemindedFromFourteenDaysBeforeTheLastDay(
        asOf: String,
        units: [String],
        title: String
    ) throws {
        let notes = try notes([], asOf: asOf)
        #expect(notes.map(\.name) == units)
        for note in notes { #expect(note.content.contains(title)) }
    }

    @Test func aReminderSaysWhatWasDueWhenAndForHowLong() throws {
        let note = words(try notes([], asOf: "2025-01-10")[0].content)
        #expect(note.contains("Chưa gửi: Giao ước thi đua 14/12/2024 27 ngày"))
        #expect(note.contains("Đề nghị đơn vị khẩn trương thực hiện"))
        #expect(note.contains("Số: /"))
    }

    @Test func aUnitThatSentInTimeIsNotRemindedOfAnything() throws {
        let notes = try notes(
            [("2024-02-01/P1/a.csv", "Năm,Số người đăng ký\n2024,5\n")],
            asOf: "2025-01-10"
        )
        #expect(notes.map(\.name) == ["P-2"])
    }

    @Test func whatIsOverdueAndWhatIsToBeMendedStandInOneLetter() throws {
        let note = try notes([("2024-02-01/P1/a.csv", Self.bad)], asOf: "2025-01-10")[0]
        #expect(note.content.contains("I. NỘI DUNG ĐÃ ĐẾN HẠN"))
        #expect(note.content.contains("II. SỐ LIỆU ĐỀ NGHỊ KIỂM TRA, CHỈNH LÝ"))
    }

    @Test func whoIsAskedIsRemindedPolitely() throws {
        let plan = Self.plan.replacing("kinds: [PHUONG]", with: "kinds: [CTXH]")
        let judgement = try Scenario(plan: plan, units: Self.units)
            .judge(window: "2024", asOf: "2025-01-10")
        let frame = ReportFrame(
            judgement: judgement,
            programVersion: "0",
            address: judgement.scene.plan.reports.first,
            anonymise: false
        )
        let note = words(UnitNotes.render(frame)[0].content)
        #expect(note.contains("PHIẾU ĐỀ NGHỊ QUAN TÂM THỰC HIỆN"))
        #expect(note.contains("Trân trọng đề nghị Đoàn Thanh niên quan tâm"))
        for word in ["khẩn trương", "ĐÔN ĐỐC", "Quá hạn", "Chưa gửi:"] {
            #expect(!note.contains(word), "\(word)")
        }
    }
}
