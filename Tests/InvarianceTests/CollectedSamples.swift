import Intake
import TestSupport

/// Tables of several units in one file, as the office above puts them together from theirs.
enum CollectedSamples {
    /// For each form, up to three units' tables with the same columns, handed in by the root.
    static func make(from samples: [Sample], root: String, context: ReadingContext) -> [Sample] {
        let usable = samples.filter { sample in
            sample.isPlain && sample.sheet?.column("unit") != nil
                && sample.sheet?.above.isEmpty == true
        }
        let groups = Dictionary(grouping: usable) { sample in
            "\(sample.expected.form ?? -1) "
                + (sample.sheet?.header[0].joined(separator: "|") ?? "")
        }
        var largest: [Int: [Sample]] = [:]
        for key in groups.keys.sorted() {
            guard let group = groups[key], let form = group[0].expected.form else { continue }
            if group.count > largest[form]?.count ?? 1 { largest[form] = group }
        }
        return largest.keys.sorted().compactMap { form in
            let parts = Array(largest[form]?.prefix(3) ?? [])
            guard var sheet = parts.first?.sheet else { return nil }
            sheet.body = parts.flatMap { $0.sheet?.body ?? [] }
            let path = "2024-12-10/\(root)/2024/tong-hop-\(form).csv"
            let bytes = Array(Writing().text(sheet).utf8)
            return Sample(path: path, bytes: bytes, context: context, parts: parts)
        }
    }
}
