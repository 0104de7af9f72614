internal import Model
internal import Plans

extension BlockPass {
    /// Takes the text of a column for number and day apart.
    ///
    /// What cannot be taken apart without a guess stays the number as it is written, and the day
    /// stays blank, which is told.
    mutating func readJoint(_ joint: JointColumn, _ row: Int) {
        guard case .text(let content) = draft.values[joint.number] else {
            requireDate(joint, row)
            return
        }
        let source = content.isEscaped ? draft.scratch : block.bytes
        switch NumberAndDate.parse(source.span.extracting(content.range)) {
        case .both(let number, let day):
            draft.values[joint.number] = .text(
                CellContent(
                    start: content.start + number.lowerBound,
                    end: content.start + number.upperBound,
                    isEscaped: content.isEscaped
                )
            )
            take(day, joint, row)
        case .day(let day): take(day, joint, row)
        case .number: break
        case .unclear:
            let value = shown(row, joint.column)
            report(
                .notADate,
                row,
                joint.column,
                value,
                ReadingMessages.unreadJoint(value),
                severity: .warning
            )
        }
        requireDate(joint, row)
    }

    private mutating func take(_ day: Day, _ joint: JointColumn, _ row: Int) {
        if !BlockPass.plausibleYears.contains(day.parts.year) {
            let wording = ReadingMessages.dateImplausible(day)
            report(.dateImplausible, row, joint.column, shown(row, joint.column), wording)
        }
        draft.values[joint.date] = .day(day.number)
    }

    private mutating func requireDate(_ joint: JointColumn, _ row: Int) {
        guard joint.isDateRequired, rowFault == nil, case .blank = draft.values[joint.date] else {
            return
        }
        let header = reader.form.fields[joint.date].header
        report(.requiredEmpty, row, joint.column, nil, ReadingMessages.requiredEmpty(header))
    }
}
