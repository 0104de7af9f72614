import Testing

@testable import Reports

@Suite struct JoinedYearsTests {
    @Test(arguments: [
        ("Kế hoạch 2021 - 2025", "Kế hoạch 2021-2025"),
        ("2021 - 2025", "2021-2025"),
        ("Giai đoạn 2016 - 2020 và 2021 - 2025.", "Giai đoạn 2016-2020 và 2021-2025."),
        ("Năm 2024 - 12", "Năm 2024 - 12"),
        ("Năm 2024", "Năm 2024"),
        ("12021 - 20256", "12021-20256"),
        ("2021 - 2025 - 2030", "2021-2025 - 2030"),
        ("", ""),
    ])
    func yearsThatBelongTogetherAreJoined(text: String, joined: String) {
        #expect(text.joiningYears([" - "], with: "-") == joined)
    }

    @Test func theFirstJointThatFitsIsReplaced() {
        let joints = [" - ", " – ", "-", "–"]
        for joint in joints {
            #expect("2021\(joint)2025".joiningYears(joints, with: "…") == "2021…2025")
        }
        #expect("2021/2025".joiningYears(joints, with: "…") == "2021/2025")
    }
}
