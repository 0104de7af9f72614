import Foundation
import FoundationXML
import Reports

@testable import Workbooks

/// A workbook written to a folder of its own, with its parts as text.
final class WrittenWorkbook {
    let bytes: Data
    /// The parts of the package by path: `xl/worksheets/sheet1.xml`.
    let parts: [String: Data]
    private let folder: URL

    init(_ content: WorkbookContent, maximumRows: Int = Workbook.maximumRows) throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "workbook-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "report.xlsx")
        try WorkbookRenderer.write(content, to: file.path, maximumRows: maximumRows)
        bytes = try Data(contentsOf: file)
        let unpacked = folder.appending(path: "parts")
        let unzip = Process()
        unzip.executableURL = URL(filePath: "/usr/bin/unzip")
        unzip.arguments = ["-q", file.path, "-d", unpacked.path]
        try unzip.run()
        unzip.waitUntilExit()
        var parts: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: unpacked.path) {
            var isFolder: ObjCBool = false
            let url = unpacked.appending(path: path)
            _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
            if !isFolder.boolValue { parts[path] = try Data(contentsOf: url) }
        }
        self.parts = parts
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func text(_ path: String) -> String {
        String(decoding: parts[path] ?? Data(), as: UTF8.self)
    }

    func sheet(_ number: Int) -> String { text("xl/worksheets/sheet\(number).xml") }

    var strings: String { text("xl/sharedStrings.xml") }

    /// Names of the files that are left beside the workbook.
    var leftovers: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0 != "report.xlsx" && $0 != "parts" }
    }

    /// The parts that are not well-formed XML.
    var malformedParts: [String] {
        parts.filter { path, data in
            path.hasSuffix(".xml") || path.hasSuffix(".rels") || path.hasSuffix(".vml")
                ? !XMLParser(data: data).parse() : false
        }.keys.sorted()
    }
}
