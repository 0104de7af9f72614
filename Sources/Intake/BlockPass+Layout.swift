internal import Model
internal import Plans

extension BlockPass {
    mutating func isLayout(_ row: Int) -> Bool {
        guard rowFault == nil || reader.fileFault != nil else { return false }
        let count = Int(block.rows[row].cellCount)
        if row <= reader.header.row + 2, block.firstRecord == 1,
            RowKind.isColumnNumbers(cells(row))
        {
            return true
        }
        // Totals are labelled in the first filled cells, before any figure.
        var looked = 0
        for column in 0..<min(count, 4) where looked < 2 {
            let content = block.content(row: row, column: column)
            guard !content.isEmpty else { continue }
            looked += 1
            let first = content.isEscaped ? 0 : block.bytes[content.start] | 0x20
            guard first == UInt8(ascii: "t") || first == UInt8(ascii: "c") || first == 32 else {
                continue
            }
            guard content.end - content.start < 64,
                RowKind.isTotalLabel(block.text(row: row, column: column))
            else { continue }
            report(
                .totalRow,
                row,
                column,
                nil,
                (
                    "Dòng tổng cộng: dùng để đối chiếu, không tính vào số liệu.",
                    "Không cần sửa."
                )
            )
            return true
        }
        return false
    }

    mutating func checkWidth(_ row: Int) {
        let expected = reader.header.meanings.count
        let found = Int(block.rows[row].cellCount)
        if found < expected {
            // Excel leaves out trailing delimiters: what is missing is blank.
            report(
                .rowRagged,
                row,
                nil,
                nil,
                ReadingMessages.ragged(found, expected, isRejected: false)
            )
        } else if found > expected,
            (expected..<found).contains(where: { !block.content(row: row, column: $0).isEmpty })
        {
            report(
                .rowRagged,
                row,
                nil,
                nil,
                ReadingMessages.ragged(found, expected, isRejected: true),
                severity: .error
            )
        }
    }
}
