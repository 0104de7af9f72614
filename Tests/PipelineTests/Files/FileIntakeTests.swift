import Model
@testable import Pipeline
import TestSupport
import Testing

@Suite("Files that are read on several cores") struct FileIntakeTests {
    /// The large file is read last; its error is the one that is told all the same.
    @Test func theErrorIsThatOfTheFirstFileThatCannotBeRead() async throws {
        let office = try Office()
        defer { withExtendedLifetime(office) {} }
        let root = office.scratch.path + "/input"
        let checked = try CheckedPlan("mau", in: PlanInput(root: root))
        let assessment = try Assessment(
            of: checked,
            RunFrame(options: RunOptions(now: try instant("2025-01-05T02:00:00")))
        )
        let requests = [Int64(1) << 30, 10, 10].enumerated().map { place, size in
            FileIntake.Request(
                path: "\(place).csv",
                sha256: "",
                original: root + "/gone-\(place)",
                size: size
            )
        }
        let intake = FileIntake(context: assessment.context, jobs: 2, from: .originals)
        let error = await #expect(throws: PipelineError.self) {
            _ = try await intake.read(requests)
        }
        #expect(error?.lines.first?.contains("gone-0") == true, "\(error?.lines ?? [])")
    }
}
