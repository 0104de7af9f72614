import Foundation
import TestSupport
import Testing

/// README.md names every command with every option, and no page tells of commands that cannot be
/// typed.
@Suite struct CommandPageTests {
    private let root: CommandTree.Command

    init() throws { root = try CommandTree.read() }

    /// A word of the synopsis: an option with its value, or an argument.
    private struct Piece: Hashable {
        var name: String
        var value: String
        var isOptional: Bool
        var isRepeating: Bool
    }

    /// The lines of the synopsis, each a command as it may be typed.
    private func synopsis() throws -> [String] {
        let page = try ManualPage("README.md")
        let fence = try #require(
            page.sections.first { $0.heading == "Commands" }?.fences.first
        )
        return fence.text.replacing(/\n +/, with: " ").split(separator: "\n").map(String.init)
    }

    private func pieces(_ text: String) -> [Piece] {
        let pattern = /(\[?)(-[-a-z]+)?( ?)([^ \[\]…]*)(\]?)(…?)(?: |$)/
        return text.matches(of: pattern).filter { !$0.output.0.isEmpty }.map { match in
            let (_, open, name, _, value, _, more) = match.output
            return Piece(
                name: String(name ?? ""),
                value: String(value),
                isOptional: !open.isEmpty,
                isRepeating: !more.isEmpty
            )
        }
    }

    @Test func theSynopsisHasEveryCommandAndOption() throws {
        let lines = try synopsis()
        let leaves = root.leaves()
        #expect(leaves.count == 20)
        let calls = lines.map { line -> [String] in
            let words = line.split(separator: " ").map(String.init)
            let (_, rest) = root.called(by: Array(words.dropFirst()))
            return Array(words.prefix(words.count - rest.count))
        }
        #expect(calls == leaves.map(\.words))
        for (line, leaf) in zip(lines, leaves) {
            let call = leaf.words.joined(separator: " ")
            let pieces = pieces(String(line.dropFirst(call.count + 1)))
            let options = pieces.filter { !$0.name.isEmpty }
            let arguments = leaf.command.own.filter { $0.kind != "positional" }
            #expect(options.count == arguments.count, "\(call)")
            for argument in arguments {
                guard let piece = options.first(where: { argument.typed.contains($0.name) }) else {
                    Issue.record("\(call): \(argument.typed) is missing")
                    continue
                }
                #expect(piece.isOptional == argument.isOptional, "\(call) \(piece)")
                #expect(piece.isRepeating == argument.isRepeating, "\(call) \(piece)")
                #expect(piece.value.isEmpty == (argument.kind == "flag"), "\(call) \(piece)")
                if let values = argument.allValues {
                    #expect(piece.value == values.joined(separator: "|"), "\(call) \(piece)")
                }
            }
            let positionals = leaf.command.own.filter { $0.kind == "positional" }
            let names = pieces.filter(\.name.isEmpty)
            #expect(names.map(\.isOptional) == positionals.map(\.isOptional), "\(call)")
            #expect(names.map(\.isRepeating) == positionals.map(\.isRepeating), "\(call)")
        }
    }

    /// The commands that a page tells people to type, from `tonghop` on.
    private func commands(of page: ManualPage) -> [String] {
        let prefix = "sudo -u tonghop "
        let typed =
            page.texts.flatMap { ManualPage.codes(in: $0) }
            + page.sections.flatMap(\.fences).flatMap { $0.text.components(separatedBy: "\n") }
        return typed.compactMap { text in
            let text = text.hasPrefix(prefix) ? text.dropFirst(prefix.count) : text[...]
            return text.hasPrefix("tonghop ") ? String(text.prefix { !"|>&;".contains($0) }) : nil
        }
    }

    /// What is written as a command with options can be typed: command and options are there, and
    /// none that it needs is left out.
    @Test func everyCommandOnAPageCanBeTyped() throws {
        var count = 0
        for page in try ManualPage.all() {
            for text in commands(of: page) {
                let words = text.split { " [](),".contains($0) }.dropFirst().map(String.init)
                let (command, rest) = root.called(by: words.filter { $0 != "tonghop" })
                #expect(
                    command.commandName != "tonghop"
                        || ["help", "--version"].contains(rest.first ?? ""),
                    "\(page.path): \(text)"
                )
                let options = rest.filter { $0.hasPrefix("-") && $0.count > 1 }
                    .map { String($0.prefix { $0 != "=" }) }
                guard !options.isEmpty, options != ["--help"] else { continue }
                count += 1
                let known = Set((command.arguments ?? []).flatMap(\.typed))
                for option in options {
                    #expect(known.contains(option), "\(page.path): \(text): \(option)")
                }
                for argument in command.own where !argument.isOptional && argument.kind == "option"
                {
                    #expect(
                        argument.typed.contains { options.contains($0) },
                        "\(page.path): \(text): \(argument.typed)"
                    )
                }
            }
        }
        #expect(count > 30)
    }

    /// The keys of a schedule, which the program lists where it meets another.
    @Test func everyKeyOfAScheduleHasItsEntry() throws {
        let folder = try TemporaryDirectory()
        try folder.write("schedules/a.yaml", "la: 1\n")
        try folder.makeFolder("input")
        let result = try BuiltProgram.run(["schedule", "list"], in: folder.path)
        let told = result.output + result.errors
        let allowed = try #require(told.firstMatch(of: /không có khóa này.*cho phép: ([a-z_, ]+)/))
        let known = allowed.output.1.components(separatedBy: ", ")
        let section = try #require(
            try ManualPage("docs/lich-chay.md").sections.first { $0.rows.first?.first == "khóa" }
        )
        let entries = section.rows.dropFirst(2).flatMap { ManualPage.codes(in: $0[0]) }
        #expect(Set(entries) == Set(known) && known.count == 7)
    }

    /// The example of README.md is what `explain` prints of the sample, cut where it says so.
    @Test func theExplanationInTheGuideIsTheOneThatWasCheckedByHand() throws {
        let page = try ManualPage("README.md")
        let fence = try #require(
            page.sections.first { $0.heading == "Giải trình một con số trước Hội đồng" }?.fences
                .first
        )
        let printed = try String(
            contentsOf: testsFolder.appendingPathComponent("Golden/thanh-xuan/explain-TX-70.txt"),
            encoding: .utf8
        ).split(separator: "\n").map(String.init)
        var next = 0
        for line in fence.text.split(separator: "\n") {
            let wanted = line.hasSuffix(" …") ? String(line.dropLast(2)) : String(line)
            guard let place = printed[next...].firstIndex(where: { $0.hasPrefix(wanted) }) else {
                Issue.record("not printed, or elsewhere: \(line)")
                return
            }
            next = place + 1
        }
        #expect(next > 10)
    }

    /// The comparison of the page on changes is what the sample gives, cut where it says so.
    @Test func theComparisonInTheGuideIsTheOneThatIsPrinted() throws {
        let page = try ManualPage("docs/giai-trinh.md")
        let fence = try #require(
            page.sections.first { $0.heading.contains("compare") }?.fences.first
        )
        let folder = try TemporaryDirectory()
        // Looking back on a day counts what had been received by then: the nights of the page.
        for (day, clock) in [("2024-12-16", "00:01"), ("2024-12-20", "00:02")] {
            let result = try BuiltProgram.run(
                [
                    "run", "--input", ManualPage.root.appendingPathComponent("input").path,
                    "--plan", "thanh-xuan", "--window", "2024", "--as-of", day + "T23:59",
                    "--now", "2024-12-21T" + clock, "--quiet",
                ],
                in: folder.path
            )
            #expect(result.status == 0, "\(result.errors)")
        }
        let result = try BuiltProgram.run(
            ["compare", "20241221-0001-01", "20241221-0002-01"],
            in: folder.path
        )
        #expect(result.status == 0, "\(result.errors)")
        let printed = result.output.split(separator: "\n")
        var next = 0
        for line in fence.text.split(separator: "\n") where line != "  …" {
            guard let place = printed[next...].firstIndex(of: line) else {
                Issue.record("not printed, or elsewhere: \(line)")
                return
            }
            next = place + 1
        }
        #expect(next > 10)
    }
}
