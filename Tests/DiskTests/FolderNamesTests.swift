import Disk
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// What lies in a folder, as the system tells it.
@Suite struct FolderNamesTests {
    private let scratch: TemporaryDirectory

    init() throws { scratch = try TemporaryDirectory() }

    private func open() throws -> Descriptor { try Descriptor(folder: scratch.path) }

    private func make(_ name: String) throws {
        _ = try Descriptor(creating: scratch.path + "/" + name)
    }

    @Test func anEmptyFolderHasNoNames() throws {
        #expect(try open().names() == [])
    }

    @Test func namesAreSortedByTheirBytesAndTellFoldersFromTheRest() throws {
        for name in ["b", "B", "Đ", "a b", ".hidden"] { try make(name) }
        #expect(mkdir(scratch.path + "/c", 0o700) == 0)
        #expect(symlink(scratch.path + "/c", scratch.path + "/link") == 0)
        let entries = try open().entries()
        let names = [".hidden", "B", "a b", "b", "c", "link", "Đ"]
        #expect(entries.map { String(decoding: $0.name, as: UTF8.self) } == names)
        // A file system that tells no types tells none of any name.
        let isTold = entries.allSatisfy { $0.type != UInt8(DT_UNKNOWN) }
        #expect(entries.filter(\.isFolder).map(\.name) == (isTold ? [Array("c".utf8)] : []))
    }

    @Test func aNameNeedNotBeText() throws {
        let name: [CChar] = [-31, 46, 99, 115, 118, 0]
        let folder = try open()
        let file = openat(folder.number, name, O_CREAT | O_WRONLY, 0o600)
        #expect(file >= 0)
        close(file)
        #expect(try folder.names() == [[0xE1, 46, 99, 115, 118]])
    }

    /// More than the system tells in one call, and asked again from the beginning.
    @Test func aWideFolderIsToldWhole() throws {
        let names = (0..<900).map { "\($0 + 1000)-" + String(repeating: "x", count: 60) }
        for name in names.reversed() { try make(name) }
        let folder = try open()
        for _ in 0..<2 {
            #expect(try folder.names().map { String(decoding: $0, as: UTF8.self) } == names)
        }
        try make("0")
        #expect(try folder.names().count == 901)
    }
}
