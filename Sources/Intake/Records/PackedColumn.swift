/// Numbers of the records of one block, each in as few bytes as those of the block need.
///
/// A register of millions of rows is held column by column until its reports are written: units,
/// days and lines of one block lie close together, and what is the same for all takes no room at
/// all. The least number of the type, which stands for blank, is one of them at no cost.
package struct PackedColumn<Number: FixedWidthInteger & Sendable>: RandomAccessCollection, Hashable,
    Sendable
{
    /// How the numbers stand; in those that are narrow 0 is the least of the type and every other
    /// number is one more than its distance from `base`.
    enum Form: Hashable, Sendable {
        case constant
        /// Each is one more than the one before.
        case successive
        case bytes([UInt8])
        case words([UInt16])
        case whole([Number])
    }

    let form: Form
    let base: Number
    /// How many numbers there are: one for each record.
    package let count: Int

    /// Always 0.
    package var startIndex: Int { 0 }
    /// The number of records.
    package var endIndex: Int { count }

    /// A column of no records.
    package init() { self.init([]) }

    /// Numbers that stand in a form already; `count` is that of the codes, where it has any.
    init(form: Form, base: Number, count: Int) {
        (self.form, self.base, self.count) = (form, base, count)
    }

    /// Packs numbers, one for each record, as narrow as their range lets them be.
    package init(_ numbers: [Number]) {
        count = numbers.count
        guard let first = numbers.first else {
            (form, base) = (.constant, .min)
            return
        }
        var least = Number.max
        var greatest = Number.min
        var isConstant = true
        var isSuccessive = true
        var next = first
        for number in numbers {
            isConstant = isConstant && number == first
            isSuccessive = isSuccessive && number == next
            next = number &+ 1
            greatest = Swift.max(greatest, number)
            // Blanks, the least of all, have a code of their own.
            if number != .min { least = Swift.min(least, number) }
        }
        // The distance of two numbers of any sign, as it stands without one.
        let range = UInt64(truncatingIfNeeded: greatest) &- UInt64(truncatingIfNeeded: least)
        let base = least
        func code(_ number: Number) -> UInt64 {
            guard number != .min else { return 0 }
            return UInt64(truncatingIfNeeded: number) &- UInt64(truncatingIfNeeded: base) &+ 1
        }
        if isConstant || isSuccessive {
            (form, self.base) = (isConstant ? .constant : .successive, first)
        } else if range < 0xFF {
            form = .bytes(numbers.map { UInt8(truncatingIfNeeded: code($0)) })
            self.base = base
        } else if range < 0xFFFF, Number.bitWidth > 16 {
            form = .words(numbers.map { UInt16(truncatingIfNeeded: code($0)) })
            self.base = base
        } else {
            (form, self.base) = (.whole(numbers), 0)
        }
    }

    /// The number of a record; an index beyond the records traps.
    package subscript(index: Int) -> Number { value(index) }

    @inline(__always)
    private func value(_ index: Int) -> Number {
        switch form {
        case .constant:
            precondition(index >= 0 && index < count)
            return base
        case .successive:
            precondition(index >= 0 && index < count)
            return base &+ Number(truncatingIfNeeded: index)
        case .bytes(let codes): return number(Int(codes[index]))
        case .words(let codes): return number(Int(codes[index]))
        case .whole(let numbers): return numbers[index]
        }
    }

    /// The number that a code stands for.
    @inline(__always)
    private func number(_ code: Int) -> Number {
        code == 0 ? .min : base &+ Number(truncatingIfNeeded: code &- 1)
    }

    /// Adds the numbers of some records to others.
    @inline(__always)
    func append(_ records: Range<Int>, to numbers: inout [Number]) {
        precondition(records.lowerBound >= 0 && records.upperBound <= count)
        switch form {
        case .constant: numbers.append(contentsOf: repeatElement(base, count: records.count))
        case .successive:
            for index in records { numbers.append(base &+ Number(truncatingIfNeeded: index)) }
        case .bytes(let codes):
            for index in records { numbers.append(number(Int(codes[index]))) }
        case .words(let codes):
            for index in records { numbers.append(number(Int(codes[index]))) }
        case .whole(let whole): numbers.append(contentsOf: whole[records])
        }
    }

    /// Some of the numbers, in the form in which they stand.
    func part(_ records: Range<Int>) -> PackedColumn {
        precondition(records.lowerBound >= 0 && records.upperBound <= count)
        var base = base
        let part: Form
        switch form {
        case .constant: part = .constant
        case .successive:
            part = .successive
            base &+= Number(truncatingIfNeeded: records.lowerBound)
        case .bytes(let codes): part = .bytes(Array(codes[records]))
        case .words(let codes): part = .words(Array(codes[records]))
        case .whole(let numbers): part = .whole(Array(numbers[records]))
        }
        return PackedColumn(form: part, base: base, count: records.count)
    }

    /// Whether all numbers lie in a range.
    @inline(__always)
    private func areWithin(_ range: ClosedRange<Number>) -> Bool {
        guard count > 0 else { return true }
        switch form {
        case .constant: return range.contains(base)
        case .successive:
            let (last, isOver) = base.addingReportingOverflow(Number(clamping: count - 1))
            return !isOver && range.contains(base) && range.contains(last)
        case .bytes(let codes):
            // Without leaving early: so many are compared at once.
            var (least, greatest) = (UInt8.max, UInt8.min)
            for code in codes {
                (least, greatest) = (Swift.min(least, code), Swift.max(greatest, code))
            }
            return areWithin(range, Int(least), Int(greatest))
        case .words(let codes):
            var (least, greatest) = (UInt16.max, UInt16.min)
            for code in codes {
                (least, greatest) = (Swift.min(least, code), Swift.max(greatest, code))
            }
            return areWithin(range, Int(least), Int(greatest))
        case .whole(let numbers): return numbers.allSatisfy { range.contains($0) }
        }
    }

    /// Whether the numbers of codes lie in a range, of which these are the least and the greatest.
    private func areWithin(_ range: ClosedRange<Number>, _ least: Int, _ greatest: Int) -> Bool {
        let (last, isOver) = base.addingReportingOverflow(Number(clamping: greatest - 1))
        guard greatest > 0 else { return range.contains(.min) }
        guard !isOver, last <= range.upperBound else { return false }
        // Blanks are the least of all, and what else there is lies between them and the greatest.
        return range.contains(number(least))
    }

    /// All numbers.
    @inline(__always)
    private var unpacked: [Number] {
        switch form {
        case .constant: [Number](repeating: base, count: count)
        case .successive: (0..<count).map { base &+ Number(truncatingIfNeeded: $0) }
        case .bytes(let codes): codes.map { number(Int($0)) }
        case .words(let codes): codes.map { number(Int($0)) }
        case .whole(let numbers): numbers
        }
    }
}

// For each type that columns have: what is generic is slow where another module asks for it.

extension PackedColumn where Number == Int32 {
    /// The number of a record; an index beyond the records traps.
    package subscript(index: Int) -> Int32 { value(index) }
    /// Whether all numbers lie in a range.
    package func isWithin(_ range: ClosedRange<Int32>) -> Bool { areWithin(range) }
    /// All numbers, for loops that look at each.
    package var numbers: [Int32] { unpacked }
}

extension PackedColumn where Number == Int64 {
    /// The number of a record; an index beyond the records traps.
    package subscript(index: Int) -> Int64 { value(index) }
    /// Whether all numbers lie in a range.
    package func isWithin(_ range: ClosedRange<Int64>) -> Bool { areWithin(range) }
    /// All numbers, for loops that look at each.
    package var numbers: [Int64] { unpacked }
}

extension PackedColumn where Number == UInt32 {
    /// The number of a record; an index beyond the records traps.
    package subscript(index: Int) -> UInt32 { value(index) }
    /// Whether all numbers lie in a range.
    package func isWithin(_ range: ClosedRange<UInt32>) -> Bool { areWithin(range) }
    /// All numbers, for loops that look at each.
    package var numbers: [UInt32] { unpacked }
}

extension PackedColumn where Number == UInt8 {
    /// The number of a record; an index beyond the records traps.
    package subscript(index: Int) -> UInt8 { value(index) }
    /// Whether all numbers lie in a range.
    package func isWithin(_ range: ClosedRange<UInt8>) -> Bool { areWithin(range) }
    /// All numbers, for loops that look at each.
    package var numbers: [UInt8] { unpacked }
}

extension PackedColumn: ExpressibleByArrayLiteral {
    package init(arrayLiteral numbers: Number...) { self.init(numbers) }
}
