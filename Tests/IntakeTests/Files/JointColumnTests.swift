import Intake
import Model
import Plans
import Rollup
import TestSupport
import Testing

/// One column for the number and the day of a document: `Số, ngày QĐ công nhận`.
@Suite("Columns of number and day")
struct JointColumnTests {
    /// A reading with the texts of the numbers, and its first record's day and number.
    private func read(
        _ text: String,
        _ form: String,
        day: String,
        number: String
    ) throws -> (reading: FileReading, day: String?, number: String) {
        var scenario = Scenario(plan: Desk.plan, units: Desk.units)
        scenario.files = [Scenario.File("2024-12-01/P1/a.csv", text)]
        scenario.keeping = [form: [number]]
        let collection = try scenario.collect(window: "2024").collection
        let reading = collection.files[0].reading
        let fields = try #require(
            try scenario.readPlan().forms.forms.first { $0.id == form }
        )
        let batch = try #require(reading.batches.first)
        let places = try (#require(fields.index(of: day)), #require(fields.index(of: number)))
        return (reading, batch.day(places.0, 0)?.iso, batch.text(places.1, 0))
    }

    private func report(_ header: String, _ cells: String) throws -> (
        reading: FileReading, day: String?, number: String
    ) {
        try read(
            "Kỳ báo cáo,Đã ban hành kế hoạch (Có/Không),\(header)\nNăm 2024,Có,\(cells)\n",
            "unit_report",
            day: "plan_date",
            number: "plan_number"
        )
    }

    @Test(arguments: ["\"Số, ngày kế hoạch\"", "\"Kế hoạch (số, ngày)\""])
    func theDayIsTakenOutOfTheCell(header: String) throws {
        let found = try report(header, "\"Số 45/KH-UBND, ngày 12/01/2024\"")
        #expect(found.day == "2024-01-12")
        #expect(found.number == "45/KH-UBND")
        #expect(found.reading.findings.isEmpty)
    }

    @Test func aCellWithQuotesToUndoIsTakenApartAsWell() throws {
        let found = try report("\"Số, ngày kế hoạch\"", "\"45/KH-\"\"UB\"\", ngày 12/01/2024\"")
        #expect(found.day == "2024-01-12")
        #expect(found.number == "45/KH-\"UB\"")
    }

    @Test func aListOfExemplarsHasTheDayOfRecognition() throws {
        let found = try read(
            "STT,Họ và tên,Đối tượng,Năm,\"Số, ngày QĐ công nhận\"\n"
                + "1,Lê Mẫu A,Cá nhân,2024,12/QĐ-UBND ngày 05 tháng 3 năm 2024\n",
            "exemplar",
            day: "decided_on",
            number: "decision_number"
        )
        #expect(found.day == "2024-03-05")
        #expect(found.number == "12/QĐ-UBND")
        #expect(found.reading.findings.isEmpty)
    }

    @Test func whatCannotBeTakenApartIsToldAndStaysAsItIsWritten() throws {
        let found = try report("\"Số, ngày kế hoạch\"", "45/KH-UBND ngày 12/01")
        #expect(found.day == nil)
        #expect(found.number == "45/KH-UBND ngày 12/01")
        #expect(found.reading.records == 1)
        #expect(found.reading.findings.map(\.code) == [.notADate])
        #expect(found.reading.findings.map(\.severity) == [.warning])
        #expect(found.reading.findings.map(\.column) == ["Số, ngày kế hoạch"])
    }

    @Test func aNumberWithoutADayIsTheNumber() throws {
        let found = try report("\"Số, ngày kế hoạch\"", "45/KH-UBND")
        #expect(found.day == nil)
        #expect(found.number == "45/KH-UBND")
        #expect(found.reading.findings.isEmpty)
    }

    /// Where the day has a column of its own, that column says it.
    @Test func aColumnOfTheDayGoesBefore() throws {
        let found = try report(
            "\"Số, ngày kế hoạch\",Ngày kế hoạch",
            "45/KH-UBND ngày 12/01/2024,13/01/2024"
        )
        #expect(found.day == "2024-01-13")
        #expect(found.number == "45/KH-UBND ngày 12/01/2024")
        #expect(found.reading.findings.isEmpty)
    }

    /// A heading of the number alone promises no day.
    @Test func aColumnOfNumbersHoldsNumbersOnly() throws {
        let found = try report("Số kế hoạch", "45/KH-UBND ngày 12/01")
        #expect(found.day == nil)
        #expect(found.reading.findings.isEmpty)
    }

    /// Where the day dates the record, it goes before what stands above the table and the folder.
    @Test func theDayOfARecordMayStandInTheCell() throws {
        let aliases = "forms: {proposal: {aliases: {document_number: [\"Số, ngày tờ trình\"]}}}"
        var scenario = Scenario(plan: Desk.plan + "\n" + aliases, units: Desk.units)
        scenario.files = [
            Scenario.File(
                "2024-12-01/P1/2024/a.csv",
                "Năm: 2025,,,\nHọ và tên,Đối tượng,Cấp khen thưởng,\"Số, ngày tờ trình\"\n"
                    + "Lê Mẫu A,Cá nhân,Quận,1/TTr-UBND ngày 05/02/2024\n"
            )
        ]
        let reading = try scenario.collect(window: "2024").collection.files[0].reading
        #expect(reading.records == 1)
        #expect(reading.placement.periods.isEmpty)
        #expect(reading.placement.days.map { Day(number: $0).iso } == ["2024-02-05"])
        #expect(reading.findings.isEmpty)
    }

    /// In a form of the plan's own, a row without a required day is handed back.
    @Test func aRequiredDayHasToStandInTheCell() throws {
        var scenario = Scenario(
            plan: Desk.plan + """

                forms:
                  permit:
                    name: Giấy phép
                    fields:
                      number: {header: Số giấy phép, key: true, aliases: ["Số, ngày giấy phép"]}
                      issued: {header: Ngày giấy phép, type: date, required: true, dating: true}
                      holder: {header: Người giữ}
                """,
            units: Desk.units
        )
        scenario.files = [
            Scenario.File(
                "2024-12-01/P1/a.csv",
                "\"Số, ngày giấy phép\",Người giữ\n1/GP ngày 05/02/2024,A\n2/GP,B\n"
            )
        ]
        let reading = try scenario.collect(window: "2024").collection.files[0].reading
        #expect(reading.records == 1)
        #expect(reading.findings.map(\.code) == [.requiredEmpty])
        #expect(reading.rejected.map(\.line) == [3])
    }
}
