import Foundation
@testable import Intake
import Model
import Plans
import Rollup
import TestSupport
import Testing

/// What is kept of a reading is the reading, and damaged bytes are none.
@Suite struct StoredReadingTests {
    /// A plan with files, read.
    struct Case: Sendable, CustomTestStringConvertible {
        let context: ReadingContext
        let reading: FileReading
        var testDescription: String { reading.place.path }
    }

    /// The files of the sample plans, and tables with every kind of fault.
    static let cases: [Case] = samples + made

    private static let samples: [Case] = {
        let input = testsFolder.deletingLastPathComponent().appendingPathComponent("input")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: input.path)) ?? []
        return names.sorted().flatMap { (try? plan(input.appendingPathComponent($0))) ?? [] }
    }()

    private static func plan(_ folder: URL) throws -> [Case] {
        func text(_ name: String) throws -> String {
            String(
                decoding: try Data(contentsOf: folder.appendingPathComponent(name)),
                as: UTF8.self
            )
        }
        var scenario = Scenario(plan: try text("plan.yaml"), units: try text("units.csv"))
        scenario.changes = (try? text("changes.csv")) ?? ""
        let root = folder.appendingPathComponent("submissions")
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        where path.hasSuffix(".csv") {
            let bytes = try Data(contentsOf: root.appendingPathComponent(path))
            scenario.files.append(Scenario.File(path, bytes: Array(bytes)))
        }
        return try cases(scenario)
    }

    private static func cases(_ scenario: Scenario) throws -> [Case] {
        let (collection, base) = try scenario.collect(window: "2024")
        // Once with the texts that the plan asks for and once with all of them.
        let whole = ReadingContext(
            plan: base.plan,
            roster: base.roster,
            changes: base.changes,
            reported: Dictionary(
                uniqueKeysWithValues: base.plan.forms.forms.map {
                    ($0.id, Set($0.fields.map(\.code)))
                }
            )
        )
        return collection.files.map { Case(context: base, reading: $0.reading) }
            + scenario.files.map { file in
                Case(context: whole, reading: read(file.bytes, file.path, whole))
            }
    }

    private static func read(
        _ bytes: [UInt8],
        _ path: String,
        _ context: ReadingContext
    ) -> FileReading {
        var reader = FileReader(place: FilePlace(path: path, context: context), context: context)
        for block in reader.push(bytes) { reader.add(reader.interpreter.read(block)) }
        for block in reader.finish() { reader.add(reader.interpreter.read(block)) }
        return reader.settled()
    }

    private static let made: [Case] = {
        var scenario = Scenario(plan: Desk.plan, units: Desk.units)
        let rows = """
            P1,Tập huấn,05/04/2024,Nội dung một,20
            P1,Không rõ,31/02/2024,"Nội dung
            hai",-3
            P9,Kiểm tra,05/04/2024,Ba,x
            ,,,,
            P4,Tọa đàm,2024-09-01,Bốn,"1.234"
            Tổng cộng,,,,99

            """
        let entries = "Mã bài;Tên bài viết;Tác giả;Ngày nộp\nB1;Gương;An; Bình;05/04/2024\n"
        let texts: [(String, String)] = [
            ("2024-04-01/Q/hoat-dong.csv", Desk.header + rows),
            ("2024-04-01/P1/hoat-dong.csv", "CỘNG HÒA\n\n" + Desk.header + rows + rows),
            ("2024-04-01/P2/trong.csv", ""),
            (
                "2024-04-01/Q/tong.csv",
                "Mã đơn vị,Kỳ báo cáo,Số bài dự thi\nQ,2024,3\nP1,2024,1\nP2,2024,2\n"
            ),
            ("2024-04-01/P2/khong-ro.csv", "a,b\n1,2\n3,4\n"),
            ("2024/P3/tieu-de.csv", Desk.header),
            ("2024-04-01/Phường Hòa Mẫu.csv", entries),
            ("2024-04-01/P3/bai.csv", entries + "B2;Gương 2;Tác giả;06/04/2024\nB3;;;\n"),
            (
                "2024-04-01/P3/giai.csv",
                "Mã bài;Tên bài viết;Tác giả;Ngày nộp;Giải\nB7;Gương 7;Ai;06/04/2024;Giải Nhất\n"
            ),
            ("2024-04-01/P3/cam-ket.csv", "Năm,Số người đăng ký,Ngày ký\n2024,12,01/03/2024\n"),
            (
                "2024-04-01/P3/phieu.csv",
                "Họ và tên,Đối tượng,Năm,Số phiếu đồng ý/Tổng số phiếu\nAn,Cá nhân,2024,9/10\n"
            ),
            ("2024-04-01/P3/hong.csv", Desk.header + "P1,\"Tập huấn,05/04/2024\n" + rows),
        ]
        scenario.files = texts.map { Scenario.File($0.0, $0.1) }
        scenario.files.append(
            Scenario.File(
                "2024-04-01/P1/nhi-phan.csv",
                bytes: [0x50, 0x4B, 3, 4] + [UInt8](0...255)
            )
        )
        var random = SplitMix64(seed: 7)
        for number in 0..<60 {
            var bytes = Array((Desk.header + rows + rows).utf8)
            for _ in 0...Int.random(in: 0...9, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] =
                    UInt8.random(in: 0...255, using: &random)
            }
            scenario.files.append(Scenario.File("2024-04-01/P1/m-\(number).csv", bytes: bytes))
        }
        return (try? cases(scenario)) ?? []
    }()

    @Test func aReadingComesBackAsItWas() throws {
        #expect(StoredReadingTests.cases.count > 100)
        for entry in StoredReadingTests.cases {
            let bytes = StoredReading.bytes(of: entry.reading)
            let back = try #require(StoredReading.reading(of: bytes, context: entry.context))
            #expect(differences(entry.reading, back) == [], "\(entry.testDescription)")
            #expect(StoredReading.bytes(of: back) == bytes)
        }
    }

    /// Fields that were added and not kept would be found missing here.
    @Test func everyPartOfAReadingIsKept() throws {
        let reading = try #require(StoredReadingTests.cases.first).reading
        let parts = Set(Mirror(reflecting: reading).children.compactMap(\.label))
        // Until a reading is settled only.
        let passing: Set = [
            "controls", "formulaTail", "isInOtherTable", "monthFirst", "namelessColumns",
            "nodeRows", "unitsFromAbove",
        ]
        #expect(parts.subtracting(passing).count == 21, "\(parts.sorted())")
        let batch = try #require(
            StoredReadingTests.cases.lazy.compactMap(\.reading.batches.first).first
        )
        #expect(Mirror(reflecting: batch).children.count == 15)
        #expect(Mirror(reflecting: batch.identities.held).children.count == 4)
    }

    @Test func cutBytesAreNone() throws {
        for entry in StoredReadingTests.cases.prefix(30) + StoredReadingTests.made.prefix(20) {
            let bytes = StoredReading.bytes(of: entry.reading)
            for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97)) {
                let cut = Array(bytes[..<count])
                #expect(StoredReading.reading(of: cut, context: entry.context) == nil)
                // Also where somebody has put the check right.
                guard count > 9 else { continue }
                let sealed = StoredReading.sealed(cut)
                #expect(StoredReading.reading(of: sealed, context: entry.context) == nil)
            }
        }
    }

    /// Under which unit's name a record was sent is kept: a reading without it is read anew.
    @Test func theNameThatARecordBearsIsKept() throws {
        var scenario = Scenario(plan: Desk.plan, units: Desk.units)
        scenario.changes = Desk.changes
        scenario.files = [
            .init(
                "2024-09-01/hd.csv",
                Desk.header + "P1,Tọa đàm,2024-09-01,Một,2\nP4,Tọa đàm,2024-09-01,Hai,2\n"
            )
        ]
        let (collection, context) = try scenario.collect(window: "2024")
        let reading = try #require(collection.files.first).reading
        let bytes = StoredReading.bytes(of: reading)
        let back = try #require(StoredReading.reading(of: bytes, context: context))
        let closed = try #require(context.roster.index(of: "P4"))
        #expect(back.batches.first?.writtenUnit(0) == nil)
        #expect(back.batches.first?.writtenUnit(1) == closed)
        #expect(back.batches.first?.units.last == back.batches.first?.units.first)
        // What the program kept before it knew of names.
        #expect(StoredReading.reading(of: [1] + bytes.dropFirst(), context: context) == nil)
    }

    @Test func aFlippedBitIsFound() throws {
        for entry in StoredReadingTests.made {
            let bytes = StoredReading.bytes(of: entry.reading)
            for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 199)) {
                var flipped = bytes
                flipped[place] ^= 1 << UInt8(place % 8)
                #expect(StoredReading.reading(of: flipped, context: entry.context) == nil)
            }
        }
    }

    /// Bytes with a right check that no program wrote: whatever comes back can be looked at.
    @Test func hostileBytesNeverTrap() throws {
        var random = SplitMix64(seed: 11)
        var decoded = 0
        for entry in StoredReadingTests.cases {
            let bytes = StoredReading.bytes(of: entry.reading)
            for _ in 0..<25 {
                var hostile = bytes
                for _ in 0...Int.random(in: 0...2, using: &random) {
                    let place = Int.random(in: 9..<bytes.count, using: &random)
                    hostile[place] =
                        [0, 1, 127, 128, 255, hostile[place] &+ 1]
                        .randomElement(using: &random) ?? 0
                }
                guard
                    let reading = StoredReading.reading(
                        of: StoredReading.sealed(hostile),
                        context: entry.context
                    )
                else { continue }
                decoded += 1
                for batch in reading.batches { look(at: batch, entry.context) }
            }
        }
        #expect(decoded > 0)
    }

    /// Asks for every value, as reports do.
    private func look(at batch: RecordBatch, _ context: ReadingContext) {
        let fields = context.plan.forms.forms[batch.form].fields
        for record in 0..<batch.count {
            _ = context.roster.units[Int(batch.units[record])]
            _ = batch.explicitPeriod(record)
            _ = batch.authors(of: record)
            for field in fields.indices {
                _ = batch.isBlank(field, record)
                _ = batch.number(field, record)
                _ = batch.day(field, record)
                _ = batch.period(field, record)
                _ = batch.foldedText(field, record) + Array(batch.text(field, record).utf8)
                if fields[field].type == .enum, let code = batch.code(field, record) {
                    _ = fields[field].values[code]
                }
            }
        }
    }

    /// The parts in which two readings differ; texts are compared byte by byte.
    private func differences(_ a: FileReading, _ b: FileReading) -> [String] {
        func bytes(_ value: some Any) -> [UInt8] { Array(String(reflecting: value).utf8) }
        let parts: [(String, Bool)] = [
            ("place", a.place == b.place && bytes(a.place) == bytes(b.place)),
            ("form", a.form == b.form), ("headers", bytes(a.headers) == bytes(b.headers)),
            ("headings", a.headings == b.headings),
            ("meanings", a.meanings == b.meanings), ("encoding", a.encoding == b.encoding),
            ("dialect", a.dialect == b.dialect), ("headerLine", a.headerLine == b.headerLine),
            ("headerLines", a.headerLines == b.headerLines),
            ("isVertical", a.isVertical == b.isVertical), ("batches", a.batches == b.batches),
            ("findings", bytes(a.findings) == bytes(b.findings)),
            // Where in the bytes its cells stand may differ.
            ("rejected", a.rejected == b.rejected),
            ("cells", bytes(a.rejected.map(\.cells)) == bytes(b.rejected.map(\.cells))),
            ("lines", a.lines == b.lines),
            ("rows", a.rows == b.rows), ("placement", a.placement == b.placement),
            ("mentionsOthers", a.mentionsOthers == b.mentionsOthers),
            ("bytes", a.bytes == b.bytes), ("physicalLines", a.physicalLines == b.physicalLines),
            ("unlisted", a.unlisted == b.unlisted), ("headerFault", a.headerFault == b.headerFault),
        ]
        return parts.filter { !$0.1 }.map(\.0)
    }
}
