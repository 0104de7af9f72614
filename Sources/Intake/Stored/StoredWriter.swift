internal import Model

/// Writes numbers, texts and columns one behind the other, as ``StoredReader`` takes them up again.
///
/// Numbers stand as they do in memory: what is kept is read by the same program, on the same
/// machine or one like it, or not at all.
package struct StoredWriter {
    /// All that was written so far.
    package private(set) var bytes: [UInt8] = []

    /// A writer with room for so many bytes before it has to make more.
    package init(reserving count: Int) { bytes.reserveCapacity(count) }

    /// Adds a byte as it is.
    package mutating func add(_ byte: UInt8) { bytes.append(byte) }

    mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    /// Adds a number in as few bytes as it needs, seven bits in each: most are small.
    package mutating func add(_ number: Int) {
        // The sign goes to the lowest bit, so that small negative numbers are short as well.
        var rest = UInt64(bitPattern: Int64(number)) << 1 ^ UInt64(bitPattern: Int64(number >> 63))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func add(_ number: Int?) {
        add(number != nil)
        if let number { add(number) }
    }

    /// Adds a text behind the number of its bytes.
    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            add(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    mutating func add(_ text: String?) {
        add(text != nil)
        if let text { add(text) }
    }

    /// Adds the number of elements and each of them.
    package mutating func add<Element>(
        list: some Collection<Element>,
        _ write: (inout StoredWriter, Element) -> Void
    ) {
        add(list.count)
        for element in list { write(&self, element) }
    }

    mutating func add(raw bytes: ArraySlice<UInt8>) { self.bytes.append(contentsOf: bytes) }

    /// Adds the elements of an array as they stand in memory.
    mutating func add<Number: BitwiseCopyable>(raw array: [Number]) {
        array.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    /// Adds an array with its length.
    package mutating func add<Number: BitwiseCopyable>(array: [Number]) {
        add(array.count)
        add(raw: array)
    }
}
