import Foundation
import TestSupport
import Testing

/// README.md and docs/ lead only to what is there: in the repository and where they are installed.
@Suite struct PageLinkTests {
    private struct Link {
        var page: String
        /// The path below the root of the repository.
        var target: String
        var anchor: String?
    }

    /// The links of all pages within the repository.
    private func links() throws -> [Link] {
        try ManualPage.all().flatMap { page in
            page.texts.flatMap { text in
                text.matches(of: /\]\(([^)\s]+)\)/).map { match in
                    let parts = match.output.1.split(
                        separator: "#",
                        maxSplits: 1,
                        omittingEmptySubsequences: false
                    )
                    let folder = URL(fileURLWithPath: "/" + page.path).deletingLastPathComponent()
                    let path =
                        parts[0].isEmpty
                        ? "/" + page.path
                        : folder.appendingPathComponent(String(parts[0])).standardized.path
                    return Link(
                        page: page.path,
                        target: String(path.dropFirst()),
                        anchor: parts.count > 1 ? String(parts[1]) : nil
                    )
                }
            }
        }.filter { !$0.target.hasPrefix("http") }
    }

    /// What a heading is called in a link.
    private func anchor(_ heading: String) -> String {
        String(
            heading.lowercased().compactMap { character in
                if character == " " { return "-" }
                let isKept = character.isLetter || character.isNumber || "-_".contains(character)
                return isKept ? character : nil
            }
        )
    }

    @Test func everyLinkLeadsToAFileAndAHeading() throws {
        let links = try links()
        #expect(links.count > 50)
        for link in links {
            let file = ManualPage.root.appendingPathComponent(link.target)
            #expect(
                FileManager.default.fileExists(atPath: file.path),
                "\(link.page): \(link.target)"
            )
            guard let anchor = link.anchor else { continue }
            let headings = try ManualPage(link.target).sections.map(\.heading)
            #expect(
                headings.contains { self.anchor($0) == anchor },
                "\(link.page): \(link.target)#\(anchor)"
            )
        }
    }

    /// Every page of docs/ can be reached from README.md.
    @Test func everyPageIsReached() throws {
        let links = try links()
        var reached: Set<String> = ["README.md"]
        var pages = ["README.md"]
        while let page = pages.popLast() {
            for link in links where link.page == page && reached.insert(link.target).inserted {
                pages.append(link.target)
            }
        }
        for page in try ManualPage.all() {
            #expect(reached.contains(page.path), "\(page.path)")
        }
    }

    @Test func whatIsInstalledLeadsToWhatIsInstalled() throws {
        let folder = try TemporaryDirectory()
        try folder.write("manual/tonghop.1")
        let process = Process()
        process.executableURL = ManualPage.root.appendingPathComponent(".packaging/install")
        process.arguments = [BuiltProgram.path, folder.path + "/manual", "/usr"]
        process.environment = ["PATH": "/usr/bin:/bin", "DESTDIR": folder.path + "/root"]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        for link in try links() {
            #expect(folder.exists("root/usr/share/doc/tonghop/" + link.target), "\(link)")
        }
    }
}
