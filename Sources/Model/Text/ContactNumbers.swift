/// Finds the phone and identity numbers of a text, in one piece or grouped with blanks, points,
/// dashes, brackets and other signs, and leaves dates, amounts and codes alone.
///
/// Where a number may be either, it is taken for personal: hiding one figure too many harms nobody.
struct ContactNumbers {
    private let bytes: [UInt8]
    /// The groups of digits that stand in a row, at most one separator between two of them.
    private var groups: [Group] = []

    private struct Group {
        var start: Int
        var end: Int
        /// What stands between it and the group before.
        var joint: Joint
        /// Whether a bracket closes before it.
        var isBehindBracket: Bool

        var count: Int { end - start }
    }

    private enum Joint {
        case none, blank, point, dash
        /// One that seldom stands in a number: `/`, `,`, `_` or `·`.
        case sign

        /// Whether dates and codes are put together with it.
        var isTight: Bool { self == .point || self == .dash || self == .sign }
    }

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The text with something else in the place of each number; nil where it has none.
    mutating func masked(with hidden: String) -> String? {
        var output: [UInt8] = []
        // What has not been copied yet: most texts have nothing to hide.
        var copied = 0
        var index = 0
        while index < bytes.count {
            if let end = hashEnd(index) {
                index = end
                continue
            }
            guard isDigit(index) else {
                index += 1
                continue
            }
            index = readGroups(from: index)
            guard groups.reduce(0, { $0 + $1.count }) >= 9 else { continue }
            var first = 0
            while first < groups.count {
                guard let next = number(at: first) else {
                    first += max(1, dateLength(first))
                    continue
                }
                output += bytes[copied..<start(of: first, next)]
                output += hidden.utf8
                copied = groups[next - 1].end
                first = next
            }
        }
        guard copied > 0 else { return nil }
        output += bytes[copied...]
        return String(decoding: output, as: UTF8.self)
    }

    // MARK: - Groups

    /// Reads the groups of digits from a place on; gives the place behind them.
    private mutating func readGroups(from start: Int) -> Int {
        groups.removeAll(keepingCapacity: true)
        var group = Group(start: start, end: start, joint: .none, isBehindBracket: false)
        while true {
            while isDigit(group.end) { group.end += 1 }
            groups.append(group)
            guard let next = nextGroup(behind: group.end) else { return group.end }
            group = next
        }
    }

    /// The beginning of the next group, where no more than a separator and brackets lie between.
    private func nextGroup(behind end: Int) -> Group? {
        var place = end
        var joint = Joint.none
        let isBehindBracket = byte(place) == UInt8(ascii: ")")
        if isBehindBracket {
            place += 1
            joint = .blank
        }
        let blank = blankLength(place)
        let dash = dashLength(place + blank)
        if dash > 0 {
            joint = .dash
            place += blank + dash
            place += blankLength(place)
        } else if blank > 0 {
            joint = .blank
            place += blank
        } else if byte(place) == UInt8(ascii: ".") {
            joint = .point
            place += 1
        } else if signLength(place) > 0 {
            joint = .sign
            place += signLength(place)
        }
        if byte(place) == UInt8(ascii: "(") {
            place += 1
            if joint == .none { joint = .blank }
        }
        guard joint != .none, isDigit(place), hashEnd(place) == nil else { return nil }
        return Group(start: place, end: place, joint: joint, isBehindBracket: isBehindBracket)
    }

    /// The end of a fingerprint that begins at a place (`SHA-256` and its like); nil where none
    /// does.
    private func hashEnd(_ start: Int) -> Int? {
        func isHex(_ place: Int) -> Bool {
            isDigit(place) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte(place) | 0x20)
        }
        guard isHex(start), start == 0 || !isHex(start - 1) else { return nil }
        var end = start
        while isHex(end) { end += 1 }
        let hasLetter = bytes[start..<end].contains { $0 >= UInt8(ascii: "A") }
        return end - start >= 32 && hasLetter ? end : nil
    }

    private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

    private func isDigit(_ place: Int) -> Bool { (48...57).contains(byte(place)) }

    /// The bytes of a blank at a place, be it one that does not break or a thin one.
    private func blankLength(_ place: Int) -> Int {
        switch (byte(place), byte(place + 1), byte(place + 2)) {
        case (0x20, _, _), (0x09, _, _): 1
        case (0xC2, 0xA0, _): 2
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
            3
        default: 0
        }
    }

    private func dashLength(_ place: Int) -> Int {
        switch (byte(place), byte(place + 1), byte(place + 2)) {
        case (UInt8(ascii: "-"), _, _): 1
        case (0xE2, 0x80, 0x90...0x94), (0xE2, 0x88, 0x92): 3
        default: 0
        }
    }

    private func signLength(_ place: Int) -> Int {
        switch (byte(place), byte(place + 1)) {
        case (UInt8(ascii: "/"), _), (UInt8(ascii: ","), _), (UInt8(ascii: "_"), _): 1
        case (0xC2, 0xB7): 2
        default: 0
        }
    }

    /// Where a number begins to be hidden: with the bracket that its first group stands in.
    private func start(of first: Int, _ next: Int) -> Int {
        var start = groups[first].start
        guard next > first + 1, groups[first + 1].isBehindBracket else { return start }
        if start > 0, bytes[start - 1] == UInt8(ascii: "+") { start -= 1 }
        if start > 0, bytes[start - 1] == UInt8(ascii: "(") { return start - 1 }
        return groups[first].start
    }

    // MARK: - Numbers

    /// The group behind the number that begins at a group; nil where none does.
    private func number(at first: Int) -> Int? {
        guard dateLength(first) == 0 else { return nil }
        var digits = 0
        for next in first + 1...groups.count {
            if next > first + 1, dateLength(next - 1) > 0 { break }
            digits += groups[next - 1].count
            if isPhone(first, next, digits) || isGroupedIdentity(first, next, digits) {
                return next
            }
            if digits > 13 { break }
        }
        return isIdentity(groups[first]) ? first + 1 : nil
    }

    /// 9 digits, or 12, in one piece.
    private func isIdentity(_ group: Group) -> Bool {
        guard group.count == 9 || group.count == 12 else { return false }
        // What stands behind a decimal comma is no number of its own.
        if group.start > 1, bytes[group.start - 1] == UInt8(ascii: ","), isDigit(group.start - 2) {
            return false
        }
        // A decimal has no zero there, or is no decimal.
        if bytes[group.start] == UInt8(ascii: "0") { return true }
        return group.joint != .point
            && !(byte(group.end) == UInt8(ascii: ".") && isDigit(group.end + 1))
    }

    /// 12 digits from 0 in two to four groups: the number of an identity card.
    private func isGroupedIdentity(_ first: Int, _ next: Int, _ digits: Int) -> Bool {
        guard digits == 12, (2...4).contains(next - first),
            groups[first].joint != .point
        else { return false }
        // Behind a point it would be the rest of an amount; no province has the number 000.
        let head = head(of: first)
        guard head[0] == UInt8(ascii: "0"), head[1] != head[0] || head[2] != head[0] else {
            return false
        }
        return groups[first..<next].allSatisfy { $0.count >= 3 }
            && !(isInCode(first) && has(.dash, first, next))
            && !has(.sign, first, next)
    }

    /// 10 or 11 digits from 0, or the same behind 84 in the place of the 0.
    private func isPhone(_ first: Int, _ next: Int, _ digits: Int) -> Bool {
        let head = head(of: first)
        if head[0] == UInt8(ascii: "8"), head[1] == UInt8(ascii: "4"), groups[first].count >= 2 {
            if next == first + 1 { return (11...12).contains(digits) }
            guard next - first <= 6, !has(.sign, first, next) else { return false }
            return head[2] == UInt8(ascii: "0")
                ? (12...13).contains(digits) && head[3] != UInt8(ascii: "0")
                : (11...12).contains(digits)
        }
        guard head[0] == UInt8(ascii: "0"), (10...11).contains(digits) else { return false }
        if next == first + 1 { return true }
        return head[1] != UInt8(ascii: "0") && isGroupedLikePhone(first, next)
    }

    private func isGroupedLikePhone(_ first: Int, _ next: Int) -> Bool {
        let following = groups[(first + 1)..<next]
        let area = groups[first].count
        if has(.sign, first, next) {
            // Lists of running numbers are of one width, and those of documents have their year.
            return groups[first..<next].reduce(0) { $0 + $1.count } == 10
                && (3...4).contains(area) && !hasYear(first, next)
                && following.allSatisfy { (2...4).contains($0.count) }
        }
        guard has(.dash, first, next) else {
            // A decimal fraction begins with a single 0.
            let isFraction = area == 1 && following.count == 1
            let isAlone = first == 0 && next == groups.count
            return isAlone && !isFraction
                || area > 1 && following.count <= 4 && following.allSatisfy { $0.count > 1 }
        }
        guard area > 1, following.count <= 4, following.allSatisfy({ $0.count > 1 }) else {
            return false
        }
        if isInCode(first) {
            return (3...4).contains(area) && following.allSatisfy { $0.count <= 4 }
        }
        // Behind an area code no number begins with 0, as running numbers do.
        return area > 3
            || following.allSatisfy { $0.count < 5 || bytes[$0.start] != UInt8(ascii: "0") }
    }

    /// The first four digits from a group on, of however many groups; 0 where there are fewer.
    private func head(of first: Int) -> [4 of UInt8] {
        var head: [4 of UInt8] = [0, 0, 0, 0]
        var count = 0
        for group in groups[first...] {
            for place in group.start..<group.end {
                head[count] = bytes[place]
                count += 1
                if count == 4 { return head }
            }
        }
        return head
    }

    private func has(_ joint: Joint, _ first: Int, _ next: Int) -> Bool {
        groups[(first + 1)..<next].contains { $0.joint == joint }
    }

    /// Whether a group is a year, as in the numbers of documents.
    private func hasYear(_ first: Int, _ next: Int) -> Bool {
        groups[first..<next].contains { group in
            let head = bytes[group.start..<min(group.start + 2, group.end)]
            return group.count == 4
                && (head.elementsEqual("19".utf8) || head.elementsEqual("20".utf8))
        }
    }

    /// Whether a group goes on with a code, such as `TX-P-`.
    private func isInCode(_ first: Int) -> Bool {
        guard first == 0 else { return groups[first].joint == .dash }
        let start = groups[0].start
        guard start > 0 else { return false }
        let before = bytes[start - 1]
        return before == UInt8(ascii: "-") || before == UInt8(ascii: "_")
            || (65...90).contains(before) || (97...122).contains(before)
    }

    // MARK: - Dates

    /// How many groups a date or a span of years takes from a group on; 0 where none begins there.
    private func dateLength(_ first: Int) -> Int {
        // `0912-11-2024` is a phone number throughout.
        guard first == 0 || !groups[first].joint.isTight || groups[first - 1].count <= 2 else {
            return 0
        }
        func number(_ offset: Int) -> Int? {
            guard first + offset < groups.count else { return nil }
            let group = groups[first + offset]
            guard group.count <= 4, offset == 0 || group.joint.isTight else { return nil }
            return bytes[group.start..<group.end].reduce(0) { $0 * 10 + Int($1 - 48) }
        }
        func isYear(_ offset: Int) -> Bool {
            number(offset).map { (1900...2099).contains($0) } ?? false
        }
        func isShort(_ offset: Int, upTo most: Int) -> Bool {
            number(offset).map { (1...most).contains($0) } ?? false
                && groups[first + offset].count <= 2
        }
        if isShort(0, upTo: 31), isShort(1, upTo: 12), isYear(2) { return 3 }
        if isShort(0, upTo: 12), isYear(1) { return 2 }
        guard isYear(0) else { return 0 }
        if isShort(1, upTo: 12), isShort(2, upTo: 31) { return 3 }
        return isYear(1) ? 2 : 0
    }
}
