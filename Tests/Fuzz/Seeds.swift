import FoundationEssentials

/// What fuzzing starts from: files of samples and corpora, each cut to a size that is quickly read.
struct Seeds: Sendable {
    private(set) var inputs: [[UInt8]] = []

    static let longest = 4096

    init(folders: [String]) {
        for folder in folders {
            let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
            for name in names.sorted() where Seeds.isTable(name) {
                let path = folder + "/" + name
                guard let data = try? Data(contentsOf: URL(filePath: path)), !data.isEmpty else {
                    continue
                }
                inputs.append(Array(data.prefix(Seeds.longest)))
            }
        }
    }

    private static func isTable(_ name: String) -> Bool {
        let ending = name.split(separator: ".").last ?? ""
        return ["csv", "tsv", "txt"].contains(ending.lowercased())
    }
}
