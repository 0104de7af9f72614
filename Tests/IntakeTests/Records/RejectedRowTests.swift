@testable import Intake
import Model
import Testing

/// Rows that do not count wait as bytes and come back as they were read.
///
/// All data is synthetic.
@Suite("Rows that do not count") struct RejectedRowTests {
    @Test func cellsComeBackAsTheyWereRead() throws {
        let reading = try Desk.read(
            Desk.header + "P1,Tập huấn,31/02/2024,\"một \"\"hai\"\", ba\",\n"
                + "P1,Tập huấn,2024-04-05,bốn,5\n"
                + "P2,Không rõ,,\"năm\nsáu\",nhiều,thừa\n",
            at: "2024-05-01/Q/hd.csv"
        )
        #expect(
            reading.rejected.map(\.cells) == [
                ["P1", "Tập huấn", "31/02/2024", "một \"hai\", ba", ""],
                ["P2", "Không rõ", "", "năm\nsáu", "nhiều", "thừa"],
            ]
        )
        #expect(reading.rejected.map(\.line) == [2, 4])
        #expect(reading.rejected.map(\.cellCount) == [5, 6])
        #expect(reading.rejected[0].filled == [true, true, true, true, false])
        #expect(reading.rejected[1].filled == [true, true, false, true, true, true])
    }

    @Test func rowsOfNoKnownFormKeepAllTheirCells() throws {
        let reading = try Desk.read("Lớp,Sĩ số\n6A,42\n,7\n", at: "2024-05-01/P1/a.csv")
        #expect(reading.rejected.map(\.cells) == [["6A", "42"], ["", "7"]])
        #expect(reading.rejected.allSatisfy { $0.unit == nil && $0.period == nil })
    }

    @Test func longCellsAndManyOfThemKeepTheirLengths() {
        let cells = (0..<300).map { String(repeating: "ạ", count: $0) }
        var texts = RejectedTexts()
        let places = [0, 1].map { number in
            let place = texts.begin(cells: cells.count)
            for cell in cells { texts.add(Array((cell + "\(number)").utf8)[...]) }
            return place
        }
        var rows = places.enumerated().map { number, place in
            RejectedRow(
                line: number + 1,
                code: .notADate,
                place: place,
                unit: number,
                period: .year(2024)
            )
        }
        texts.give(to: &rows)
        #expect(rows.map(\.cells) == [0, 1].map { number in cells.map { $0 + "\(number)" } })
        #expect(rows.map(\.unit) == [0, 1])
        #expect(rows.map(\.period) == [.year(2024), .year(2024)])
    }

    @Test func rowsAreEqualByWhatTheySay() {
        func row(_ cells: [String], behind others: Int) -> RejectedRow {
            var texts = RejectedTexts()
            for _ in 0..<others { _ = texts.begin(cells: 0) }
            let place = texts.begin(cells: cells.count)
            for cell in cells { texts.add(Array(cell.utf8)[...]) }
            var rows = [RejectedRow(line: 3, code: .negative, place: place)]
            texts.give(to: &rows)
            return rows[0]
        }
        let row1 = row(["a", ""], behind: 0)
        #expect(row1 == row(["a", ""], behind: 4))
        #expect(row1.hashValue == row(["a", ""], behind: 4).hashValue)
        #expect(row1 != row(["", "a"], behind: 0))
    }

    @Test func findingsThatSayTheSameShareTheirKind() {
        func kind(_ kinds: inout FindingKinds, _ code: FindingCode, _ message: String)
            -> FindingKind
        {
            kinds.kind(code, .error, unit: 1, column: 2, (message, "Sửa.")) {
                FindingKind(
                    code,
                    severity: .error,
                    unit: "P1",
                    file: "a.csv",
                    wording: .plain(message),
                    fix: "Sửa."
                )
            }
        }
        var kinds = FindingKinds()
        let first = kind(&kinds, .notADate, "Sai.")
        #expect(kind(&kinds, .notADate, "Sai.") === first)
        #expect(kind(&kinds, .notADate, "Sai khác.") !== first)
        let other = kind(&kinds, .notANumber, "Sai.")
        #expect(other !== first && other.code == .notANumber)
        #expect(kind(&kinds, .notADate, "Sai.") === first)
    }
}
