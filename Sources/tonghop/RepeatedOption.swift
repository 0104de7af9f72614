import ArgumentParser
import Foundation

/// An option that takes one value and was typed with several, of which the parser would take the
/// last without a word.
struct RepeatedOption {
    /// The names that it was typed with: twice the same, or two of one option.
    let names: (first: String, second: String)
    /// Where the second stands among the words, from 0.
    let index: Int

    /// The first such option among the words behind a command's name; nil where there is none.
    init?(in words: some Sequence<String>, of command: any ParsableArguments.Type) {
        let typed = words.prefix { $0 != "--" }.enumerated().compactMap { index, word in
            word.hasPrefix("-") ? (name: String(word.prefix { $0 != "=" }), index: index) : nil
        }
        guard typed.count > 1 else { return nil }
        let options = RepeatedOption.single(command)
        var first: [Int: String] = [:]
        for (name, index) in typed {
            guard let option = options[name] else { continue }
            if let before = first[option] {
                names = (before, name)
                self.index = index
                return
            }
            first[option] = name
        }
        return nil
    }

    /// What is told of it.
    var message: String {
        names.first == names.second
            ? "\(names.first) nêu nhiều lần; chỉ nêu được một lần"
            : "\(names.first), \(names.second) là một tùy chọn; chỉ nêu được một lần"
    }

    /// The options of a command that take one value, by each of their names.
    private static func single(_ command: any ParsableArguments.Type) -> [String: Int] {
        let text = Data(command._dumpHelp().utf8)
        guard let help = try? JSONDecoder().decode(Help.self, from: text) else { return [:] }
        var options: [String: Int] = [:]
        for (number, argument) in (help.command.arguments ?? []).enumerated()
        where argument.kind == "option" && !argument.isRepeating {
            for name in argument.names ?? [] {
                options[(name.kind == "long" ? "--" : "-") + name.name] = number
            }
        }
        return options
    }

    /// The parser's own account of a command, as far as it is needed.
    private struct Help: Decodable {
        struct Command: Decodable { let arguments: [Argument]? }
        struct Argument: Decodable {
            let kind: String
            let isRepeating: Bool
            let names: [Name]?
        }
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let command: Command
    }
}
