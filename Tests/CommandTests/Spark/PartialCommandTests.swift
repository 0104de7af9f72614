import Foundation
import TestSupport
import Testing

/// `tonghop map` and `tonghop reduce` by themselves.
@Suite struct PartialCommandTests {
    private func tonghop(_ line: String, _ plan: SmallPlan) throws -> Int32 {
        try BuiltProgram.shell("export LC_ALL=C; " + line, in: plan.folder.path)
    }

    private let map = "\"$TONGHOP\" map --plan mau --window 2024"

    @Test func splittingTheFilesChangesNothing() throws {
        let plan = try SmallPlan()
        let files = "find input/mau/submissions -name '*.csv'"
        #expect(try tonghop("\(files) | \(map) -o all >said", plan) == 0)
        #expect(try plan.folder.read("said") == "2 tệp, 3 dòng, 0 dòng bị loại\n")
        let line = """
            set -e
            for file in $(\(files)); do \(map) "$file" >>parts; done
            "$TONGHOP" reduce parts >one
            "$TONGHOP" reduce one all parts -o two
            cmp one all && cmp two all
            """
        #expect(try tonghop(line, plan) == 0)
    }

    /// On another machine the same bytes have another inode and other times.
    @Test func aCopyOfTheProgramIsTheSameProgram() throws {
        let plan = try SmallPlan()
        let line = """
            set -e
            cp "$TONGHOP" copy
            \(map) input/mau/submissions/*/MAU-P1/bai.csv >a
            ./copy map --plan mau --window 2024 input/mau/submissions/*/MAU-P1/bai.csv >b
            cmp a b
            ./copy map --plan mau --window 2024 input/mau/submissions/*/MAU-P2/bai.csv >c
            "$TONGHOP" reduce a c >one
            """
        #expect(try tonghop(line, plan) == 0)
    }

    @Test func linesAreMergedByKey() throws {
        let plan = try SmallPlan()
        let line = """
            set -e
            \(map) --text input/mau/submissions/*/MAU-P1/bai.csv >a
            \(map) --text input/mau/submissions/*/MAU-P2/bai.csv >b
            cat a b | "$TONGHOP" reduce --text >ab
            cat b a | "$TONGHOP" reduce --text | cmp - ab
            \(map) --text input/mau/submissions/*/*/bai.csv | cmp - ab
            """
        #expect(try tonghop(line, plan) == 0)
        #expect(try plan.folder.read("ab").hasPrefix("MAU\t"))
    }

    @Test func whatCannotBeReadOrMergedIsSaid() throws {
        let plan = try SmallPlan()
        #expect(try tonghop("\(map) input/mau/submissions/*/MAU-P1/bai.csv -o a", plan) == 0)
        #expect(try tonghop("head -c 100 a | \"$TONGHOP\" reduce", plan) == 65)
        #expect(try tonghop("echo x | \"$TONGHOP\" reduce --text", plan) == 65)
        #expect(try tonghop("\"$TONGHOP\" reduce khong-co", plan) == 66)
        #expect(try tonghop("\(map) khong-co.csv", plan) == 66)
        #expect(try tonghop("printf 'a\\tb\\n' | \(map)", plan) == 64)
        #expect(try tonghop("\"$TONGHOP\" map --plan khong-co a", plan) == 66)
        #expect(try tonghop("\(map) input/mau/submissions/*/MAU-P1/bai.csv >/dev/full", plan) == 74)
        #expect(try tonghop("\"$TONGHOP\" reduce a >/dev/full", plan) == 74)
        // Units that are named otherwise may be read otherwise.
        try plan.folder.write(
            "input/mau/units.csv",
            SmallPlan.units.replacingOccurrences(of: "Mẫu Ba", with: "Mẫu Tư")
        )
        #expect(try tonghop("\(map) input/mau/submissions/*/MAU-P2/bai.csv -o b", plan) == 0)
        #expect(try tonghop("\"$TONGHOP\" reduce a b", plan) == 65)
    }
}
