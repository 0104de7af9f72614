internal import Model

extension StoredWriter {
    mutating func add(_ reading: FileReading) {
        add(reading.place)
        add(reading.form)
        add(list: reading.headers) { $0.add($1) }
        add(list: reading.meanings) { $0.add($1) }
        add(reading.encoding)
        add(reading.dialect != nil)
        if let dialect = reading.dialect { add(dialect) }
        add(reading.headerLine)
        add(reading.headerLines?.lowerBound)
        if let lines = reading.headerLines { add(lines.upperBound) }
        add(reading.isVertical)
        add(reading.headerFault != nil)
        if let fault = reading.headerFault { add(fault) }
        add(list: reading.batches) { $0.add($1) }
        add(reading.findings, in: reading.place.path)
        add(list: reading.rejected) { $0.add($1) }
        add(reading.lines)
        add(reading.rows)
        add(list: reading.placement.periods.sorted { $0.id < $1.id }) { $0.add($1) }
        add(array: reading.placement.days.sorted())
        add(reading.mentionsOthers)
        add(reading.bytes)
        add(reading.physicalLines)
        add(reading.unlisted.findings)
        add(reading.unlisted.rows)
    }

    mutating func add(_ place: FilePlace) {
        add(place.path)
        add(place.submitter)
        add(place.period)
        add(place.namedUnit)
    }

    mutating func add(_ lines: LineCounts) {
        for count in [lines.header, lines.layout, lines.counted, lines.rejected, lines.blank] {
            add(count)
        }
    }

    private mutating func add(_ dialect: Dialect) {
        add(dialect.delimiter)
        add(dialect.quote)
        add(dialect.escape)
        add(dialect.skipsBlanks)
        add(dialect.trimsBlanks)
        add(dialect.hasPlainQuotes)
        add(dialect.hasSepLine)
        add(dialect.columns)
    }

    private mutating func add(_ meaning: ColumnMeaning) {
        switch meaning {
        case .field(let field):
            add(UInt8(0))
            add(field)
        case .parts(let fields):
            add(UInt8(1))
            for subject in Subject.allCases { add(fields[subject]) }
        case .unitName: add(UInt8(2))
        case .ignored: add(UInt8(3))
        case .unknown: add(UInt8(4))
        case .period: add(UInt8(5))
        case .pair(let fields):
            add(UInt8(6))
            add(fields.first)
            add(fields.second)
        }
    }

    /// Adds the kinds of findings and behind them each finding with the number of its kind: a
    /// register has hundreds of thousands of findings of a few kinds.
    private mutating func add(_ findings: [Finding], in path: String) {
        var kinds: [FindingKind] = []
        var places: [FindingKind: Int] = [:]
        // Most findings share not only what they say of their kind, but the kind itself.
        var known: [ObjectIdentifier: Int] = [:]
        let numbers = findings.map { finding in
            let kind = finding.plainKind
            if let place = known[ObjectIdentifier(kind)] { return place }
            let place = places[kind] ?? kinds.count
            if place == kinds.count {
                places[kind] = place
                kinds.append(kind)
            }
            if kinds[place] === kind { known[ObjectIdentifier(kind)] = place }
            return place
        }
        add(list: kinds) { writer, kind in
            writer.add(kind.severity)
            writer.add(kind.code)
            writer.add(kind.unit)
            // Nearly every finding names the file that it was made in.
            let isHere = kind.file.utf8.elementsEqual(path.utf8)
            writer.add(isHere)
            if !isHere { writer.add(kind.file) }
            writer.add(kind.column)
            // A file is read by itself: no finding about it names another.
            writer.add(kind.wording.text(row: 0, other: 0))
            writer.add(kind.fix)
        }
        add(list: findings.indices) { writer, index in
            let finding = findings[index]
            writer.add(numbers[index])
            for number in [finding.row, finding.endRow, finding.record, finding.byte] {
                writer.add(number)
            }
            for text in [finding.value, finding.expected] { writer.add(text) }
        }
    }

    private mutating func add(_ row: RejectedRow) {
        add(row.line)
        add(row.code)
        add(list: row.cells) { $0.add($1) }
        add(row.unit)
        add(row.period)
        add(row.doubts.rawValue)
    }

    private mutating func add(_ code: FindingCode) {
        add(UInt8(truncatingIfNeeded: StoredReading.codes.firstIndex(of: code) ?? 255))
    }

    private mutating func add(_ severity: Severity) {
        add(UInt8(truncatingIfNeeded: StoredReading.severities.firstIndex(of: severity) ?? 255))
    }

    private mutating func add(_ period: Period?) {
        add(period != nil)
        if let period { add(period) }
    }

    mutating func add(_ period: Period) {
        let (kind, first, second): (UInt8, Int, Int) =
            switch period {
            case .year(let year): (0, year, 0)
            case .half(let year, let half): (1, year, half)
            case .nineMonths(let year): (2, year, 0)
            case .quarter(let year, let quarter): (3, year, quarter)
            case .month(let year, let month): (4, year, month)
            case .years(let from, let to): (5, from, to)
            }
        add(kind)
        add(first)
        add(second)
    }
}
