extension CellDate {
    /// Whether a text that should be a number is a date, or what Excel makes of one.
    static func isDateLike(_ text: String) -> Bool {
        switch parse(Array(text.utf8).span) {
        case .value, .serial, .excelSuspected: true
        case .blank, .bad: false
        }
    }
}
