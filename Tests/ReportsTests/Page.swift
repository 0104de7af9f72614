import Foundation
import FoundationXML

/// A page parsed as strictly as XML is, since what the program writes is well-formed as that too.
final class Page: NSObject, XMLParserDelegate {
    /// An element as it stands, in the order of the page.
    struct Element {
        var name: String
        var attributes: [String: String]
        var children: [String] = []
        var descendants: Set<String> = []
        var text = ""
    }

    struct Unsound: Error, CustomStringConvertible {
        let description: String
    }

    let source: String
    private(set) var elements: [Element] = []
    /// The text that is seen, the runs of each element after one another, blanks run together.
    private(set) var text = ""
    private var open: [Int] = []

    init(_ source: String) throws {
        self.source = source
        super.init()
        let parser = XMLParser(data: Data(source.utf8))
        parser.delegate = self
        guard parser.parse() else {
            throw Unsound(
                description: "line \(parser.lineNumber): "
                    + (parser.parserError.map { "\($0)" } ?? "")
            )
        }
        let words = elements.filter { $0.name == "body" }.map(\.text).joined()
        text = words.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }

    var style: String { elements.filter { $0.name == "style" }.map(\.text).joined() }

    /// The rows of the table with a caption, headings first.
    func table(_ caption: String) -> [[String]]? {
        guard
            let start = elements.firstIndex(where: {
                $0.name == "caption" && $0.text.trimmingCharacters(in: .whitespaces) == caption
            })
        else { return nil }
        let rest = elements[(start + 1)...]
        let end = rest.firstIndex { ["caption", "section"].contains($0.name) } ?? rest.endIndex
        var rows: [[String]] = []
        for element in rest[..<end] {
            switch element.name {
            case "tr": rows.append([])
            case "th", "td":
                rows[rows.count - 1].append(element.text.trimmingCharacters(in: .whitespaces))
            default: break
            }
        }
        return rows
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        if let parent = open.last { elements[parent].children.append(name) }
        for ancestor in open {
            elements[ancestor].descendants.insert(name)
            elements[ancestor].text += " "
        }
        open.append(elements.count)
        elements.append(Element(name: name, attributes: attributes))
    }

    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        for element in open { elements[element].text += text }
    }
}
