import Judgement
import Model
import Testing

@testable import Plans
@testable import Reports

/// Figures and the targets beside them: what is printed agrees with what was judged.
@Suite struct PrecisionTests {
    private func number(_ text: String) throws -> Quantity {
        try #require(Quantity(decimal: text))
    }

    @Test(arguments: [
        ("9.26", "9.25", "9,25"), ("9.26", "9.5", "9,50"), ("10", "9.97", "9,97"),
        ("10", "9.5", "9,5"), ("10", "12", "12"), ("0.04", "0.01", "0,01"),
        ("1500000000", "1250000000", "1.250.000.000"), ("2.5", "2.4999", "2,4999"),
        ("1", "0.99999999", "1,000000"), ("0.3333", "0.33331", "0,3333"),
    ])
    func aValueHasTheDecimalsThatTheComparisonNeeds(
        _ bound: String,
        _ value: String,
        _ shown: String
    ) throws {
        let rule = Rule.compare(.greaterOrEqual, .number(try number(bound)))
        #expect(Words.vietnamese.value(try number(value), under: rule) == shown)
    }

    @Test(arguments: [
        ("9.26", "≥ 9,26"), ("0.04", "≥ 0,04"), ("66.67", "≥ 66,67"), ("10", "≥ 10"),
        ("2.5", "≥ 2,5"), ("1500000000", "≥ 1.500.000.000"),
    ])
    func aTargetHasAllItsDecimals(_ bound: String, _ shown: String) throws {
        let rule = Rule.compare(.greaterOrEqual, .number(try number(bound)))
        #expect(Words.vietnamese.text(rule, minimum: 0) == shown)
    }

    @Test(arguments: [
        ("66.67", 2, 3, "66,667%"), ("66.6", 2, 3, "66,7%"), ("90", 84, 87, "96,6%"),
        ("100", 9999, 10_000, "99,9%"), ("66.7", 2, 3, "66,67%"),
    ])
    func aShareDoesNotSeemToReachWhatItMisses(
        _ target: String,
        _ part: Int,
        _ whole: Int,
        _ shown: String
    ) throws {
        let share = ShareRule(rule: .compare(.greaterOrEqual, .number(try number(target))))
        let decimals = share.decimals(of: part, in: whole)
        let percent = try #require(Percent(part, of: whole, decimals: decimals))
        #expect(Words.vietnamese.text(percent) == shown)
        #expect(
            share.holds(part, of: whole) == share.rule.holds(percent.quantity, minimum: 0)
        )
    }

    @Test func aSmallFigureIsNotPrintedAsNothing() throws {
        #expect(Precision.decimals(showing: try number("0.003")) == 3)
        #expect(Precision.decimals(showing: try number("12.34")) == 1)
        #expect(Precision.decimals(showing: .zero) == 1)
    }
}

/// The issuing office in running text where no roster says how it is written.
@Suite struct OfficeNameTests {
    @Test(arguments: [
        ("BAN THI ĐUA - KHEN THƯỞNG", nil, "Ban Thi đua - Khen thưởng"),
        ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ", nil, "Sở Kế hoạch và Đầu tư"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", nil, "Sở Văn hóa, Thể thao và Du lịch"),
        ("SỞ NỘI VỤ HÀ NỘI", "Hà Nội", "Sở Nội vụ Hà Nội"),
        ("BAN TĐKT", nil, "Ban TĐKT"), ("PHÒNG LĐTBXH", nil, "Phòng LĐTBXH"),
        ("PHÒNG VH-TT", nil, "Phòng VH-TT"), ("SỞ KH&ĐT HÀ NỘI", "Hà Nội", "Sở KH&ĐT Hà Nội"),
        ("VĂN PHÒNG UBND QUẬN", nil, nil), ("CÔNG TY MẪU", nil, nil), ("Phòng nội vụ", nil, nil),
    ])
    func capitalsBecomeThoseOfASentence(
        _ office: String,
        _ place: String?,
        _ name: String?
    ) {
        #expect(ReportFrame.asSentence(office, place: place) == name)
    }
}
