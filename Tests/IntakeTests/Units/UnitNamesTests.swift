import Intake
import Model
import TestSupport
import Testing

@Suite("Units by the names that offices write (domain.md 4.3)")
struct UnitNamesTests {
    @Test(arguments: [
        "TX-HADINH", "tx-hadinh", "Phường Hạ Đình", "phường hạ đình", "PHƯỜNG HẠ ĐÌNH",
        " Phường  Hạ Đình\u{A0}", "Phu\u{31B}o\u{31B}\u{300}ng Ha\u{323} Đi\u{300}nh",
        "Phường Hạ Ðình", "P. Hạ Đình", "P.Hạ Đình", "P Hạ Đình", "p. hạ đình",
        "UBND phường Hạ Đình", "UBND P. Hạ Đình", "Ủy ban nhân dân phường Hạ Đình",
        "Uỷ ban nhân dân P.Hạ Đình", "Phường Hạ Đình, Quận Thanh Xuân",
        "Phường Hạ Đình - Q. Thanh Xuân", "P. Hạ Đình – Q.Thanh Xuân – TP Hà Nội",
        "Phường Hạ Đình (Quận Thanh Xuân)", "Phường Hạ Đình (Thanh Xuân)",
        "phường Hạ Đình thuộc quận Thanh Xuân", "Phường Hạ Đình, TP. Hà Nội",
        "Phường Hạ Đình, T.P Hà Nội", "Hạ Đình", "UBND Hạ Đình", "Hạ Đình, Thanh Xuân",
        "Phường Hạ\u{200B} Đình", "\u{200E}Phường Hạ Đình", "P.HĐ", "Phường Kim Giang",
        "Phường Hạ Đình (00361)", "Phường Hạ Đình (P.HĐ)", "'TX-HADINH", "'Phường Hạ Đình",
    ])
    func aWardIsFound(text: String) {
        #expect(District.ids(text) == ["TX-HADINH"])
    }

    @Test(arguments: [
        ("Quận Thanh Xuân (009)", "TX"), ("Q. Thanh Xuân", "TX"), ("Thanh Xuân", "TX"),
        ("TP. Hà Nội", "HN"), ("T.P. Hà Nội", "HN"), ("H. Chương Mỹ", "CM"), ("H.Chương Mĩ", "CM"),
        ("TT. Chúc Sơn", "CM-TT"), ("T.T Chúc Sơn", "CM-TT"), ("TT Y tế", "TX-YT"),
        ("P. Nội vụ", "TX-NV"), ("Phòng Nội Vụ", "TX-NV"), ("Phường 03", "CM-P3"), ("P3", "CM-P3"),
        ("P. 3", "CM-P3"), ("P.03", "CM-P3"), ("P11", "CM-P11"), ("Xã Kì Sơn", "CM-KY"),
        ("X. Kì Sơn", "CM-KY"), ("Kỳ Sơn", "CM-KY"), ("X. Quang Trung", "CM-QT"),
        ("THCS Nhân Chính", "TX-T1"), ("Trường THCS Nhân Chính", "TX-T1"),
        ("Trường Trung học cơ sở Nhân Chính", "TX-T1"), ("TH Khương Mẫu", "TX-T2"),
        ("Tiểu học Khương Mẫu", "TX-T2"), ("MN Mẫu 1", "TX-T3"), ("Trường MN Mẫu 01", "TX-T3"),
        ("THPT Mẫu", "TX-T4"), ("Trường TH và THCS Mẫu 05", "TX-T5"), ("MTTQ", "TX-MT"),
        ("Phường Nhân Chính", "00343"), ("Phường Nhân Chính (00343)", "00343"),
        ("Phường Thanh Xuân Bắc", "TX-TXB"), ("Thanh Xuân Bắc, Thanh Xuân", "TX-TXB"),
        ("Xã Quang Trung, huyện Chương Mỹ", "CM-QT"), ("Xã Cư M'gar", "CM-M"),
        ("Xã Đống Ða", "CM-DD"),
    ])
    func everyUsualWayOfWritingIsFound(text: String, id: String) {
        #expect(District.ids(text) == [id])
    }

    @Test(arguments: [
        "", " ", "Phường Hạ Đình, Quận Đống Đa", "Phường Hạ Đình - Huyện Chương Mỹ",
        "Quận Thanh Xuân, Phường Hạ Đình", "Phường Hạ Đình (00343)", "Phường Hạ Đình (cũ)",
        "Phường Ha Dinh", "Phuong Ha Dinh", "Phường Hạ Đinh", "Xã Hạ Đình", "Quận Hạ Đình",
        "Đảng ủy phường Hạ Đình", "Công an phường Hạ Đình", "MTTQ phường Hạ Đình",
        "Phường Hạ Đình 2", "3", "03", "Phường", "UBND", "UBND phường", "Trường", "Khương Mẫu",
        "Phường Thanh Xuân", "Trường Mẫu", "Tổng cộng", "Phường 13", "THCS Hạ Đình", "(009)",
        "Phường (003)", "Mẫu (001)", "'", "''TX-HADINH",
    ])
    func nothingElseIsTaken(text: String) {
        #expect(District.ids(text).isEmpty)
    }

    @Test(arguments: [
        ("Quang Trung", ["TX-QT", "CM-QT"]), ("Nhân Chính", ["00343", "TX-T1"]),
        ("Phú Nghĩa", ["CM-PN", "CM-PN-CU", "HN-PN"]), ("Đông Lí", ["CM-LI"]),
        ("Xã Phú Nghĩa", ["CM-PN", "CM-PN-CU", "HN-PN"]), ("Xã Đông Lý", ["CM-LY"]),
        ("Xã Phú Nghĩa, Hà Nội", ["CM-PN", "CM-PN-CU", "HN-PN"]),
        ("Xã Phú Nghĩa, Chương Mỹ", ["CM-PN", "CM-PN-CU"]),
        ("X. Phú Nghĩa", ["CM-PN", "CM-PN-CU", "HN-PN"]),
    ])
    func severalBearersAreTold(text: String, ids: [String]) {
        #expect(District.ids(text) == ids)
    }

    @Test(
        arguments: [
            (nil, nil, ["CM-PN", "CM-PN-CU", "HN-PN"]), ("CM", nil, ["CM-PN", "CM-PN-CU"]),
            ("CM", "2024-01-01", ["CM-PN"]), ("CM", "2023-07-01", ["CM-PN"]),
            ("CM", "2023-06-30", ["CM-PN", "CM-PN-CU"]), (nil, "2024-01-01", ["CM-PN", "HN-PN"]),
            ("CM-PN-CU", "2024-01-01", ["CM-PN-CU"]), ("HN-PN", nil, ["HN-PN"]),
            ("TX", nil, ["CM-PN", "CM-PN-CU", "HN-PN"]),
            ("TX", "2024-01-01", ["CM-PN", "CM-PN-CU", "HN-PN"]),
        ] as [(String?, String?, [String])]
    )
    func scopeAndThenDayNarrowSeveralBearers(scope: String?, day: String?, ids: [String]) {
        let match = District.names.match(
            "Xã Phú Nghĩa",
            within: scope.flatMap { District.roster.index(of: $0) },
            on: day.flatMap { Day(iso: $0) }
        )
        #expect(District.ids(match) == ids)
    }

    @Test func aNameThatOneUnitBearsIsItsWhereverAndWhenever() {
        let names = District.names
        let far = District.roster.index(of: "CM")
        #expect(District.ids(names.match("P. Hạ Đình", within: far, on: nil)) == ["TX-HADINH"])
        var closed = Unit(id: "A", name: "Xã Cũ", kind: .xa)
        closed.validTo = Day(iso: "2020-01-01")
        let roster = Roster(units: [closed])
        let match = UnitNames(roster: roster).match(
            "X. Cũ",
            within: nil,
            on: Day(iso: "2024-01-01")
        )
        #expect(match == .unit(0))
    }

    @Test func noNameWithoutItsAccentsIsMatched() {
        let names = District.units.map(\.name) + ["P. Hạ Đình", "Hạ Đình", "THCS Nhân Chính"]
        for name in names {
            let bare = Fold.bare(name)
            guard Fold.key(bare) != Fold.key(name) else { continue }
            #expect(District.ids(bare).isEmpty, "\(bare)")
        }
    }

    @Test func theOrderOfTheRosterDoesNotMatter() {
        let texts =
            District.units.map(\.name) + [
                "Quang Trung", "Nhân Chính", "P. Hạ Đình - Q. Thanh Xuân", "Xã Phú Nghĩa", "Kì Sơn",
                "P3", "Xã Đông Lí", "Phường Sa Pa", "Hạ Đình",
            ]
        let expected = texts.map { Set(District.ids($0)) }
        let broken = firstBroken(seeds: 0..<20) { random in
            Roster(units: District.units.shuffled(using: &random))
        } holds: { roster in
            let names = UnitNames(roster: roster)
            return texts.map { Set(District.ids(names.match($0), in: roster)) } == expected
        }
        #expect(broken == nil)
    }

    @Test func idsThatDifferInCaseOnlyAreToldApart() {
        let ids = ["tx-a", "TX-A", "TX-B"]
        let roster = Roster(units: ids.map { Unit(id: $0, name: "Đơn vị \($0)", kind: .khac) })
        let names = UnitNames(roster: roster)
        #expect(names.unit(id: "tx-a") == 0)
        #expect(names.unit(id: "TX-A") == 1)
        #expect(names.unit(id: "Tx-a") == nil)
        #expect(names.unit(id: "tx-b") == 2)
        #expect(names.unit(inFileName: "BC TX-A") == nil)
    }

    /// Nobody names a school without its kind where a ward or another school has its proper name.
    @Test func aBareNameThatASchoolSharesIsNotTheSchools() {
        let units = [
            Unit(id: "Q", name: "Quận Mẫu", kind: .huyen),
            Unit(id: "T", name: "Trường Hạ Đình", kind: .truong),
            Unit(id: "P", name: "Phường Hạ Đình", kind: .phuong),
            Unit(id: "T2", name: "Trường Kim Giang", kind: .truong),
            Unit(id: "T3", name: "Trường Sao Mai", kind: .truong),
            Unit(id: "T4", name: "Trường Tiểu học Sao Mai", kind: .truong),
        ].map { unit in
            var unit = unit
            if unit.id != "Q" { unit.parent = "Q" }
            return unit
        }
        let roster = Roster(units: units)
        let names = UnitNames(roster: roster)
        let expected = [
            ("Hạ Đình", ["T", "P"]), ("UBND Hạ Đình", ["T", "P"]), ("hạ đình", ["T", "P"]),
            ("Hạ Đình, Quận Mẫu", ["T", "P"]), ("Trường Hạ Đình", ["T"]),
            ("TRƯỜNG HẠ ĐÌNH, Quận Mẫu", ["T"]), ("Phường Hạ Đình", ["P"]), ("P. Hạ Đình", ["P"]),
            ("Kim Giang", ["T2"]), ("Sao Mai", ["T3", "T4"]), ("Trường Sao Mai", ["T3"]),
            ("TH Sao Mai", ["T4"]),
        ]
        for (text, ids) in expected {
            #expect(District.ids(names.match(text), in: roster) == ids, "\(text)")
        }
        #expect(names.unit(inFileName: "BC Hạ Đình") == nil)
        #expect(names.unit(inFileName: "BC Trường Hạ Đình") == 1)
        let ward = roster.index(of: "P")
        #expect(District.ids(names.match("Hạ Đình", within: ward, on: nil), in: roster) == ["P"])
    }

    @Test func proseIsNoName() {
        let prose = String(repeating: "Phường Hạ Đình ", count: 1000)
        #expect(District.ids(prose).isEmpty)
        #expect(District.names.suggestion(for: prose) == nil)
    }
}
