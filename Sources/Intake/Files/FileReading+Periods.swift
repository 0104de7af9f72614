internal import Model
internal import Plans

extension FileReading {
    /// Says that no row of the file is of the time of its folder or of its own name: often it was
    /// copied from last month's, and then takes that one's place.
    ///
    /// The column decides (CONTRACT §2). A file in which some rows are of that time looks back on
    /// purpose.
    mutating func comparePeriods(_ form: Form, _ context: ReadingTables, _ unit: String?) {
        guard !placement.periods.isEmpty, placement.days.isEmpty else { return }
        let calendar = context.plan.calendar
        let spans = placement.periods.map(calendar.span)
        func isOther(_ period: Period) -> Bool {
            let placed = calendar.span(period)
            return !spans.contains { $0.overlaps(placed) }
        }
        let isFolder = place.period.map(isOther) ?? false
        guard let other = isFolder ? place.period : FileNamePeriod.period(inPath: place.path),
            isOther(other)
        else { return }
        // Without a column it was the folder that said so.
        let ownColumn = form.periodField.map { ColumnMeaning.field($0) }
        guard let column = meanings.firstIndex(where: { $0 == .period || $0 == ownColumn }) else {
            return
        }
        let own = placement.periods.sorted { $0.id < $1.id }.map(calendar.name)
            .joined(separator: ", ")
        let wording = ReadingMessages.periodOfPlace(
            headers[column],
            own,
            calendar.name(other),
            isFolder: isFolder
        )
        findings.append(
            Finding(
                .contradiction,
                unit: unit,
                file: place.path,
                column: headers[column],
                value: own,
                expected: calendar.name(other),
                message: wording.0,
                fix: wording.1
            )
        )
    }
}
