import Foundation
import Testing
import TestSupport

@testable import Pipeline

/// Files made by hand by the layout of ELF: a head of 64 bytes, one segment of notes, the notes.
@Suite struct BuildIdentifierTests {
    @Test func theIdentifierStandsAmongOtherNotes() throws {
        let notes = note("GNU\0", type: 1, [9, 9, 9]) + note("GNU\0", type: 3, [0xAB, 0x01, 0xFF])
        #expect(try identifier(in: elf(notes)) == "ab.1.ff")
    }

    @Test func anotherMakersNoteIsNone() throws {
        #expect(try identifier(in: elf(note("Go\0\0", type: 3, [1, 2, 3, 4]))) == nil)
        #expect(try identifier(in: elf([])) == nil)
    }

    @Test func whatIsNoProgramOrIsCutShortHasNone() throws {
        let whole = elf(note("GNU\0", type: 3, [1, 2, 3, 4]))
        #expect(try identifier(in: whole) == "1.2.3.4")
        for count in 0..<whole.count {
            #expect(try identifier(in: Array(whole[..<count])) == nil, "\(count) bytes")
        }
        #expect(try identifier(in: Array("#!/bin/sh\n".utf8) + whole) == nil)
        #expect(BuildIdentifier(ofFile: "/not/there") == nil)
    }

    @Test func lengthsThatLeadNowhereHaveNone() throws {
        for place in [32, 54, 56, 64 + 8, 64 + 32, 120, 124] {
            var bytes = elf(note("GNU\0", type: 3, [1, 2, 3, 4]))
            bytes.replaceSubrange(place..<(place + 2), with: [0xFF, 0xFF])
            #expect(try identifier(in: bytes) == nil, "changed at \(place)")
        }
    }

    private func identifier(in bytes: [UInt8]) throws -> String? {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return BuildIdentifier(ofFile: file.path)?.description
    }

    private func elf(_ notes: [UInt8]) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 120)
        bytes.replaceSubrange(0..<5, with: [0x7F, 0x45, 0x4C, 0x46, 2])
        // The table of segments stands at 64, with one line of 56 bytes.
        bytes[32] = 64
        bytes[54] = 56
        bytes[56] = 1
        bytes[64] = 4
        bytes[64 + 8] = 120
        bytes[64 + 32] = UInt8(notes.count)
        return bytes + notes
    }

    private func note(_ name: String, type: UInt8, _ content: [UInt8]) -> [UInt8] {
        let lengths = [
            UInt8(name.utf8.count), 0, 0, 0, UInt8(content.count), 0, 0, 0, type, 0, 0, 0,
        ]
        let fill = [UInt8](repeating: 0, count: (4 - content.count % 4) % 4)
        return lengths + name.utf8 + content + fill
    }
}
