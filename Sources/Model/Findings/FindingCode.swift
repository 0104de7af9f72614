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

    /// Whether it speaks of something in the drop folder that was not taken in, where it was
    /// noticed before any file was read: a spreadsheet, a link, what may not be opened.
    package var isOfUntaken: Bool { [.notAFile, .tooLarge, .binary].contains(self) }

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
