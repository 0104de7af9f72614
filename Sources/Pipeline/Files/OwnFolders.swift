import Foundation
import Model

/// Where only the program itself writes: its ledger and the editions that it has published.
enum OwnFolders {
    /// Refuses a file that the operator names in one of these folders, or in their place.
    ///
    /// They are known by what lies in them, for a command may have no option that names them.
    ///
    /// - Throws: ``PipelineError/usage(_:)``.
    static func refuse(_ path: String) throws(PipelineError) {
        let written = RealPath.absolute(path)
        let folder = RealPath.of(
            written.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        )
        // A link to a file is replaced and the file stays; a link to a folder is the only way to it.
        let end = RealPath.of(written)
        if isFolder(end), let place = state(at: end) ?? edition(at: end) ?? state(in: end) {
            throw refusal(of: path, place)
        }
        if holdsRuns(folder) { throw refusal(of: path, "thư mục các bản báo cáo \(folder)") }
        var parts = folder.split(separator: "/")
        while !parts.isEmpty {
            let above = "/" + parts.joined(separator: "/")
            if let place = state(at: above) ?? edition(at: above) {
                throw refusal(of: path, place)
            }
            parts.removeLast()
        }
    }

    /// What a folder is, where the ledger lies in it or will.
    private static func state(at folder: String) -> String? {
        let isState = folder.hasSuffix("/.tonghop") || exists(folder + "/ledger.sqlite")
        return isState ? "thư mục của sổ nhận \(folder)" : nil
    }

    /// What a folder is, where the folder of the ledger lies in it.
    private static func state(in folder: String) -> String? {
        exists(folder + "/.tonghop") ? "thư mục kết quả \(folder)" : nil
    }

    /// What a folder is, where it is an edition or holds them.
    private static func edition(at folder: String) -> String? {
        let name = folder.split(separator: "/").last ?? ""
        let isEdition = RunID(name) != nil && exists(folder + "/manifest.json")
        return isEdition || leadsToRun(folder + "/latest")
            ? "thư mục các bản báo cáo \(folder)" : nil
    }

    /// Whether runs lie in a folder, of which none need be published.
    private static func holdsRuns(_ folder: String) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.contains {
            RunID($0) != nil && exists(folder + "/" + $0 + "/manifest.json")
        }
    }

    private static func leadsToRun(_ link: String) -> Bool {
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link)
        return target.map { RunID($0) != nil } ?? false
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    private static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    private static func refusal(of path: String, _ place: String) -> PipelineError {
        .usage("\(path) nằm trong \(place), nơi chỉ chương trình tự ghi; hãy chọn chỗ khác.")
    }
}
