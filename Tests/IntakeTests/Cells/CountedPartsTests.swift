import Intake
import Testing

@Suite("Several counts in one cell (domain.md 2.7)")
struct CountedPartsTests {
    @Test(
        arguments: [
            ("02 tập thể, 03 cá nhân", 2, 3, nil), ("2 TT; 3 CN", 2, 3, nil),
            ("02 tập thể và 03 cá nhân", 2, 3, nil), ("01 hộ gia đình", nil, nil, 1),
            ("Tập thể: 02; cá nhân: 03", 2, 3, nil), ("2TT + 3CN", 2, 3, nil),
            ("- Tập thể: 02\n- Cá nhân: 03", 2, 3, nil), ("TT 2, CN 3, HGĐ 1", 2, 3, 1),
            ("05 (02 tập thể, 03 cá nhân)", 2, 3, nil), ("1 hộ, 2 TT", 2, nil, 1),
            ("02 tập thể - 03 cá nhân.", 2, 3, nil), ("1.234 cá nhân", nil, 1234, nil),
            ("03 gia đình", nil, nil, 3), ("００２ tập thể", 2, nil, nil),
            ("02 TẬP THỂ, 03 CÁ\u{A0}NHÂN", 2, 3, nil), ("0 tập thể, 0 cá nhân", 0, 0, nil),
            ("02 tập\u{200B} thể", 2, nil, nil), ("3 (1 TT; 1 CN; 1 hộ GĐ)", 1, 1, 1),
        ] as [(String, Int64?, Int64?, Int64?)]
    )
    func partsAreRead(text: String, collective: Int64?, individual: Int64?, household: Int64?) {
        let found = parts(text)
        #expect(found != nil)
        #expect(found?.collective == collective)
        #expect(found?.individual == individual)
        #expect(found?.household == household)
    }

    @Test(arguments: [
        "", "5", "tập thể", "02 tập thể, 03", "05, 02 tập thể", "02 tập thể, 03 tập thể",
        "06 (02 tập thể, 03 cá nhân)", "02 tập thể và nhiều cá nhân", "-2 tập thể",
        "02 tập thể -3 cá nhân", "2,5 tập thể", "02 tập thể, cá nhân: 03", "02,03 cá nhân",
        "(02 tập thể)", "05 (02 tập thể", "02 tập thể)", "05 ()", "02 bài", "02 tap the",
        "2: tập thể",
        "tập thể: : 2", "02/03 cá nhân", "90% cá nhân", "02 tập thể #", "1000000000000000 tập thể",
        "05 (02 tập thể) 03 cá nhân", "và", ",", "02 tập thể xuất sắc",
    ])
    func whatIsNotUnderstoodWhollyIsNotRead(text: String) {
        #expect(parts(text) == nil)
    }

    @Test(arguments: [
        ("02 tập thể, 03 cá nhân", Subject.individual, CellNumber.Integer.value(3)),
        ("02 tập thể", .collective, .value(2)), ("02 tập thể", .individual, .bad),
        ("02 tập thể, 03 cá nhân", .household, .bad), ("07", .individual, .value(7)),
        ("-", .individual, .blank), ("12 người", .individual, .value(12)),
        ("05 (02 TT, 03 CN)", .collective, .value(2)),
    ])
    func aColumnOfOneSubjectTakesItsPart(
        text: String,
        subject: Subject,
        expected: CellNumber.Integer
    ) {
        #expect(integer(text, of: subject) == expected)
    }

    @Test func theTotalIsTheSum() {
        #expect(parts("02 tập thể, 03 cá nhân, 1 hộ")?.total == 6)
    }
}
