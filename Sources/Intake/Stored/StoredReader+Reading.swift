internal import Model
internal import Plans

extension StoredReader {
    mutating func reading(_ context: ReadingContext) throws(StoredFault) -> FileReading {
        let units = context.roster.units.count
        let forms = context.plan.forms.forms
        let place = try place(context)
        var reading = FileReading(place: place)
        reading.form = try optionalNumber(below: forms.count)
        let fields = reading.form.map { forms[$0].fields.count } ?? 0
        reading.headers = try list { reader throws(StoredFault) in try reader.text() }
        reading.meanings = try list { reader throws(StoredFault) in
            try reader.meaning(fields: fields)
        }
        if let form = reading.form {
            reading.headings = FieldHeading.all(in: reading, forms[form])
        }
        reading.encoding = try text()
        reading.dialect = try flag() ? try dialect() : nil
        reading.headerLine = try optionalNumber()
        if let first = try optionalNumber() {
            let last = try number()
            guard first <= last else { throw StoredFault() }
            reading.headerLines = first...last
        }
        reading.isVertical = try flag()
        reading.headerFault = try flag() ? try code() : nil
        reading.batches = try list { reader throws(StoredFault) in try reader.batch(context) }
        reading.findings = try findings(in: place.path)
        var texts = RejectedTexts()
        reading.rejected = try list { reader throws(StoredFault) in
            try reader.rejected(units, &texts)
        }
        texts.give(to: &reading.rejected)
        reading.lines = try lines()
        reading.rows = try number()
        reading.placement.periods = Set(
            try list { reader throws(StoredFault) in try reader.period() }
        )
        reading.placement.days = Set(try array(Int32.self))
        reading.mentionsOthers = try flag()
        reading.bytes = try number()
        reading.physicalLines = try number()
        reading.unlisted.findings = try number()
        reading.unlisted.rows = try number()
        return reading
    }

    mutating func place(_ context: ReadingContext) throws(StoredFault) -> FilePlace {
        let units = context.roster.units.count
        return FilePlace(
            path: try text(),
            submitter: try optionalNumber(below: units),
            period: try optionalPeriod(),
            namedUnit: try optionalNumber(below: units)
        )
    }

    /// Counts of lines, whose sum stays far below any overflow.
    mutating func lines() throws(StoredFault) -> LineCounts {
        var lines = LineCounts()
        let bound = 1 << 56
        lines.header = try number(below: bound)
        lines.layout = try number(below: bound)
        lines.counted = try number(below: bound)
        lines.rejected = try number(below: bound)
        // Too few blanks show that lines were counted twice; that is for the run to say.
        lines.blank = try number()
        return lines
    }

    private mutating func dialect() throws(StoredFault) -> Dialect {
        Dialect(
            delimiter: try byte(),
            quote: try byte(),
            escape: try byte(),
            skipsBlanks: try flag(),
            trimsBlanks: try flag(),
            hasPlainQuotes: try flag(),
            hasSepLine: try flag(),
            columns: try optionalNumber()
        )
    }

    private mutating func meaning(fields: Int) throws(StoredFault) -> ColumnMeaning {
        switch try byte() {
        case 0: return .field(try number(below: fields))
        case 1:
            var parts = SubjectFields()
            for subject in Subject.allCases {
                parts[subject] = try optionalNumber(below: fields)
            }
            return .parts(parts)
        case 2: return .unitName
        case 3: return .ignored
        case 4: return .unknown
        case 5: return .period
        case 6:
            return .pair(
                PairFields(first: try number(below: fields), second: try number(below: fields))
            )
        default: throw StoredFault()
        }
    }

    private mutating func findings(in path: String) throws(StoredFault) -> [Finding] {
        let kinds = try list { reader throws(StoredFault) in
            let severity = try reader.one(of: StoredReading.severities)
            return FindingKind(
                try reader.code(),
                severity: severity,
                unit: try reader.optionalText(),
                file: try reader.flag() ? path : try reader.text(),
                column: try reader.optionalText(),
                wording: .plain(try reader.text()),
                fix: try reader.text()
            )
        }
        return try list { reader throws(StoredFault) in
            Finding(
                kinds[try reader.number(below: kinds.count)],
                row: try reader.optionalNumber(),
                endRow: try reader.optionalNumber(),
                record: try reader.optionalNumber(),
                byte: try reader.optionalNumber(),
                value: try reader.optionalText(),
                expected: try reader.optionalText()
            )
        }
    }

    private mutating func rejected(
        _ units: Int,
        _ texts: inout RejectedTexts
    ) throws(StoredFault) -> RejectedRow {
        let line = try number()
        let code = try code()
        let cells = try list { reader throws(StoredFault) in try reader.bytesOfText() }
        let place = texts.begin(cells: cells.count)
        for cell in cells { texts.add(cell) }
        return RejectedRow(
            line: line,
            code: code,
            place: place,
            unit: try optionalNumber(below: units),
            period: try optionalPeriod(),
            doubts: RejectedRow.Doubts(rawValue: try byte())
        )
    }

    private mutating func code() throws(StoredFault) -> FindingCode {
        try one(of: StoredReading.codes)
    }

    private mutating func one<Case>(of cases: [Case]) throws(StoredFault) -> Case {
        let index = Int(try byte())
        guard index < cases.count else { throw StoredFault() }
        return cases[index]
    }

    private mutating func optionalPeriod() throws(StoredFault) -> Period? {
        try flag() ? try period() : nil
    }

    mutating func period() throws(StoredFault) -> Period {
        let kind = try byte()
        // Years that no calendar of the program leaves its range with.
        let first = try number(below: 10_000)
        let second = try number(below: 10_000)
        switch (kind, second) {
        case (0, 0): return .year(first)
        case (1, 1...2): return .half(first, second)
        case (2, 0): return .nineMonths(first)
        case (3, 1...4): return .quarter(first, second)
        case (4, 1...12): return .month(first, second)
        case (5, first...): return .years(first, second)
        default: throw StoredFault()
        }
    }
}
