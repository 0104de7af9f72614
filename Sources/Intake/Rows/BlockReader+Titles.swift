internal import Model
internal import Plans

/// Lines above a table that name another unit or period than the place of the file, which decides
/// (CONTRACT §2).
extension BlockReader {
    /// What is to be told of them; `line` is that of the header below them, and `isHead` says
    /// whether it is the file's first.
    func contradictions(of title: TitleFacts, _ line: Int, isHead: Bool) -> [Finding] {
        let titles = ReadingMessages.titles(isHead: isHead)
        return [otherUnit(title, line, titles), otherPeriod(title, titles)].compactMap(\.self)
    }

    /// Says that the lines above a table name one unit while the rows count for another: the folder
    /// of the file decides, or else its name (CONTRACT §2).
    private func otherUnit(_ title: TitleFacts, _ line: Int, _ titles: String) -> Finding? {
        guard let placed = place.submitter ?? place.namedUnit, unitColumns.isEmpty,
            let named = otherUnit(title, than: placed)
        else { return nil }
        let (own, other) = (context.roster.units[placed], context.roster.units[named])
        let isInFolder = place.submitter != nil
        return Finding(
            .contradiction,
            unit: own.id,
            file: place.path,
            row: line,
            value: other.name,
            expected: own.name,
            message:
                "\(titles) ghi \(other.name) nhưng "
                + (isInFolder
                    ? "tệp nằm trong thư mục của \(own.name); "
                    : "tên tệp ghi \(own.name); ")
                + "số liệu được tính cho \(own.name).",
            fix: "Thêm cột Mã đơn vị, hoặc "
                + (isInFolder
                    ? "đặt tệp trong thư mục của \(other.name)."
                    : "đổi tên tệp cho đúng đơn vị.")
        )
    }

    /// The unit other than the one of the folder or the file's name that the lines above a table
    /// are about; nil where there is none.
    ///
    /// A letterhead also has the offices above the one that writes, a label names the one that it
    /// is about: below the submitter or beside it, it is another. Beside it, a letterhead has to
    /// name one of its kind: that of a ward may stand over a school's, whose name nobody knows.
    private func otherUnit(_ title: TitleFacts, than placed: Int) -> Int? {
        let roster = context.roster
        if let name = title.unit, case .unit(let named) = context.names.match(name),
            !roster.isWithin(placed, named)
        {
            return named
        }
        guard let named = title.letterhead, named != placed else { return nil }
        if roster.isWithin(named, placed) { return named }
        let isOwn = title.named.contains(placed) || roster.isWithin(placed, named)
        let (own, other) = (roster.units[placed], roster.units[named])
        return isOwn || other.kind != own.kind || other.validTo != nil || saysOwnUnit(title, placed)
            ? nil : named
    }

    /// Whether a label above a table names the unit whose folder the file lies in.
    private func saysOwnUnit(_ title: TitleFacts, _ placed: Int) -> Bool {
        guard let name = title.unit, case .unit(let named) = context.names.match(name) else {
            return false
        }
        return named == placed
    }

    /// Says that the lines above a table name another period than the folder in which the file
    /// lies, be it a part of it, where the folder's is the rows' (CONTRACT §2); and that two bare
    /// years were taken for a stage.
    private func otherPeriod(_ title: TitleFacts, _ titles: String) -> Finding? {
        guard let named = title.period, let text = title.periodText, !takesOwnTime else {
            return nil
        }
        let calendar = context.plan.calendar
        let finding: (code: FindingCode, expected: Period, wording: (String, String))
        if let placed = place.period {
            guard calendar.span(placed) != calendar.span(named) else { return nil }
            let names = (calendar.name(named), calendar.name(placed))
            let wording = ReadingMessages.otherPeriod(names.0, names.1, titles)
            finding = (.contradiction, placed, wording)
        } else if case .years = named, CellPeriod.mayBeSchoolYear(text) {
            let wording = ReadingMessages.bareYears(text, calendar.name(named))
            finding = (.periodOutside, named, wording)
        } else {
            return nil
        }
        return Finding(
            finding.code,
            unit: place.submitter.map { context.roster.units[$0].id },
            file: place.path,
            row: title.periodLine,
            value: text,
            expected: calendar.name(finding.expected),
            message: finding.wording.0,
            fix: finding.wording.1
        )
    }
}
