import Foundation
import Model
import Plans
import TestSupport
import Testing

/// `docs/ke-hoach.md` and `docs/bieu-thuc.md`: every key and word of a plan has its entry, no entry
/// is of one that the reader does not know, and the examples are plans.
@Suite struct PlanPageTests {
    private let page: ManualPage
    private let language: ManualPage

    init() throws {
        page = try ManualPage("docs/ke-hoach.md")
        language = try ManualPage("docs/bieu-thuc.md")
    }

    /// The sections with a table of keys, each with the places of the mappings that it is about.
    private var tables: [(places: [String], section: ManualPage.Section)] {
        page.sections.filter { $0.rows.first?.first == "khóa" }.map { section in
            let places = ManualPage.codes(in: section.heading).map { name in
                name == "plan.yaml" ? "" : name.replacing(/<[^>]*>/, with: "*")
            }
            return (places, section)
        }
    }

    /// The keys of a section's table with the whole of their rows.
    private func entries(_ section: ManualPage.Section) -> [(key: String, row: String)] {
        section.rows.dropFirst(2).map { row in
            (ManualPage.codes(in: row[0]).joined(), row.joined(separator: " | "))
        }
    }

    @Test func everyKeyHasItsEntryAndEveryEntryIsOfAKey() {
        let known = KnownPlanKeys()
        #expect(known.keys.count > 20 && known.keys[""]?.count == 23)
        var told: [String: Set<String>] = [:]
        for (places, section) in tables {
            for place in places {
                #expect(told[place] == nil, "\(place) is told twice")
                told[place] = Set(entries(section).map(\.key))
            }
        }
        #expect(Set(told.keys) == Set(known.keys.keys))
        for (place, keys) in known.keys {
            #expect(told[place] == keys, "\(place)")
        }
    }

    @Test func everyWordThatAKeyAllowsStandsInItsEntry() {
        let known = KnownPlanKeys()
        #expect(known.words["closed"] == ["exempt", "counts", "successor"])
        for (places, section) in tables {
            for place in places {
                for (key, row) in entries(section) {
                    let words = known.words[place.isEmpty ? key : place + "." + key] ?? []
                    let told = Set(ManualPage.codes(in: row))
                    #expect(words.isSubset(of: told), "\(place) \(key)")
                }
            }
        }
    }

    @Test func everyKeyStandsInAnExampleBelowItsTable() {
        func names(_ key: String, _ section: ManualPage.Section) -> Bool {
            section.fences.contains { fence in
                fence.text.split { !$0.isLetter && $0 != "_" && $0 != ":" }
                    .contains { $0 == key + ":" }
            }
        }
        for (places, section) in tables {
            for (key, _) in entries(section) {
                let whole = places == [""] ? page.sections : [section]
                #expect(whole.contains { names(key, $0) }, "\(places) \(key)")
            }
        }
    }

    @Test func functionsColumnsTypesAndKindsAreAllTold() {
        let told = language.texts.flatMap { ManualPage.codes(in: $0) }
        for function in Aggregate.Function.allCases.map(\.rawValue) + ["coalesce"] {
            #expect(told.contains { $0.hasPrefix(function + "(") }, "\(function)")
        }
        let columns = language.sections.filter { $0.rows.first?.first == "cột" }
            .flatMap { $0.rows.dropFirst(2) }.flatMap { ManualPage.codes(in: $0[0]) }
        #expect(Set(columns) == Set(UnitCondition.Column.allCases.map(\.rawValue)))
        for kind in UnitKind.allCases {
            #expect(told.contains(kind.rawValue), "\(kind)")
            #expect(
                language.texts.contains { $0.contains("`\(kind.rawValue)` \(kind.labels[0])") },
                "\(kind)"
            )
        }
    }

    /// Each example adds its sections to the first one, or puts them in place of its own.
    @Test func thePlanCheckAcceptsEveryExample() throws {
        let fences = (page.sections + language.sections).flatMap(\.fences)
        let plans = fences.filter { $0.language == "yaml" }.map { Self.parts($0.text) }
        let roster = try #require(fences.first { $0.language == "csv" })
        let frame = try #require(plans.first)
        let folder = try TemporaryDirectory()
        for (number, plan) in plans.enumerated() {
            let id = "vi-du-\(number)"
            var whole = frame.merging(plan) { _, own in own }
            whole["id"] = "id: \(id)\n"
            let sections = whole.sorted { $0.key < $1.key }.map(\.value)
            try folder.write("input/\(id)/plan.yaml", sections.joined())
            try folder.write("input/\(id)/units.csv", roster.text)
        }
        let result = try BuiltProgram.run(["plan", "check"], in: folder.path)
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(plans.count > 20)
    }

    /// The sections of a plan by their keys.
    private static func parts(_ text: String) -> [String: String] {
        var parts: [String: String] = [:]
        var key = ""
        for line in text.split(separator: "\n") {
            if line.first?.isLetter == true { key = String(line.prefix { $0 != ":" }) }
            parts[key, default: ""] += line + "\n"
        }
        return parts
    }
}
