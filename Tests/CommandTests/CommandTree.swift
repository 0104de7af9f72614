import Foundation

/// The commands of the program with their options, as it tells them itself.
struct CommandTree: Decodable {
    struct Name: Decodable {
        var kind: String
        var name: String

        /// As it is typed.
        var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    struct Argument: Decodable {
        var kind: String
        var isOptional: Bool
        var isRepeating: Bool
        var names: [Name]?
        var allValues: [String]?

        var typed: [String] { (names ?? []).map(\.typed) }
    }

    struct Command: Decodable {
        var commandName: String
        var subcommands: [Command]?
        var arguments: [Argument]?

        /// What only this command takes: every one has its help and tells its version.
        var own: [Argument] {
            (arguments ?? []).filter { !($0.kind == "flag" && $0.typed.contains("--version")) }
                .filter { !$0.typed.contains("--help") }
        }
    }

    var command: Command

    static func read() throws -> Command {
        let result = try BuiltProgram.run(["--experimental-dump-help"])
        let tree = try JSONDecoder().decode(CommandTree.self, from: Data(result.output.utf8))
        var root = tree.command
        root.subcommands?.removeAll { $0.commandName == "help" }
        return root
    }
}

extension CommandTree.Command {
    /// The commands that do something, each under the words that call it.
    func leaves(_ path: [String] = []) -> [(words: [String], command: CommandTree.Command)] {
        let words = path + [commandName]
        guard let subcommands, !subcommands.isEmpty else { return [(words, self)] }
        return subcommands.flatMap { $0.leaves(words) }
    }

    /// The command that words call, and the words behind its name.
    func called(by words: [String]) -> (command: CommandTree.Command, rest: [String]) {
        guard let first = words.first,
            let inner = subcommands?.first(where: { $0.commandName == first })
        else { return (self, words) }
        return inner.called(by: Array(words.dropFirst()))
    }
}
