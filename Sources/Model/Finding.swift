/// One thing noticed about the data, with the place where it stands (CONTRACT §8).
///
/// Findings are values that are collected; reading bad data never throws.
package struct Finding: Hashable, Sendable {
    package var severity: Severity
    package var code: FindingCode
    /// The id of the unit concerned, where it is known.
    package var unit: String?
    /// The path below `submissions/`, or of the file of the plan's folder.
    package var file: String
    /// The 1-based physical line on which the record starts; nil for the whole file.
    package var row: Int?
    /// The 1-based physical line on which the record ends.
    package var endRow: Int?
    /// The 1-based number of the record in its file.
    package var record: Int?
    /// The header of the column, as it was written.
    package var column: String?
    /// The offset of the record's first byte.
    package var byte: Int?
    /// What was found; it may be personal and is never logged.
    package var value: String?
    /// What would be right.
    package var expected: String?
    /// What is the matter, in Vietnamese.
    package var message: String
    /// What to do about it, in Vietnamese.
    package var fix: String
    /// Whether what it is about only looks like it and was counted all the same.
    package var isSuspicion = false

    package init(
        _ code: FindingCode,
        severity: Severity? = nil,
        unit: String? = nil,
        file: String,
        row: Int? = nil,
        endRow: Int? = nil,
        record: Int? = nil,
        column: String? = nil,
        byte: Int? = nil,
        value: String? = nil,
        expected: String? = nil,
        message: String,
        fix: String
    ) {
        self.code = code
        self.severity = severity ?? code.severity
        self.unit = unit
        self.file = file
        self.row = row
        self.endRow = endRow
        self.record = record
        self.column = column
        self.byte = byte
        self.value = value
        self.expected = expected
        self.message = message
        self.fix = fix
    }

    /// The order of reports: by file, row, column, then code, so that no run shows another order.
    package static func inReadingOrder(_ a: Finding, _ b: Finding) -> Bool {
        if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
        if a.row != b.row { return a.row ?? 0 < b.row ?? 0 }
        let (left, right) = (a.column ?? "", b.column ?? "")
        if left != right { return left.utf8.lexicographicallyPrecedes(right.utf8) }
        if a.code != b.code {
            return a.code.rawValue.utf8.lexicographicallyPrecedes(b.code.rawValue.utf8)
        }
        return a.message.utf8.lexicographicallyPrecedes(b.message.utf8)
    }
}

/// What a finding means for the figures.
package enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The row or file is not counted.
    case error
    /// It is counted, and needs a look.
    case warning
    /// For information.
    case notice

    /// The word that officials read (domain.md 6.1).
    package var label: String {
        switch self {
        case .error: "Lỗi"
        case .warning: "Cảnh báo"
        case .notice: "Lưu ý"
        }
    }
}

/// The codes of CONTRACT §8; the raw value is the code as users see it.
package enum FindingCode: String, Hashable, Sendable, CaseIterable {
    case notAFile = "not-a-file"
    case fileChanged = "file-changed"
    case duplicateFile = "duplicate-file"
    case tooLarge = "too-large"
    case tooManyColumns = "too-many-columns"
    case empty
    case binary
    case encodingUnknown = "encoding-unknown"
    case encodingLossy = "encoding-lossy"
    case encodingConverted = "encoding-converted"
    case encodingRepaired = "encoding-repaired"
    case lineEndingsMixed = "line-endings-mixed"
    case quoteUnbalanced = "quote-unbalanced"
    case quoteStray = "quote-stray"
    case headerNotFound = "header-not-found"
    case formUnknown = "form-unknown"
    case columnMissing = "column-missing"
    case columnUnknown = "column-unknown"
    case columnDuplicate = "column-duplicate"
    case rowRagged = "row-ragged"
    case unitUnknown = "unit-unknown"
    case unitAmbiguous = "unit-ambiguous"
    case unitClosed = "unit-closed"
    case unitOutOfScope = "unit-out-of-scope"
    case periodUnknown = "period-unknown"
    case periodOutside = "period-outside"
    case keyMissing = "key-missing"
    case duplicate
    case superseded
    case totalRow = "total-row"
    case totalMismatch = "total-mismatch"
    case formulaError = "formula-error"
    case requiredEmpty = "required-empty"
    case notANumber = "not-a-number"
    case negative
    case notADate = "not-a-date"
    case dateImplausible = "date-implausible"
    case excelDateSuspected = "excel-date-suspected"
    case notYesNo = "not-yes-no"
    case notInList = "not-in-list"
    case tooLong = "too-long"
    case controlCharacters = "control-characters"
    case invisibleCharacters = "invisible-characters"
    case entryLate = "entry-late"
    case entryTooLong = "entry-too-long"
    case authorMissing = "author-missing"
    case cityWithoutDistrict = "city-without-district"
    case wrongSubject = "wrong-subject"
    case ballotsInconsistent = "ballots-inconsistent"
    case contradiction

    /// The severity that a finding of this code has unless its place says otherwise.
    package var severity: Severity {
        switch self {
        case .notAFile, .empty, .tooLarge, .tooManyColumns, .binary, .encodingUnknown,
            .encodingLossy,
            .headerNotFound, .formUnknown, .columnMissing, .columnDuplicate, .unitUnknown,
            .unitAmbiguous, .unitClosed, .unitOutOfScope, .periodUnknown, .keyMissing,
            .formulaError, .requiredEmpty, .notANumber, .negative, .notADate,
            .excelDateSuspected, .notYesNo, .notInList, .tooLong, .quoteUnbalanced:
            .error
        case .fileChanged, .rowRagged, .periodOutside, .totalMismatch, .dateImplausible,
            .entryLate, .entryTooLong, .authorMissing, .cityWithoutDistrict, .wrongSubject,
            .ballotsInconsistent, .contradiction, .columnUnknown, .encodingRepaired:
            .warning
        case .duplicateFile, .encodingConverted, .lineEndingsMixed, .quoteStray, .duplicate,
            .superseded, .totalRow, .controlCharacters, .invisibleCharacters:
            .notice
        }
    }
}
