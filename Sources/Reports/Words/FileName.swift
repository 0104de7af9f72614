/// Names of files made from what a plan calls its units.
package enum FileName {
    /// A name of one part: letters, digits, `-`, `_` and inner points are kept, all else becomes
    /// `-`; at most 80 letters, so that the longest UTF-8 still fits a file system.
    static func safe(_ text: String) -> String {
        var name = ""
        for character in text.prefix(80) {
            let scalars = character.unicodeScalars
            let isPlain =
                (character.isLetter || character.isNumber) && scalars.count == 1
                || character == "-" || character == "_" || (character == "." && !name.isEmpty)
            name.append(isPlain ? character : "-")
            if name.utf8.count > 200 { break }
        }
        while name.hasSuffix(".") { name.removeLast() }
        return name.isEmpty ? "-" : name
    }

    /// Names for several texts, each its own: equal ones are numbered in their order.
    package static func safe(_ texts: [String]) -> [String] {
        var taken: Set<String> = []
        return texts.map { text in
            let stem = safe(text)
            var name = stem
            var number = 2
            while !taken.insert(name.lowercased()).inserted {
                name = "\(stem)-\(number)"
                number += 1
            }
            return name
        }
    }
}
