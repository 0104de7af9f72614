/// Finds the records of regular CSV, 64 bytes at a time.
///
/// Regular means: a quote opens only where a cell begins, closes only where one ends, every CR
/// stands before a LF, there is no NUL, and no limit is passed. There, quotes can be paired by
/// counting them, which is a prefix-xor of their mask (simdjson's idea). At the first byte that is
/// not regular the indexer stops before the record that holds it and leaves that record to
/// ``RecordParser``, which knows every case; on regular bytes both find the same cells.
struct FastIndexer {
    private let dialect: Dialect
    private let maker: MaskMaker
    private let limits: CSVLimits
    private let keepsBlankLines: Bool

    /// Where the indexer stopped.
    struct Stop {
        /// The start of the first record that it did not append.
        var next: Int
        /// Whether that record is not regular, rather than not yet complete.
        var isIrregular: Bool
    }

    /// What one block of 64 bytes hands to the next, each in the lowest bit or in all bits.
    private struct Carry {
        var inside: UInt64 = 0
        /// Whether the byte before ends a cell or is a quote: a quote may open here.
        var opensAllowed: UInt64 = 1
        var closed: UInt64 = 0
        var carriage: UInt64 = 0
    }

    init(_ dialect: Dialect, limits: CSVLimits, keepsBlankLines: Bool) {
        self.dialect = dialect
        maker = MaskMaker(dialect)
        self.limits = limits
        self.keepsBlankLines = keepsBlankLines
    }

    /// Appends the regular records from `start` on, which must be the start of a record.
    func run(
        _ bytes: Span<UInt8>,
        from start: Int,
        isFinal: Bool,
        expectedCells: Int,
        into draft: inout BlockDraft
    ) -> Stop {
        let count = bytes.count
        let raw = bytes.bytes
        var carry = Carry()
        var row = OpenRow(start: start, firstCell: draft.cellCount, line: draft.line)
        var base = start
        var isRegular = true
        let longest = min(limits.cellBytes, limits.recordBytes)
        let checks = OpenRow.Checks(
            longest: longest,
            columns: limits.columns,
            expectedCells: expectedCells,
            keepsBlankLines: keepsBlankLines
        )
        while base &+ 64 <= count {
            let masks = maker.masks(raw, at: base)
            guard step(bytes, masks, valid: ~0, at: base, &carry, &row, checks, &draft) else {
                isRegular = false
                break
            }
            base &+= 64
        }
        if isRegular, base < count {
            let tail = InlineArray<64, UInt8> { base + $0 < count ? bytes[base + $0] : 0x20 }
            let masks = maker.masks(tail.span.bytes, at: 0)
            let valid = (UInt64(1) << UInt64(count - base)) &- 1
            isRegular = step(bytes, masks, valid: valid, at: base, &carry, &row, checks, &draft)
        }
        if isRegular, isFinal, row.start < count {
            isRegular =
                carry.inside == 0 && carry.carriage == 0
                && (row.lineCount == 0 || !hasSwallowedLines(bytes, row, to: count, checks))
                && row.close(at: count, end: count, checks, &draft)
        }
        draft.cellCount = row.firstCell
        draft.line = row.line
        return Stop(next: row.start, isIrregular: !isRegular)
    }

    /// Takes 64 bytes; false where one of them is not regular.
    @inline(__always)
    private func step(
        _ bytes: Span<UInt8>,
        _ masks: ByteMasks,
        valid: UInt64,
        at base: Int,
        _ carry: inout Carry,
        _ row: inout OpenRow,
        _ checks: OpenRow.Checks,
        _ draft: inout BlockDraft
    ) -> Bool {
        let quotes = masks.quotes & valid
        let feeds = masks.feeds & valid
        let delimiters = masks.delimiters & valid
        let returns = masks.returns & valid
        var inside = carry.inside
        var irregular: UInt64 = 0
        let quotable = quotes | delimiters | feeds
        if quotes | carry.closed != 0 {
            inside = prefixXor(quotes) ^ carry.inside
            let opening = quotes & inside
            let closing = quotes & ~inside
            irregular = opening & ~(quotable << 1 | carry.opensAllowed)
            irregular |= (closing << 1 | carry.closed) & ~(quotable | returns) & valid
            carry.closed = closing >> 63
            carry.inside = UInt64(bitPattern: Int64(bitPattern: inside) >> 63)
        }
        carry.opensAllowed = quotable >> 63
        let behindReturn = returns << 1 | carry.carriage
        irregular |= behindReturn & ~feeds & valid
        // Behind the last byte of a short block stands nothing yet.
        carry.carriage = (returns >> UInt64(63 - valid.leadingZeroBitCount)) & 1

        var ends = (delimiters & ~inside) | feeds
        if irregular != 0 || masks.hasNul {
            // What stands before the first irregular byte is regular.
            if masks.hasNul { return false }
            ends &= (irregular & (0 &- irregular)) &- 1
        }
        draft.reserveCells(64)
        while ends != 0 {
            let offset = ends.trailingZeroBitCount
            let bit = ends & (0 &- ends)
            ends &= ends &- 1
            let position = base &+ offset
            if feeds & bit == 0 {
                draft.cellEnds[draft.cellCount] = UInt32(truncatingIfNeeded: position)
                draft.cellCount &+= 1
            } else if inside & bit != 0 {
                row.lineCount &+= 1
            } else {
                let isPair = behindReturn & bit != 0
                if row.lineCount != 0,
                    hasSwallowedLines(bytes, row, to: position &+ 1, checks)
                {
                    return false
                }
                guard
                    row.close(
                        at: position &+ 1,
                        end: position &- (isPair ? 1 : 0),
                        checks,
                        &draft
                    )
                else { return false }
                draft.endings.insert(isPair ? .crlf : .lf)
            }
        }
        return irregular == 0
    }

    /// Whether a record that spans lines holds whole records: regular, but not to be believed.
    @inline(never)
    private func hasSwallowedLines(
        _ bytes: Span<UInt8>,
        _ row: OpenRow,
        to end: Int,
        _ checks: OpenRow.Checks
    ) -> Bool {
        SwallowedLines(dialect, expectedCells: checks.expectedCells)
            .areIn(bytes, from: row.start, to: end, lineCount: row.lineCount &+ 1)
    }

    /// Bit i of the result is the parity of bits 0 to i.
    @inline(__always)
    private func prefixXor(_ bits: UInt64) -> UInt64 {
        var bits = bits
        bits ^= bits << 1
        bits ^= bits << 2
        bits ^= bits << 4
        bits ^= bits << 8
        bits ^= bits << 16
        bits ^= bits << 32
        return bits
    }
}
