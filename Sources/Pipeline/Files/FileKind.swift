/// What the name of a file says of it.
enum FileKind: Hashable, Sendable {
    /// `.csv`, `.txt`, `.tsv` in any case.
    case table
    /// A workbook that has to be saved as CSV first.
    case spreadsheet
    /// What Excel leaves beside a workbook that is open: `~$…`.
    case lock
    case other

    init(name: [UInt8]) {
        if name.starts(with: "~$".utf8) {
            self = .lock
            return
        }
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else {
            self = .other
            return
        }
        let ending = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
        switch ending {
        case "csv", "txt", "tsv": self = .table
        case "xlsx", "xls", "xlsm", "xlsb", "ods": self = .spreadsheet
        default: self = .other
        }
    }
}
