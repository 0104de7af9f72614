import Disk
import FoundationEssentials
import TestSupport
import Testing

@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func theDigestOfAKnownTextIsThatOfTheStandard(text: String, digest: String) throws {
        #expect(try SHA256.digest(of: Array(text.utf8)) == digest)
    }

    @Test func aFileReadInChunksHasTheDigestOfItsBytes() throws {
        let scratch = try TemporaryDirectory()
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try Data(bytes).write(to: URL(filePath: scratch.path + "/a"))
        let digest = try SHA256.digest(ofFile: scratch.path + "/a")
        #expect(try digest == SHA256.digest(of: bytes))
    }
}
