import Foundation
import Pipeline
import TestSupport
import Testing

/// The program that is told when something needs a person.
@Suite struct HookTests {
    private func hook(_ line: String, _ folder: TemporaryDirectory, seconds: Int = 20) -> Hook {
        Hook(words: ["/bin/sh", "-c", line], scratch: folder.path, seconds: seconds)
    }

    @Test func itGetsTheTextAndNothingOfItIsPrinted() throws {
        let folder = try TemporaryDirectory()
        let text = String(repeating: "Tệp mới bị loại\n", count: 20_000)
        #expect(
            hook("cat > \(folder.path)/tin; echo nhiều; echo lỗi >&2", folder).run(with: text)
                == nil
        )
        #expect(try folder.read("tin") == text)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["tin"])
    }

    @Test func aTextThatNobodyReadsHoldsNobodyUp() throws {
        let folder = try TemporaryDirectory()
        let text = String(repeating: "x", count: 1 << 20)
        #expect(hook("exec <&-; exit 0", folder).run(with: text) == nil)
    }

    @Test func itsFailureIsToldInWords() throws {
        let folder = try TemporaryDirectory()
        #expect(hook("exit 3", folder).run(with: "") == "mã kết thúc 3")
        #expect(hook("kill -9 $$", folder).run(with: "") == "bị dừng bởi tín hiệu 9")
        #expect(
            Hook(words: ["/khong/co"], scratch: folder.path).run(with: "")
                == "không chạy được: không có tệp hoặc thư mục này"
        )
        #expect(Hook(words: ["/bin/true"], scratch: "/khong/co").run(with: "") != nil)
    }

    @Test func oneThatHangsIsEndedWithAllThatItStarted() throws {
        let folder = try TemporaryDirectory()
        let watch = ContinuousClock()
        let elapsed = watch.measure {
            #expect(
                hook("sleep 100 & echo $! > \(folder.path)/con; wait", folder, seconds: 1)
                    .run(with: "") == "quá 1 giây, đã dừng"
            )
        }
        #expect(elapsed < .seconds(20))
        let child = try #require(
            pid_t(try folder.read("con").trimmingCharacters(in: .whitespacesAndNewlines))
        )
        // Ended, and at most waiting to be buried; a busy machine takes a moment.
        var isGone = false
        for _ in 0..<500 where !isGone {
            let status = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
            isGone = status?.contains(") Z ") ?? true
            usleep(20_000)
        }
        #expect(isGone)
    }
}
