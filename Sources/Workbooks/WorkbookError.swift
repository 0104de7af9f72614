package import Reports

/// Why a workbook could not be written.
package enum WorkbookError: Error, Hashable, Sendable {
    /// A name that Excel refuses.
    case sheetName(String, SheetName.Problem)
    /// A workbook needs one sheet at least.
    case noSheets
    /// A table with more columns than a sheet has (16,384), or of more bytes than its file can hold
    /// (4 GiB).
    case outOfBounds(sheet: String)
    /// A link or chart that names a sheet or row that is not there.
    case missingTarget(sheet: String, target: String)
    /// A formula that names a row or column that is not there.
    case missingOperand(sheet: String, row: Int)
    /// The file system said no: the path and its `errno`.
    case fileSystem(path: String, code: Int32)
    /// The library said no: what was being done, and its error number (`lxw_error`).
    case library(doing: String, code: UInt32)
}

extension WorkbookError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .sheetName(let name, let problem):
            "sheet name \"\(name)\" is not allowed: \(problem)"
        case .noSheets: "a workbook needs at least one sheet"
        case .outOfBounds(let sheet): "sheet \"\(sheet)\" leaves the bounds of a sheet"
        case .missingTarget(let sheet, let target):
            "sheet \"\(sheet)\" points to \"\(target)\", which is not there"
        case .missingOperand(let sheet, let row):
            "a formula in row \(row) of sheet \"\(sheet)\" names a cell that is not there"
        case .fileSystem(let path, let code): "\(path): error \(code) of the file system"
        case .library(let doing, let code): "\(doing): error \(code) of libxlsxwriter"
        }
    }
}
