import Disk
import Glibc
import Model
import Testing

@Suite struct FileErrorTests {
    @Test func aDiskWithoutRoomIsTheOutputThatCannotBeWritten() {
        #expect(FileError(.write, "originals/.incoming-1", errno: ENOSPC).exitStatus.rawValue == 73)
        #expect(FileError(.write, "originals/.incoming-1", errno: EIO).exitStatus.rawValue == 74)
    }

    @Test func whatIsNotThereIsAnInputThatIsMissing() {
        #expect(FileError(.open, "input/p/plan.yaml", errno: ENOENT).exitStatus.rawValue == 66)
        #expect(FileError(.open, "input/p/plan.yaml", errno: EACCES).exitStatus.rawValue == 74)
        #expect(FileError(.open, "latest", errno: ENOENT, isOutput: true).exitStatus.rawValue == 73)
    }

    /// It is no matter of a file, and none is named.
    @Test func aMachineWithoutTheDigestIsTold() {
        #expect(FileError.digestUnavailable.exitStatus.rawValue == 74)
        let text = "Thư viện libcrypto của máy không tính được SHA-256."
        #expect(FileError.digestUnavailable.message == text)
    }
}
