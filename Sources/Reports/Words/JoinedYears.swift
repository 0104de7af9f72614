extension String {
    /// The text with `joint` between each two years that one of `joints` joins: `2021 - 2025`.
    ///
    /// By hand, since every sheet's title is looked at and a regular expression is read anew each
    /// time.
    func joiningYears(_ joints: [String], with joint: String) -> String {
        let characters = Array(self)
        var text = ""
        var index = 0
        while index < characters.count {
            guard let end = String.endOfYear(characters, index),
                let found = joints.first(where: { characters[end...].starts(with: $0) }),
                let last = String.endOfYear(characters, end + found.count)
            else {
                text.append(characters[index])
                index += 1
                continue
            }
            text += characters[index..<end]
            text += joint
            text += characters[(end + found.count)..<last]
            index = last
        }
        return text
    }

    /// Where a year of four digits ends that begins at a place; nil where none does.
    private static func endOfYear(_ characters: [Character], _ start: Int) -> Int? {
        guard start + 4 <= characters.count,
            characters[start..<(start + 4)].allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        return start + 4
    }
}
