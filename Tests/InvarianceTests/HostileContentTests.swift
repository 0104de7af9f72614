import Foundation
import Glibc
import Intake
import Model
import TestSupport
import Testing

/// Files that no office means to send: each ends in a finding, in time, with every line accounted
/// for.
@Suite struct HostileContentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        /// The codes of which one must be reported.
        let codes: [FindingCode]
        /// How many records are counted all the same.
        var records = 0
        var testDescription: String { name }
    }

    private static let header = Array("Mã đơn vị,Năm,Số người đăng ký,Ngày ký,Ký cùng\n".utf8)
    private static let row = Array(",2024,12,01/03/2024,\n".utf8)
    private static let megabyte = 1 << 20

    private static func many(_ text: String, _ count: Int) -> [UInt8] {
        let part = Array(text.utf8)
        return (0..<count).flatMap { _ in part }
    }

    static let cases: [Case] = [
        Case(name: "nothing", bytes: [], codes: [.empty]),
        Case(
            name: "a workbook",
            bytes: [0x50, 0x4B, 3, 4] + many("\u{1}x", 900),
            codes: [.binary]
        ),
        Case(
            name: "an old workbook",
            bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1],
            codes: [.binary]
        ),
        Case(name: "a PDF", bytes: Array("%PDF-1.7\n1 0 obj\n".utf8), codes: [.binary]),
        Case(
            name: "quotes only",
            bytes: [UInt8](repeating: 0x22, count: 2 * megabyte),
            codes: [.headerNotFound, .quoteUnbalanced, .formUnknown]
        ),
        Case(
            name: "delimiters only",
            bytes: [UInt8](repeating: 0x2C, count: megabyte),
            codes: [.tooManyColumns]
        ),
        Case(
            name: "a row of a million cells below a header",
            bytes: header + row + [UInt8](repeating: 0x2C, count: megabyte) + [10] + row,
            codes: [.rowRagged, .tooManyColumns],
            records: 1
        ),
        Case(
            name: "a cell of two megabytes",
            bytes: header + row + Array(",2024,12,01/03/2024,".utf8)
                + [UInt8](repeating: 0x61, count: 2 * megabyte) + [10] + row,
            codes: [.tooLong, .quoteUnbalanced, .rowRagged],
            records: 1
        ),
        Case(
            name: "a quote that never closes",
            bytes: header + row + Array(",2024,12,01/03/2024,\"\n".utf8) + many(",,\n", 3000) + row,
            codes: [.quoteUnbalanced],
            records: 1
        ),
        Case(
            name: "zeros only",
            bytes: [UInt8](repeating: 0, count: megabyte / 4),
            codes: [.binary, .encodingUnknown, .headerNotFound]
        ),
        Case(
            name: "bytes of no text",
            bytes: [UInt8](repeating: 0xFF, count: megabyte / 4),
            codes: [.binary, .encodingUnknown, .headerNotFound]
        ),
        Case(
            name: "a line end for a delimiter",
            bytes: Array("sep=\r\r\n".utf8),
            codes: [.headerNotFound]
        ),
        Case(
            name: "blank lines without end",
            bytes: header + row + [UInt8](repeating: 10, count: megabyte / 2),
            codes: [],
            records: 1
        ),
    ]

    /// The processor time that the current thread has used.
    private static var secondsOfThread: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec
    }

    @Test(arguments: cases)
    func aFileThatNobodyMeansToSendEndsInAFinding(hostile: Case) throws {
        let office = try #require(Office.all.first)
        let unit = try #require(office.context.roster.units.last).id
        let start = Self.secondsOfThread
        let reading = SampleReader.read(
            hostile.bytes,
            at: "2024-12-10/\(unit)/a.csv",
            context: office.context
        )
        // Processor time of a debug build, whatever else the machine does: what grows with the
        // square of the size takes minutes.
        #expect(Self.secondsOfThread - start < 20)
        #expect(reading.lines.total == reading.physicalLines)
        #expect(Set(reading.batches.flatMap(\.identities.keys)).count == hostile.records)
        let found = Set(reading.findings.map(\.code))
        #expect(hostile.codes.isEmpty || !found.isDisjoint(with: hostile.codes), "\(found)")
        if hostile.records == 0 { #expect(reading.findings.contains { $0.severity == .error }) }
    }
}
