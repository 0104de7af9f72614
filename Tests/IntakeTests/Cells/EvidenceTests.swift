import Intake
import Model
import TestSupport
import Testing

/// Links and numbers of documents: measures count the rows that have one (domain.md 0.2, 2.7).
@Suite("Cells that bear out a statement")
struct EvidenceTests {
    /// The reading of an exemplar, and how many of the two cells are given.
    private func read(_ link: String, _ number: String) throws -> (FileReading, Int) {
        let reading = try reading(link, number)
        return (reading, try filled(reading) - filled(try self.reading("", "")))
    }

    private func filled(_ reading: FileReading) throws -> Int {
        let batch = try #require(reading.batches.first)
        return batch.columns.indices.count { !batch.isBlank($0, 0) }
    }

    private func reading(_ link: String, _ number: String) throws -> FileReading {
        try Desk.read(
            "Năm,Họ và tên,Đối tượng,Số QĐ công nhận,Link bài tuyên truyền\n"
                + "2024,Nguyễn Mẫu,Cá nhân,\(number),\(link)\n",
            at: "2024-06-01/P1/a.csv"
        )
    }

    @Test(arguments: [
        "-", "–", "0", "Không", "không có", "Chưa", "Chưa có", "chưa đăng", "Chưa đăng tải",
        "chưa ban hành", "Đang chờ", "đang cập nhật", "K", "N/A", "Không áp dụng", "…", "?",
    ])
    func wordsThatThereIsNoneAreNone(words: String) throws {
        let (reading, given) = try read(words, words)
        #expect(given == 0)
        #expect(reading.findings.isEmpty)
        #expect(reading.records == 1)
    }

    @Test(arguments: ["Có", "x", "đã đăng", "Rồi", "✓"])
    func wordsThatThereIsOneSayNotWhich(words: String) throws {
        let (reading, given) = try read(words, words)
        #expect(given == 0)
        #expect(reading.records == 1)
        #expect(
            reading.findings.map { "\($0.severity) \($0.code.rawValue) \($0.column ?? "")" }
                .sorted()
                == [
                    "warning contradiction Link bài tuyên truyền",
                    "warning contradiction Số QĐ công nhận",
                ]
        )
        #expect(reading.findings.allSatisfy { $0.value == words })
    }

    @Test(arguments: [
        ("https://vi-du.gov.vn/bai-1", "12/QĐ-UBND"), ("vi-du.gov.vn", "1"),
        ("không-gian.vn/a", "Không số 12"), ("Fanpage Quận Mẫu", "QĐ-UBND"), ("/tin/5", "05"),
    ])
    func whatIsGivenStays(link: String, number: String) throws {
        let (reading, given) = try read(link, number)
        #expect(given == 2)
        #expect(reading.findings.isEmpty)
    }

    /// A row cannot do without the number of its decision: words that there is one are none.
    @Test(arguments: ["Có", "-", "chưa có"])
    func aRequiredNumberThatIsNoneHandsTheRowBack(words: String) throws {
        let reading = try Desk.read(
            "Họ và tên,Đối tượng,Số QĐ,Ngày QĐ,Cấp khen\nNguyễn Mẫu,Cá nhân,\(words),01/06/2024,Quận\n",
            at: "2024-06-01/P1/a.csv"
        )
        #expect(reading.records == 0)
        #expect(reading.rejected.count == 1)
        #expect(
            reading.findings.contains {
                [.requiredEmpty, .keyMissing].contains($0.code) && $0.severity == .error
            }
        )
    }
}
