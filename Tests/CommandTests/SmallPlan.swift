import Foundation
import TestSupport

/// A plan of three wards in a temporary folder, for runs of the built program.
///
/// All data is synthetic.
struct SmallPlan {
    let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        try folder.write("input/mau/plan.yaml", SmallPlan.plan)
        try folder.write("input/mau/units.csv", SmallPlan.units)
        try submit("2024-11-01/MAU-P1/bai.csv", SmallPlan.entries(["B1;Gương mẫu 1;Tác giả Mẫu 1"]))
        try submit(
            "2024-11-02/MAU-P2/bai.csv",
            SmallPlan.entries(["B2;Gương mẫu 2;Tác giả Mẫu 2", "B3;Gương mẫu 3;"])
        )
    }

    static let plan = """
        schema: 1
        id: mau
        title: Kế hoạch mẫu
        stage: {from: 2024, to: 2025}
        root: MAU
        chain: [{level: unit, name: Đơn vị}, {level: district, name: Quận}]
        groups:
          phuong: {name: Các phường, kinds: [PHUONG]}
        contests:
          - {id: 2024, year: 2024, opens: 2024-03-01, closes: 2024-10-31}
        indicators:
          - {id: MAU-1, name: Mỗi phường có bài hợp lệ, applies_to: phuong, over: contest,
             measure: count(contest_entry where valid), each: ">= 1"}
        """

    static let units = """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên
        MAU,Quận Mẫu,HUYEN,
        MAU-P1,Phường Mẫu Một,PHUONG,MAU
        MAU-P2,Phường Mẫu Hai,PHUONG,MAU
        MAU-P3,Phường Mẫu Ba,PHUONG,MAU
        """

    static func entries(_ rows: [String]) -> String {
        "Mã bài;Tên bài viết;Tác giả;Ngày nộp\n"
            + rows.map { $0 + ";05/04/2024\n" }.joined()
    }

    func submit(_ path: String, _ text: String) throws {
        try folder.write("input/mau/submissions/" + path, text)
    }

    /// Runs `tonghop run` in the folder, at a fixed clock.
    @discardableResult
    func run(_ more: [String] = [], now: String = "2025-01-05T02:00:00") throws
        -> BuiltProgram.Result
    {
        try BuiltProgram.run(
            ["run", "--plan", "mau", "--window", "2024", "--now", now] + more,
            in: folder.path
        )
    }

    /// The files of an edition by name, without the manifest.
    func edition(_ name: String = "latest") throws -> [String: Data] {
        let root = URL(fileURLWithPath: folder.path + "/output/mau/2024/" + name)
            .resolvingSymlinksInPath()
        var files: [String: Data] = [:]
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        for file in names where file != "manifest.json" {
            let url = root.appendingPathComponent(file)
            if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                files[file] = try Data(contentsOf: url)
            }
        }
        return files
    }

    var latest: String? {
        try? FileManager.default.destinationOfSymbolicLink(
            atPath: folder.path + "/output/mau/2024/latest"
        )
    }
}
