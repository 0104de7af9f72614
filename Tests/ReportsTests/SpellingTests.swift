import Foundation
import TestSupport
import Testing

@testable import Reports

/// The fixed words of the program are spelt right: against the syllables and words of
/// `Tests/Spelling`, and against hunspell where it is installed (Debian packages hunspell,
/// hunspell-vi, hunspell-en-us).
@Suite struct SpellingTests {
    private static let root = testsFolder.deletingLastPathComponent()
    private static let hunspell = "/usr/bin/hunspell"
    private static let dictionary = "/usr/share/hunspell/vi_VN.dic"
    private static let english = "/usr/share/hunspell/en_US.dic"

    /// Folders of what files hold, misspelt and abbreviated as it comes, and of made-up data.
    private static let others = [
        "Sources/Intake/", "Sources/Model/Text/Fold.swift", "Sources/tonghop-bench/",
    ]

    /// Each word with one file in which it stands.
    private static func words() throws -> [String: String] {
        var words: [String: String] = [:]
        let paths = try FileManager.default.subpathsOfDirectory(
            atPath: root.appendingPathComponent("Sources").path
        )
        for name in paths.sorted().map({ "Sources/" + $0 })
        where !others.contains(where: name.hasPrefix) {
            let isTemplate = name.hasSuffix(".mustache")
            guard !name.hasSuffix(".en.mustache") else { continue }
            guard isTemplate || name.hasSuffix(".swift") || name.hasSuffix(".yaml") else {
                continue
            }
            let text = try String(
                contentsOf: root.appendingPathComponent(name),
                encoding: .utf8
            ).precomposedStringWithCanonicalMapping
            let pieces =
                isTemplate
                ? [withoutTags(text)] : name.hasSuffix(".swift") ? literals(text) : [text]
            for piece in pieces {
                for word in piece.split(whereSeparator: { !$0.isLetter }) {
                    // Words of the program itself stand among the others, in English letters.
                    let isVietnamese = word.unicodeScalars.contains { !$0.isASCII }
                    guard word.count > 1, isTemplate || isVietnamese else { continue }
                    words[String(word)] = name
                }
            }
        }
        return words
    }

    private static func withoutTags(_ text: String) -> String {
        text.replacing(#/\{\{[^}]*\}\}/#, with: " ")
    }

    /// What stands in the string literals of a Swift file; what they interpolate is code again.
    private static func literals(_ text: String) -> [String] {
        let characters = Array(text)
        var found: [String] = []
        var index = 0
        func stands(_ word: String) -> Bool {
            let word = Array(word)
            return index + word.count <= characters.count
                && Array(characters[index..<index + word.count]) == word
        }
        /// Code up to the parenthesis that ends an interpolation, or to the end of the file.
        func code(isInterpolation: Bool) {
            var depth = 0
            while index < characters.count {
                if stands("//") {
                    while index < characters.count, !characters[index].isNewline { index += 1 }
                } else if characters[index] == "\"" {
                    literal()
                } else {
                    if characters[index] == "(" { depth += 1 }
                    if characters[index] == ")" {
                        if depth == 0, isInterpolation { return }
                        depth -= 1
                    }
                    index += 1
                }
            }
        }
        func literal() {
            let mark = stands("\"\"\"") ? "\"\"\"" : "\""
            index += mark.count
            var literal = ""
            while index < characters.count, !stands(mark) {
                if stands("\\(") {
                    index += 2
                    code(isInterpolation: true)
                    literal += " "
                } else if characters[index] == "\\" {
                    index += 1
                    literal += " "
                } else {
                    literal.append(characters[index])
                }
                index += 1
            }
            index += mark.count
            found.append(literal)
        }
        code(isInterpolation: false)
        return found
    }

    private static func list(_ name: String) throws -> Set<String> {
        let file = testsFolder.appendingPathComponent("Spelling/" + name)
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        return Set(
            lines.filter { !$0.hasPrefix("#") }.flatMap { $0.split(separator: " ") }.map(
                String.init
            )
        )
    }

    /// Each word of the English catalogue and templates with what it stands in.
    private static func englishWords() throws -> [String: String] {
        var words: [String: String] = [:]
        func add(_ text: String, _ place: String) {
            for word in text.matches(of: #/[A-Za-z]{2,}/#) { words[String(word.0)] = place }
        }
        for (key, entry) in Catalogue.english.entries { add(entry, key) }
        for name in TextName.written(in: .english) {
            let text = String(decoding: name.shipped(in: .english), as: UTF8.self)
            add(withoutTags(text), name.fileName(in: .english))
        }
        return words
    }

    /// The words that hunspell does not know.
    private static func unknown(
        _ words: [String],
        _ language: String = "vi_VN"
    ) throws -> Set<String> {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent(UUID().uuidString + ".txt")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(words.joined(separator: "\n").utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: hunspell)
        process.arguments = ["-d", language, "-i", "UTF-8", "-l", file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return Set(String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    @Test func theFixedTextsAreSpeltRight() throws {
        let words = try Self.words()
        #expect(words.count > 500)
        let excepted = try Self.list("exceptions.txt")
        let open = words.keys.filter {
            !excepted.contains($0) && !excepted.contains($0.lowercased())
        }.sorted()
        let kept = try Self.list("syllables.txt")
        var wrong = open.filter { !kept.contains($0.lowercased()) }
        if [Self.hunspell, Self.dictionary].allSatisfy(FileManager.default.fileExists) {
            let unknown = try Self.unknown(open.map { $0.lowercased() })
            wrong += open.filter { unknown.contains($0.lowercased()) }
        }
        for word in wrong { Issue.record("\(word) in \(words[word] ?? "")") }
    }

    @Test func theEnglishTextsAreSpeltRight() throws {
        let words = try Self.englishWords()
        #expect(words.count > 500)
        let excepted = try Self.list("english-exceptions.txt")
        let open = words.keys.filter {
            !excepted.contains($0) && !excepted.contains($0.lowercased())
        }.sorted()
        let kept = try Self.list("english.txt")
        var wrong = open.filter { !kept.contains($0.lowercased()) }
        if [Self.hunspell, Self.english].allSatisfy(FileManager.default.fileExists) {
            let unknown = try Self.unknown(open.map { $0.lowercased() }, "en_US")
            wrong += open.filter { unknown.contains($0.lowercased()) }
        }
        for word in wrong { Issue.record("\(word) in \(words[word] ?? "")") }
        for word in ["commendaton", "exmplar", "recieved"] { #expect(!kept.contains(word)) }
    }

    @Test func aWrongWordWouldBeFound() throws {
        let kept = try Self.list("syllables.txt")
        for word in ["thưỡng", "đien", "truơng", "khên"] { #expect(!kept.contains(word)) }
        #expect(kept.isSuperset(of: ["thưởng", "điển", "trưởng", "khen"]))
        #expect(
            Self.literals("let a = \"một \\(b(\"hai\") + c) ba\" // \"bốn\"\n\"\"\"\nnăm\n\"\"\"")
                == ["hai", "một   ba", "\nnăm\n"]
        )
    }
}
