import Foundation
import TestSupport
import Testing

@Suite struct CheckTests {
    private func check(_ plan: SmallPlan, _ arguments: [String]) throws -> BuiltProgram.Result {
        try BuiltProgram.run(
            ["check", "--plan", "mau", "--now", "2025-01-05T02:00:00"] + arguments,
            in: plan.folder.path
        )
    }

    private func bad(_ row: String) -> String {
        SmallPlan.entries(["B7;Gương mẫu 7;Tác giả Mẫu 7"]) + row + "\n"
    }

    @Test func aGoodFileMayBeSent() throws {
        let plan = try SmallPlan()
        let result = try check(plan, ["input/mau/submissions/2024-11-01/MAU-P1/bai.csv"])
        #expect(result.status == 0, "\(result.errors)")
        for part in [
            "Bài dự thi (contest_entry)", "Bảng mã: UTF-8; dấu phân cách: \";\"; tiêu đề: dòng 1",
            "Số dòng: 2 = tiêu đề 1 + trình bày, dòng tổng 0 + được tính 1 + bị loại 0 + trống 0",
            "Phường Mẫu Một (MAU-P1), Năm 2024 (theo ngày): 1 dòng",
            "Kết luận: Đủ điều kiện gửi.",
        ] {
            #expect(result.output.contains(part), "\(part)\n\(result.output)")
        }
    }

    @Test func theLinesOfAHeaderWithLineBreaksAreNamed() throws {
        let plan = try SmallPlan()
        let path = "input/mau/submissions/2024-11-01/MAU-P1/bai.csv"
        try plan.folder.write(
            path,
            "DANH SÁCH;;;\nMã bài;\"Tên bài\nviết\";Tác giả;Ngày nộp\nB1;Gương;Mẫu;05/04/2024\n"
        )
        let result = try check(plan, [path])
        #expect(result.output.contains("tiêu đề: dòng 2-3"), "\(result.output)")
    }

    /// What an upper office would find wrong with a handed row, the lower one is told before.
    @Test func aRowThatIsHandedUpAndContradictsItselfIsTold() throws {
        let plan = try SmallPlan()
        try plan.folder.write(
            "input/mau/plan.yaml",
            SmallPlan.plan.replacing("root: MAU", with: "root: MAU\nhanded_up_by: district")
                .replacing("name: Quận}]", with: "name: Quận}, {level: city, name: Thành phố}]")
                .replacing("root: MAU", with: "root: TP")
        )
        try plan.folder.write(
            "input/mau/units.csv",
            SmallPlan.units.replacing(
                "MAU,Quận Mẫu,HUYEN,",
                with: "TP,Thành phố,TINH,\nMAU,Quận Mẫu,HUYEN,TP"
            )
        )
        let path = "input/mau/submissions/2024-12-20/MAU/kq.csv"
        try plan.folder.write(
            path,
            "Mã đơn vị,Kỳ báo cáo,Mã chỉ tiêu,Tử số,Mẫu số,Giá trị,Kết quả\nMAU,2024,MAU-1,90,104,,Đạt\n"
        )
        let result = try check(plan, [path, "--window", "2024"])
        #expect(
            result.output.contains("Kết quả gửi lên mâu thuẫn"),
            "\(result.output)\(result.errors)"
        )
    }

    @Test func aBadRowIsNamedWithItsPlaceAndEndsWithTwo() throws {
        let plan = try SmallPlan()
        try plan.folder.write("bai.csv", bad("B8;Gương mẫu 8;Tác giả Mẫu 8;31/02/2024"))
        let result = try check(plan, ["bai.csv", "--unit", "MAU-P3"])
        #expect(result.status == 2)
        #expect(result.output.contains("dòng 3, cột \"Ngày nộp\": Ngày \"31/02/2024\""))
        #expect(result.output.contains("dd/mm/yyyy"))
        #expect(result.output.contains("Phường Mẫu Ba (MAU-P3)"))
        #expect(result.output.contains("Cần sửa trước khi gửi: 01 dòng"))
    }

    @Test func aFileOutsideTheDropFolderBelongsToNobodyUnlessTold() throws {
        let plan = try SmallPlan()
        try plan.folder.write("bai.csv", SmallPlan.entries(["B7;Gương mẫu 7;Tác giả Mẫu 7"]))
        #expect(try check(plan, ["bai.csv"]).status == 2)
        #expect(try check(plan, ["bai.csv", "--unit", "MAU-P3"]).status == 0)
        // Named after its unit it needs no more.
        try plan.folder.write(
            "BC phường Mẫu Ba.csv",
            SmallPlan.entries(["B7;Gương mẫu 7;Tác giả 7"])
        )
        #expect(try check(plan, ["BC phường Mẫu Ba.csv"]).status == 0)
    }

    @Test func aFileInTheDropFolderIsReadInItsPlaceHoweverItIsNamed() throws {
        let plan = try SmallPlan()
        let path = "input/mau/submissions/2024-11-01/MAU-P1/bai.csv"
        for name in [path, "./" + path, "input/../" + path, plan.folder.path + "/" + path] {
            let result = try check(plan, [name])
            #expect(result.status == 0, "\(name)")
            #expect(result.output.contains("MAU-P1"), "\(name)")
        }
    }

    @Test func nothingIsStored() throws {
        let plan = try SmallPlan()
        let before = try FileManager.default.subpathsOfDirectory(atPath: plan.folder.path).sorted()
        _ = try check(plan, ["input/mau/submissions/2024-11-01/MAU-P1/bai.csv"])
        let after = try FileManager.default.subpathsOfDirectory(atPath: plan.folder.path).sorted()
        #expect(before == after)
    }

    @Test(arguments: [
        (["khong-co.csv"], Int32(66), "Không có tệp: khong-co.csv"),
        (["khong-co.csv", "--unit", "MAU-P9"], 64, "không có đơn vị \"MAU-P9\""),
        (["khong-co.csv", "--window", "nam"], 64, "không phải là kỳ"),
        (["khong-co.csv", "--input", "khac"], 66, "Không có kế hoạch"),
        ([], 64, "files"),
    ])
    func aCommandThatCannotBeDoneSaysWhy(
        arguments: [String],
        status: Int32,
        words: String
    ) throws {
        let plan = try SmallPlan()
        let result = try check(plan, arguments)
        #expect(result.status == status)
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test func whatIsNoFileIsToldAndNeverWaitedFor() throws {
        let plan = try SmallPlan()
        let folder = plan.folder.path
        try plan.folder.write("goc.csv", SmallPlan.entries(["B7;Gương mẫu 7;Tác giả Mẫu 7"]))
        try plan.folder.write("bang.xlsx", "PK")
        try plan.folder.write("ghi-chu.docx", "x")
        try plan.folder.write("trong.csv", "")
        #expect(
            try BuiltProgram.shell(
                "mkfifo ong.csv; mkdir thu-muc.csv; ln -s goc.csv lien-ket.csv; "
                    + "truncate -s 3G lon.csv",
                in: folder
            ) == 0
        )
        for (name, words) in [
            ("ong.csv", "không phải tệp thông thường"), ("thu-muc.csv", "Đây là thư mục"),
            ("lien-ket.csv", "không phải tệp thông thường"), ("bang.xlsx", "tệp Excel"),
            ("ghi-chu.docx", "không kết thúc bằng .csv"), ("lon.csv", "lớn hơn giới hạn"),
            ("trong.csv", "Tệp trống"), ("/dev/zero", "không phải tệp thông thường"),
        ] {
            let result = try check(plan, [name, "--unit", "MAU-P3"])
            #expect(result.status == 2, "\(name): \(result.errors)")
            #expect(result.output.contains(words), "\(name): \(result.output)")
            #expect(result.output.contains("cả tệp sẽ không được tính"), "\(name)")
        }
    }

    @Test func manyEqualFindingsAreOneWithTheirExactNumber() throws {
        let plan = try SmallPlan()
        let rows = (1...300).map { "C\($0);Gương \($0);Tác giả \($0);ngày \($0)\n" }.joined()
        try plan.folder.write("bai.csv", "Mã bài;Tên bài viết;Tác giả;Ngày nộp\n" + rows)
        let result = try check(plan, ["bai.csv", "--unit", "MAU-P3"])
        #expect(result.status == 2)
        #expect(result.output.contains("dòng 2, 3, 4, 5, 6 và 295 chỗ khác (300 chỗ)"))
        #expect(result.output.contains("300 dòng bị loại"))
        #expect(result.output.split(separator: "\n").count < 15)
    }

    @Test func neitherContactsNorEscapeSequencesReachTheTerminal() throws {
        let plan = try SmallPlan()
        try plan.folder.write("bai.csv", bad("B8;x;y;0912 345 678"))
        try plan.folder.write("thoat.csv", bad("B9;x;y;\u{1B}[31m\u{202E}ngày"))
        let result = try check(plan, ["bai.csv", "thoat.csv", "--unit", "MAU-P3"])
        #expect(result.status == 2)
        #expect(!result.output.contains("0912"))
        #expect(!result.output.contains("\u{1B}"))
        #expect(!result.output.unicodeScalars.contains("\u{202E}"))
        #expect(result.output.contains("Tổng cộng: 2 tệp, 0 đủ điều kiện gửi, 2 cần sửa."))
    }

    @Test func theHelpNamesTheStatuses() throws {
        let result = try BuiltProgram.run(["check", "--help"])
        #expect(result.status == 0)
        #expect(result.output.contains("2 có dòng hoặc tệp bị loại"))
    }
}
