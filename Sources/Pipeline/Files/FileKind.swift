/// What the name of a file says of it.
enum FileKind: Hashable, Sendable {
    /// `.csv`, `.txt`, `.tsv` in any case.
    case table
    /// A workbook that has to be saved as CSV first.
    case spreadsheet
    /// Files packed together, which have to be unpacked first.
    case archive
    /// What a program keeps beside a file that is open or being copied; nobody handed it in.
    case lock
    case other

    init(name: [UInt8]) {
        // Excel (`~$…`), LibreOffice (`.~lock.…#`), macOS (`._…`: the attributes of another file).
        if ["~$", ".~lock.", "._"].contains(where: { name.starts(with: $0.utf8) }) {
            self = .lock
            return
        }
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else {
            self = .other
            return
        }
        // A blank behind the ending is seen in no window and still makes another ending.
        let ending = name[(dot + 1)...].filter { $0 > 0x20 }
        switch String(decoding: ending, as: UTF8.self).lowercased() {
        case "csv", "txt", "tsv": self = .table
        case "xlsx", "xls", "xlsm", "xlsb", "ods": self = .spreadsheet
        case "zip", "rar", "7z", "gz", "tgz", "tar": self = .archive
        default: self = .other
        }
    }

    /// Whether a name is hidden: begun with a dot.
    static func isHidden(_ name: [UInt8]) -> Bool { name.first == UInt8(ascii: ".") }
}
