import Foundation
import Intake
import TestSupport
import Testing

@testable import Pipeline

@Suite("The file for what is not held")
struct IdentityFileTests {
    private func bytes(_ first: UInt8) -> [UInt8] {
        (0..<IdentityRoom.fewest).map { UInt8(truncatingIfNeeded: $0) &+ first }
    }

    private func read(_ file: IdentityFile, _ count: Int, from start: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            file.read(UnsafeMutableRawBufferPointer(buffer), from: start)
            filled = count
        }
    }

    @Test func whatIsBeyondTheRoomIsWrittenAndComesBack() throws {
        let folder = try TemporaryDirectory()
        let file = IdentityFile(in: folder.path, room: IdentityRoom(bytes: 2 * IdentityRoom.fewest))
        let (first, second, third) = (bytes(0), bytes(1), bytes(2))
        #expect(file.put(first.span.bytes) == nil)
        #expect(file.put(second.span.bytes) == nil)
        let places = [second, third].map { file.put($0.span.bytes) }
        let starts = places.compactMap(\.self)
        #expect(starts == [0, IdentityRoom.fewest])
        for (start, written) in zip(starts, [second, third]) {
            #expect(read(file, written.count, from: start) == written)
            #expect(read(file, 5, from: start + 7) == Array(written[7..<12]))
        }
        // Nobody sees a name of it.
        #expect(try folder.names("").isEmpty)
    }

    @Test func fewBytesAreHeld() throws {
        let folder = try TemporaryDirectory()
        let file = IdentityFile(in: folder.path, room: IdentityRoom(bytes: 0))
        #expect(file.put([UInt8](repeating: 1, count: IdentityRoom.fewest - 1).span.bytes) == nil)
    }

    @Test func whereNothingCanBeWrittenAllIsHeld() throws {
        let folder = try TemporaryDirectory()
        let file = IdentityFile(in: folder.path + "/none", room: IdentityRoom(bytes: 0))
        #expect(file.put(bytes(0).span.bytes) == nil)
        #expect(file.put(bytes(0).span.bytes) == nil)
    }
}
