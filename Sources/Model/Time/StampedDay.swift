/// The day that the registry stamped on a file by the names of its folders or its own (CONTRACT §2,
/// §11.25).
package enum StampedDay {
    /// The outermost day that a part of a path begins with: `2024-12-10/a.csv`, `x/2024-12-10
    /// BC.csv`.
    package static func day(in path: String) -> Day? {
        var path = path
        return path.withUTF8 { bytes in
            var start = 0
            for place in 0...bytes.count
            where place == bytes.count || bytes[place] == UInt8(ascii: "/") {
                let part = UnsafeBufferPointer(rebasing: bytes[start..<place])
                start = place + 1
                if let found = day(at: part) { return found }
            }
            return nil
        }
    }

    /// The day `2024-12-10` that the name of a file or folder begins with, unless a digit follows.
    private static func day(at name: UnsafeBufferPointer<UInt8>) -> Day? {
        guard name.count >= 10, name[4] == UInt8(ascii: "-"), name[7] == UInt8(ascii: "-"),
            name.count == 10 || !isDigit(name[10]),
            let year = number(name[0..<4]), let month = number(name[5..<7]),
            let day = number(name[8..<10])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var number = 0
        for digit in digits {
            guard isDigit(digit) else { return nil }
            number = number * 10 + Int(digit - 48)
        }
        return number
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
