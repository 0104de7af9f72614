internal import Model

/// What is kept of a reading is not what was written.
package struct StoredFault: Error {
    package init() {}
}

/// Takes up again what a ``StoredWriter`` wrote.
///
/// Every length is compared with the bytes that are there before anything is made of it: damaged
/// bytes give a fault, whatever they say.
package struct StoredReader {
    private let bytes: [UInt8]
    private var position: Int

    /// Begins at a position of bytes that a ``StoredWriter`` wrote.
    package init(_ bytes: [UInt8], from position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// Whether everything has been taken up.
    package var isAtEnd: Bool { position == bytes.count }

    /// Gives the place of the next so many bytes and goes behind them.
    private mutating func take(_ count: Int) throws(StoredFault) -> Int {
        guard count >= 0, count <= bytes.count - position else { throw StoredFault() }
        defer { position += count }
        return position
    }

    /// The next byte.
    package mutating func byte() throws(StoredFault) -> UInt8 { bytes[try take(1)] }

    mutating func flag() throws(StoredFault) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw StoredFault()
        }
    }

    /// The next number, as ``StoredWriter`` puts it: seven bits a byte.
    package mutating func number() throws(StoredFault) -> Int {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            // The tenth byte has room for one bit.
            guard shift < 63 || next <= 1 else { throw StoredFault() }
            number |= UInt64(next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
        }
        return Int(Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1))
    }

    /// A number that counts what follows or points into it.
    package mutating func number(below bound: Int) throws(StoredFault) -> Int {
        let number = try number()
        guard number >= 0, number < bound else { throw StoredFault() }
        return number
    }

    mutating func optionalNumber() throws(StoredFault) -> Int? {
        try flag() ? try number() : nil
    }

    mutating func optionalNumber(below bound: Int) throws(StoredFault) -> Int? {
        try flag() ? try number(below: bound) : nil
    }

    /// The next text, which stands behind the number of its bytes.
    package mutating func text() throws(StoredFault) -> String {
        let count = try number()
        let start = try take(count)
        return bytes.withUnsafeBytes {
            String(decoding: $0[start..<start + count], as: UTF8.self)
        }
    }

    /// A text as the bytes that it is kept in.
    mutating func bytesOfText() throws(StoredFault) -> ArraySlice<UInt8> {
        let count = try number()
        let start = try take(count)
        return bytes[start..<start + count]
    }

    mutating func optionalText() throws(StoredFault) -> String? {
        try flag() ? try text() : nil
    }

    /// A list, of which each element takes at least one byte.
    package mutating func list<Element>(
        _ read: (inout StoredReader) throws(StoredFault) -> Element
    ) throws(StoredFault) -> [Element] {
        let count = try number(below: bytes.count)
        guard count <= bytes.count - position else { throw StoredFault() }
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try read(&self)) }
        return list
    }

    /// So many elements as they stood in memory.
    mutating func raw<Number: BitwiseCopyable>(
        _ type: Number.Type = Number.self,
        count: Int
    ) throws(StoredFault) -> [Number] {
        array(at: try place(of: type, count: count))
    }

    /// Where an array stands that comes with its length; goes behind it.
    mutating func place<Number: BitwiseCopyable>(
        of type: Number.Type
    ) throws(StoredFault) -> ArrayPlace<Number> {
        let count = try number()
        return try place(of: type, count: count)
    }

    private mutating func place<Number: BitwiseCopyable>(
        of type: Number.Type,
        count: Int
    ) throws(StoredFault) -> ArrayPlace<Number> {
        let (size, isOver) = count.multipliedReportingOverflow(by: MemoryLayout<Number>.stride)
        guard !isOver else { throw StoredFault() }
        return ArrayPlace(start: try take(size), count: count)
    }

    /// The array that stands at a place.
    func array<Number: BitwiseCopyable>(at place: ArrayPlace<Number>) -> [Number] {
        let size = place.count * MemoryLayout<Number>.stride
        return bytes.withUnsafeBytes { source in
            [Number](unsafeUninitializedCapacity: place.count) { target, filled in
                UnsafeMutableRawBufferPointer(target).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[place.start..<place.start + size])
                )
                filled = place.count
            }
        }
    }

    /// An array that comes with its length.
    package mutating func array<Number: BitwiseCopyable>(
        _ type: Number.Type = Number.self
    ) throws(StoredFault) -> [Number] {
        let count = try number()
        return try raw(type, count: count)
    }
}

/// Where an array of numbers stands among the bytes of a ``StoredReader``.
struct ArrayPlace<Number: BitwiseCopyable>: Sendable {
    let start: Int
    let count: Int
}
