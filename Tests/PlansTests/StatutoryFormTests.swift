import Model
import Plans
import Testing

/// The key `statutory` of plan.yaml and the forms that it may name.
@Suite("Statutory forms of a plan") struct StatutoryFormTests {
    private func read(_ statutory: String) -> PlanReader.Outcome {
        PlanReader.read(
            Array(
                """
                schema: 1
                id: mau
                title: Kế hoạch mẫu
                stage: {from: 2024, to: 2024}
                root: Q
                indicators: []
                statutory: \(statutory)
                """.utf8
            )
        )
    }

    private func plan(_ statutory: String) throws -> Plan {
        guard case .plan(let plan) = read(statutory) else { throw Refused() }
        return plan
    }

    private struct Refused: Error {}

    @Test func theFormsAreThoseOfTheCircular() throws {
        let forms = try plan("[\"0601\", \"0602\", \"0603\", \"0604\", \"0605\"]").statutory
        #expect(forms.map(\.number) == (1...5).map { "060\($0).N/BNV-TĐKT" })
        let codes = forms.map { $0.rows.compactMap(\.code) }
        #expect(codes[0] == (1...12).map { $0 < 10 ? "0\($0)" : "\($0)" })
        #expect(codes[1] == ["01", "02", "03"] + (6...21).map { $0 < 10 ? "0\($0)" : "\($0)" })
        #expect(codes[2] == (1...17).map { $0 < 10 ? "0\($0)" : "\($0)" })
        #expect(codes[3].count == 5 && codes[4].count == 15)
        for form in forms {
            #expect(form.rows.count(where: \.isTotal) == 1)
            #expect(Set(form.columns.map(\.code)).count == form.columns.count)
            #expect(form.isValid(on: form.validFrom))
            #expect(!form.isValid(on: form.validFrom.adding(-1)))
        }
        #expect(forms[0].columns[0].sum == ["2", "3", "4"])
        #expect(forms[2].columns[0].sum == ["2", "3", "4", "5"])
    }

    @Test func aPlanThatAsksForNoneHasNone() throws {
        #expect(try plan("[]").statutory.isEmpty)
    }

    @Test(arguments: [
        ("[\"0606\"]", "không có biểu thống kê này", "0606"),
        ("[\"0601\", \"0601\"]", "biểu thống kê bị lặp lại", "0601"),
        ("{a: b}", "ở đây phải là một danh sách [a, b]", nil),
    ])
    func mistakesAreLocated(statutory: String, message: String, found: String?) {
        guard case .mistakes(let mistakes) = read(statutory) else {
            Issue.record("no mistake")
            return
        }
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.line == 7)
        #expect(mistakes.first?.message == message)
        if let found { #expect(mistakes.first?.found == found) }
    }
}
