import ArgumentParser
import Model

/// What is wrong with a command's words, in the language of those who type it.
enum UsageText {
    /// The message of the argument parser, which speaks English, in Vietnamese; what it says beyond
    /// the known kinds of mistakes stays as it is.
    static func translated(_ message: String) -> String {
        message.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line(String($0)) }
            .joined(separator: "\n")
    }

    private static func line(_ text: String) -> String {
        if let mistake = text.firstMatch(of: /^Error: (.*)$/) {
            return "tonghop: " + translated(mistake: String(mistake.1))
        }
        if let usage = text.firstMatch(of: /^Usage: (.*)$/) { return "Cách dùng: \(usage.1)" }
        if let help = text.firstMatch(of: /^Help: (.*)$/) { return "Giải thích: \(help.1)" }
        if let page = text.firstMatch(of: /^ +See '(.*)' for more information\.$/) {
            return "  Xem thêm: \(page.1)"
        }
        return text
    }

    /// The names of the commands, of which one may have been mistyped.
    private static let commands = Command.configuration.subcommands.compactMap {
        $0.configuration.commandName
    }

    /// The command that a word was probably meant to be.
    private static func meant(_ word: String) -> String {
        Suggestion.nearest(to: word, among: commands).map { " Có phải là lệnh \($0)?" } ?? ""
    }

    static func translated(mistake: String) -> String {
        if let found = mistake.firstMatch(
            of: /^Unknown option '(.*?)'(?:\. Did you mean '(.*)'\?)?$/
        ) {
            let nearest = found.2.map { " Có phải là \($0)?" } ?? ""
            return "Không có tùy chọn \(found.1).\(nearest)"
        }
        if let found = mistake.firstMatch(of: /^Missing value for '(.*)'$/) {
            return "Thiếu giá trị cho \(found.1)."
        }
        if let found = mistake.firstMatch(of: /^Missing expected argument '(.*)'/) {
            return "Thiếu \(found.1)."
        }
        if let found = mistake.firstMatch(of: /^Unexpected argument '(.*)'$/) {
            return "Thừa \"\(found.1)\"." + meant(String(found.1))
        }
        if let found = mistake.firstMatch(of: /^\d+ unexpected arguments: (.*)$/) {
            let first = found.1.split(separator: "'").first.map(String.init) ?? ""
            return "Thừa \(found.1)." + meant(first)
        }
        if let found = mistake.firstMatch(
            of: /^The value '(.*?)' is invalid for '(.*?)'\.?(?: Please provide one of (.*)\.)?$/
        ) {
            let allowed =
                found.3.map {
                    " Cho phép: \($0.replacing(" or ", with: " hoặc ").replacing(" and ", with: " và "))."
                } ?? ""
            return "\"\(found.1)\" không dùng được cho \(found.2).\(allowed)"
        }
        return mistake
    }

    /// Which of the arguments is empty, from 1: a variable that is not set, in a script, would make
    /// a path of nothing the root of the file system.
    static func emptyArgument(in arguments: [String]) -> Int? {
        arguments.firstIndex { $0.isEmpty || $0.wholeMatch(of: /--[a-z-]+=/) != nil }.map { $0 + 1 }
    }
}
