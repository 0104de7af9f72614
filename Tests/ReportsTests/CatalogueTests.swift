import Foundation
import Intake
import Judgement
import Model
import Plans
import TestSupport
import Testing

@testable import Reports

/// The English catalogue against the phrases of the sources and the words of forms and statuses.
@Suite("English catalogue") struct CatalogueTests {
    private static let root = testsFolder.deletingLastPathComponent()
    private static let entries = Catalogue.english.entries

    /// Folders and files whose words nobody reads in another language: they go to clerks, operators
    /// and machines.
    private static let vietnameseOnly = [
        "Reports/Checks/", "Reports/Compare/", "Reports/Explain/", "Reports/Notes/",
        "Reports/Tables/", "Reports/Templates/", "Reports/Texts/", "Reports/Sheets/",
        "Reports/YearEnd/ReportFields.swift", "Reports/Figures/FindingGroup.swift",
        // The names that a plan's calendar gives to periods are read here, not printed.
        "Reports/Language/Words+Dates.swift", "Reports/Words/OfficeSpelling.swift",
    ]

    /// Vietnamese that is compared with what units wrote and with names, and never printed.
    private static let compared: Set<String> = [
        "Không có", "Không có gì", "Chưa có", "Không có khó khăn, vướng mắc", "Trong đó", "tháng",
    ]

    /// Each phrase with one file in which it stands.
    private static func phrases() throws -> [(file: String, phrase: PhraseScanner.Found)] {
        var phrases: [(String, PhraseScanner.Found)] = []
        for module in ["Reports", "Workbooks"] {
            let folder = root.appendingPathComponent("Sources/" + module).path
            for name in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
            where name.hasSuffix(".swift") {
                let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
                for phrase in PhraseScanner.phrases(in: text) {
                    phrases.append((module + "/" + name, phrase))
                }
            }
        }
        return phrases
    }

    private static func isVietnamese(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isAlphabetic && !$0.isASCII }
    }

    /// The words that come as data and are translated where they are those of the program.
    private static func terms() throws -> Set<String> {
        let plan = """
            schema: 1
            id: mau
            title: Kế hoạch mẫu
            stage: {from: 2024, to: 2024}
            root: T
            chain: [{level: unit, name: Đơn vị}, {level: city, name: Tỉnh}]
            statutory: ["0601", "0602", "0603", "0604", "0605"]
            indicators: []
            """
        let read = try Scenario(plan: plan, units: "").readPlan()
        var terms = Set(Status.allCases.map(\.label) + SubmissionStatus.allCases.map(\.label))
        terms.formUnion(Severity.allCases.map(\.label))
        terms.formUnion(UnitKind.allCases.compactMap(\.labels.first))
        terms.formUnion(TextEncoding.allCases.map(\.name))
        for form in read.forms.forms {
            terms.insert(form.name)
            for field in form.fields {
                terms.insert(field.header)
                terms.formUnion(field.values.compactMap(\.labels.first))
            }
        }
        for form in read.statutory {
            terms.formUnion(form.title + [form.circular, form.received])
            terms.formUnion([form.unitLine].compactMap(\.self))
            for column in form.columns {
                terms.formUnion([column.name, column.group].compactMap(\.self))
            }
            for row in form.rows {
                terms.formUnion([row.name, row.unit].compactMap(\.self))
            }
        }
        // Why rows are left blank is told in the remarks of a judgement.
        let catalogue = try String(
            contentsOf: root.appendingPathComponent(
                "Sources/Plans/Resources/tt-02-2023-bnv.yaml"
            ),
            encoding: .utf8
        )
        for match in catalogue.matches(of: #/reason: (?:&\w+ )?"?([^"*}\n][^"}\n]*)/#) {
            terms.insert(String(match.1))
        }
        return terms
    }

    private static func arguments(_ text: String) -> Set<String> {
        Set(text.matches(of: #/\{(\d+)[:}]/#).map { String($0.1) })
    }

    @Test func everyPhraseIsTranslatedWithItsArguments() throws {
        let phrases = try Self.phrases()
        let called = phrases.filter(\.phrase.isCalled)
        #expect(called.count > 600)
        for (file, phrase) in phrases {
            let isPrinted =
                Self.isVietnamese(phrase.key) && !Self.compared.contains(phrase.key)
                && !Self.vietnameseOnly.contains(where: file.hasPrefix)
            guard phrase.isCalled || isPrinted else { continue }
            #expect(Self.entries[phrase.key] != nil, "\(file): \(phrase.key)")
        }
    }

    @Test func everyWordOfFormsAndStatusesIsTranslated() throws {
        let terms = try Self.terms().filter(Self.isVietnamese)
        #expect(terms.count > 250)
        for term in terms.sorted() { #expect(Self.entries[term] != nil, "\(term)") }
    }

    @Test func noTranslationIsUnused() throws {
        let used = Set(try Self.phrases().map(\.phrase.key)).union(try Self.terms())
        for key in Self.entries.keys.sorted() { #expect(used.contains(key), "\(key)") }
    }

    @Test func translationsHaveTheArgumentsOfTheirPhrasesAndNoVietnamese() {
        for (key, entry) in Self.entries.sorted(by: { $0.key < $1.key }) {
            #expect(Self.arguments(key) == Self.arguments(entry), "\(key)")
            let letters = entry.unicodeScalars.filter {
                $0.properties.isAlphabetic && !$0.isASCII
            }
            #expect(letters.isEmpty, "\(entry)")
        }
    }

    @Test func noPhraseStandsTwiceInTheCatalogue() {
        let lines = String(decoding: PackageResources.en_txt, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        var keys: Set<Substring> = []
        for entry in lines.split(separator: "") {
            // Each entry is two lines with a blank one behind it.
            let pair = entry.drop { $0.hasPrefix("#") }
            guard !pair.isEmpty else { continue }
            #expect(pair.count == 2, "\(pair.first ?? "")")
            #expect(keys.insert(pair.first ?? "").inserted, "\(pair.first ?? "")")
        }
        #expect(keys.count == Self.entries.count)
    }

    @Test func lettersOfResultsAreToldApart() {
        let words = Words(.english)
        let letters = Status.allCases.map { words.letters($0) }
        #expect(Set(letters).count == letters.count)
        #expect(!letters.contains(words.letters(.unmet, isRequested: true)))
        let submissions = SubmissionStatus.allCases.map { words.letters($0) }
        #expect(Set(submissions).count == submissions.count)
    }

    @Test func aPhraseIsFoundOverLinesWithItsArgumentsAndMeaning() {
        let source = #"""
            // words("không")
            let a = words(
                "một \(b("hai \(c)") + d) ba, " + "bốn \(e)"
            ) + "năm"
            let f = self("sáu", as: "bảy")
            """#
        #expect(
            PhraseScanner.phrases(in: source) == [
                .init(key: "hai {0}", isCalled: false),
                .init(key: "một {0} ba, bốn {1}", isCalled: true),
                .init(key: "năm", isCalled: false),
                .init(key: "sáu [bảy]", isCalled: true),
            ]
        )
    }
}
