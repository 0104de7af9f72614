@testable import Intake
import Model
import Plans
import TestSupport
import Testing

/// A file reads the same whatever was read before it: what is remembered from file to file only
/// saves work.
@Suite("What is known from earlier files")
struct KnownHeaderTests {
    private static let headers = [
        "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,Số buổi tuyên truyền,Số hội nghị",
        "Mã đơn vị,Kỳ báo cáo,Số bài dự thi (bài),Số buổi tuyên truyền (1),Số bài đạt giải",
        "Mã đơn vị,Loại hoạt động,Ngày,Nội dung,Số người dự",
        "STT,Mã đơn vị,Loại hoạt động,Ngày,Nội dung,Số người dự,STT,Cột lạ",
        "Đơn vị,Kỳ báo cáo,Số ĐHTT đã xây dựng,,Số bài dự thi",
        "Mã đơn vị,Họ và tên/Tên tập thể,Đối tượng,Số QĐ,Ngày QĐ,Cấp khen,\"Danh hiệu, hình thức\"",
        "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,Số bài dự thi",
        "Nội dung,Ngày,Số người dự", "BÁO CÁO,,,,", "Cột một,Cột hai,Cột ba,Cột bốn",
    ]
    private static let cells = [
        "", "", "", "P1", "P2", "Phường Sa Pa", "P. Hòa Mẫu", "2024", "Quý I/2024",
        "Năm học 2024-2025",
        "05/03/2024", "12", "1", "(1)", "Tập thể", "Cá nhân", "TT", "CN", "Có", "Không", "bài",
        "(bài)",
        "Số bài dự thi", "Số buổi tuyên truyền", "người", "Tổng cộng", "Tập huấn", "\"a\"\"b\"",
        "\"P1\"",
        "a\u{301}", "\u{A0}", "Q", "P4", "Lạ", "-", "x",
    ]
    private static let folders = ["2024-12-01/P1", "P2/2024-q1", "Q", "2024", "2024-12-01", "khác"]

    private struct File {
        var path: String
        var text: String
    }

    private static func file(_ random: inout SplitMix64) -> File {
        let header = headers[Int.random(in: 0..<headers.count, using: &random)]
        let width = header.split(separator: ",", omittingEmptySubsequences: false).count
        var lines = [header]
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let isSparse = Bool.random(using: &random)
            let row = (0..<width).map { _ in
                isSparse && Bool.random(using: &random)
                    ? "" : cells[Int.random(in: 0..<cells.count, using: &random)]
            }
            lines.append(row.joined(separator: ","))
        }
        if Int.random(in: 0..<8, using: &random) == 0 { lines.insert("BIỂU TỔNG HỢP", at: 0) }
        var text = lines.joined(separator: "\n") + "\n"
        if Int.random(in: 0..<4, using: &random) == 0 {
            text = text.replacing(",", with: ";")
        }
        let folder = folders[Int.random(in: 0..<folders.count, using: &random)]
        return File(path: "\(folder)/bc phường sa pa.csv", text: text)
    }

    private static func context() throws -> ReadingContext {
        var scenario = Scenario(plan: Desk.plan, units: Desk.units)
        scenario.changes = Desk.changes
        return try scenario.collect(window: "2024").context
    }

    private static func bytes(_ file: File, _ context: ReadingContext) -> [UInt8] {
        var reader = FileReader(
            place: FilePlace(path: file.path, context: context),
            context: context
        )
        for block in reader.push(Array(file.text.utf8)) {
            reader.add(reader.interpreter.read(block))
        }
        for block in reader.finish() { reader.add(reader.interpreter.read(block)) }
        return StoredReading.bytes(of: reader.settled())
    }

    @Test func aFileReadsTheSameWhateverWasReadBefore() throws {
        let used = try KnownHeaderTests.context()
        // Every file's header has been met before, above other rows.
        var random = SplitMix64(seed: 0)
        for _ in 0..<400 { _ = KnownHeaderTests.bytes(KnownHeaderTests.file(&random), used) }
        let broken = try firstBroken(seeds: 1..<250, make: KnownHeaderTests.file) { file in
            let fresh = try KnownHeaderTests.context()
            return KnownHeaderTests.bytes(file, used) == KnownHeaderTests.bytes(file, fresh)
        }
        #expect(broken == nil)
    }

    /// The first line is believed at sight only where a closer look comes to the same.
    @Test func aHeaderToldByItsLineIsTheOneThatIsFound() throws {
        let context = try KnownHeaderTests.context().tables
        let finder = HeaderFinder(context: context)
        var told = 0
        let broken = firstBroken(seeds: 0..<3000, make: KnownHeaderTests.file) { file in
            let bytes = Array(file.text.utf8)
            var cutter = BlockCutter(dialect: Dialect.sniff(bytes))
            let blocks = cutter.push(bytes) + cutter.finish()
            guard let block = blocks.first(where: { !$0.rows.isEmpty }),
                let table = KnownHeaders().table(of: block, finder)
            else { return true }
            told += 1
            guard case .found(let header) = finder.find(in: block) else { return false }
            return table.header == header
        }
        #expect(broken == nil)
        #expect(told > 300)
    }

    @Test func headingsBelowAKnownHeaderDivideItsColumnsAllTheSame() throws {
        let context = try KnownHeaderTests.context()
        func reading(_ rows: String) throws -> FileReading {
            let header = "Mã đơn vị,Kỳ báo cáo,Số bài dự thi,Số ĐHTT đã xây dựng\n"
            let file = File(path: "2024-12-01/Q/bc.csv", text: header + rows)
            let bytes = KnownHeaderTests.bytes(file, context)
            return try #require(StoredReading.reading(of: bytes, context: context))
        }
        let plain = try reading("P1,2024,3,\n")
        #expect(plain.headerLines == 1...1)
        #expect(plain.records == 1)
        let divided = try reading(",,,Tập thể\nP1,2024,3,1\n")
        #expect(divided.headerLines == 1...2)
        #expect(divided.records == 1)
        #expect(divided.headers.last == "Số ĐHTT đã xây dựng - Tập thể")
    }

    @Test(
        arguments: [
            ("P1/x.csv", "P1"), ("2024-12-01/P2/2024/x.csv", "P2"), ("x.csv", nil),
            ("/P1/x.csv", "P1"),
            ("P1//x.csv", "P1"), ("P1/", nil), ("P1/P2/", "P1"), ("a/P2/b/x.csv", "P2"),
            ("P1/\u{301}x.csv", nil), ("P1", nil),
        ] as [(String, String?)]
    )
    func theFoldersOfAFileSayWhoSentIt(path: String, unit: String?) throws {
        let context = try KnownHeaderTests.context()
        for _ in 0..<2 {
            let place = FilePlace(path: path, context: context)
            #expect(place.submitter.map { context.roster.units[$0].id } == unit)
        }
    }
}
