import Glibc
import Model
import Pipeline
import TestSupport
import Testing

/// A folder that is there but closed to the account is never said to be missing: who is told so
/// makes another one, or begins a ledger anew.
@Suite struct ClosedFolderTests {
    private let scratch: TemporaryDirectory

    init() throws {
        scratch = try TemporaryDirectory()
        try scratch.write("office/input/p/plan.yaml")
        try scratch.write("office/output/.tonghop/ledger.sqlite")
        chmod(scratch.path, 0o755)
    }

    private func path(_ name: String) -> String { scratch.path + "/" + name }

    /// What somebody without rights is told who asks for plans, for schedules and for a ledger.
    private func answers(below office: String) throws -> [PipelineError] {
        let input = path(office + "/input")
        let places = RunPlaces(input: input, output: path(office + "/output"), state: nil)
        var errors: [PipelineError] = []
        try Stranger.run {
            do throws(PipelineError) {
                _ = try PlanInput(root: input).plans()
            } catch {
                errors.append(error)
            }
            do throws(PipelineError) {
                _ = try ScheduleFolder(path: input).schedules { _ in nil }
            } catch {
                errors.append(error)
            }
            do throws(PipelineError) {
                _ = try Enquiry(places)
            } catch {
                errors.append(error)
            }
        }
        return errors
    }

    @Test func aClosedFolderIsAMatterOfRights() throws {
        chmod(path("office"), 0)
        defer { chmod(path("office"), 0o755) }
        let answers = try answers(below: "office")
        #expect(answers.map(\.exitStatus.rawValue) == [74, 74, 74])
        for answer in answers {
            #expect(answer.lines.count == 1 && answer.lines[0].contains("không có quyền"))
        }
    }

    @Test func aFolderThatIsNotThereIsMissing() throws {
        chmod(path("office"), 0o755)
        let answers = try answers(below: "office/nowhere")
        #expect(answers.map(\.exitStatus.rawValue) == [66, 66, 66])
    }
}
