import Foundation
import TestSupport

/// A page of the documentation, cut at its headings.
struct ManualPage {
    struct Fence {
        var language: String
        var text: String
    }

    /// What stands between a heading and the next one.
    struct Section {
        var heading: String
        /// The cells of its tables, headers and rules of tables with them.
        var rows: [[String]] = []
        var fences: [Fence] = []
        /// Its lines that are neither in a table nor in a fence.
        var lines: [String] = []
    }

    /// The root of the checkout.
    static let root = testsFolder.deletingLastPathComponent()

    /// The path below the root.
    let path: String
    private(set) var sections = [Section(heading: "")]

    init(_ path: String) throws {
        self.path = path
        let text = try String(
            contentsOf: Self.root.appendingPathComponent(path),
            encoding: .utf8
        )
        var fence: Fence?
        for line in text.components(separatedBy: "\n") {
            let last = sections.count - 1
            if line.hasPrefix("```") {
                if let whole = fence { sections[last].fences.append(whole) }
                fence = fence == nil ? Fence(language: String(line.dropFirst(3)), text: "") : nil
            } else if fence != nil {
                fence?.text += line + "\n"
            } else if line.hasPrefix("#") {
                let heading = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)
                sections.append(Section(heading: heading))
            } else if line.hasPrefix("|") {
                let cells = line.replacingOccurrences(of: "\\|", with: "\u{0}")
                    .split(separator: "|", omittingEmptySubsequences: false)
                    .dropFirst().dropLast()
                sections[last].rows.append(
                    cells.map { $0.trimmingCharacters(in: .whitespaces) }
                )
            } else {
                sections[last].lines.append(line)
            }
        }
    }

    /// README.md and every page of docs/.
    static func all() throws -> [ManualPage] {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: root.appendingPathComponent("docs").path
        )
        let pages = names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
        return try (["README.md"] + pages).map { try ManualPage($0) }
    }

    /// What it says outside of fences: headings, lines and cells.
    var texts: [String] {
        sections.flatMap { [$0.heading] + $0.lines + $0.rows.joined() }
    }

    /// What stands between backquotes.
    static func codes(in text: String) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
