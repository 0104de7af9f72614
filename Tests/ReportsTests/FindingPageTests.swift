import Foundation
import Model
import TestSupport
import Testing

@testable import Reports

/// `docs/ket-qua-kiem-tra.md` tells of every finding code what it is called, how much it matters,
/// what it means and what to do.
@Suite struct FindingPageTests {
    @Test func everyCodeHasItsEntry() throws {
        let text = try String(
            contentsOf: testsFolder.appendingPathComponent("../docs/ket-qua-kiem-tra.md"),
            encoding: .utf8
        )
        var codes: [String] = []
        for line in text.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            let name = cells[1].trimmingCharacters(in: ["`"])
            codes.append(name)
            guard let code = FindingCode(rawValue: name), cells.count == 7 else {
                Issue.record("\(line)")
                continue
            }
            #expect(cells[2] == Words.vietnamese.title(code), "\(name)")
            #expect(cells[3] == code.severity.label, "\(name)")
            #expect(cells[4].count > 10 && cells[5].count > 5, "\(name)")
        }
        #expect(codes == FindingCode.allCases.map(\.rawValue))
    }
}
