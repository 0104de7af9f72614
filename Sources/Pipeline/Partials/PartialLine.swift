import Disk
import Foundation
import Intake
import Model
import Rollup

/// A partial result as a line of text, for engines that pass lines and bring those of a key
/// together.
enum PartialLine {
    /// The key of files that are about units of several nodes, or of none that is known.
    static let mixed = "-"

    /// The key of a file: the node that its unit hands its results to, or the node itself whose
    /// file it is.
    static func key(of reading: FileReading, in roster: Roster) -> String {
        func node(_ unit: Int) -> Int {
            roster.children[unit].isEmpty ? roster.parents[unit] ?? unit : unit
        }
        var found: Int?
        if let unit = reading.place.submitter ?? reading.place.namedUnit {
            found = node(unit)
        } else {
            let nodes = Set(reading.batches.flatMap { Set($0.units) }.map { node(Int($0)) })
            if nodes.count == 1 { found = nodes.first }
        }
        guard let found else { return mixed }
        // Without tabs and line ends, whatever the roster calls its units.
        return PathText.text(Array(roster.units[found].id.utf8)).text
    }

    /// The line of a result, without its end.
    static func text(_ key: String, _ partial: Partial) throws(FileError) -> String {
        key + "\t" + Data(try partial.bytes()).base64EncodedString()
    }

    /// The key and the result of a line.
    static func read(_ line: some Collection<UInt8>) throws(PartialFault) -> (
        key: String, partial: Partial
    ) {
        let parts = line.split(
            separator: UInt8(ascii: "\t"),
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard parts.count == 2, let bytes = Data(base64Encoded: Data(parts[1])) else {
            throw .damaged
        }
        let partials = try Partial.all(in: Array(bytes))
        guard partials.count == 1 else { throw .damaged }
        return (String(decoding: parts[0], as: UTF8.self), partials[0])
    }
}
