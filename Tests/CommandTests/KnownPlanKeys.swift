import Foundation
import Plans

/// The keys of `plan.yaml`, found by asking the reader: of one that it does not know it says which
/// it knows.
struct KnownPlanKeys {
    /// What leads from a mapping to one within it.
    private enum Step: Hashable {
        case key(String)
        /// Of a list.
        case member
        /// Of a mapping whose keys the plan chooses.
        case entry
    }

    /// By the place of a mapping, such as `indicators[].also[]` or `groups.*`; "" is the whole
    /// plan.
    private(set) var keys: [String: Set<String>] = [:]
    /// The words that are allowed, by the place of a value that is one of a closed set.
    private(set) var words: [String: Set<String>] = [:]

    init() { explore([]) }

    private static let stranger = "la"

    private mutating func explore(_ path: [Step]) {
        // Which keys `also` knows hangs on whether its indicator has a `total`.
        let known = ["", "total: 1, "].map { sibling in
            Self.allowed(Self.text(path, "\(Self.stranger): 1", sibling))[Self.stranger] ?? []
        }.reduce(into: Set<String>()) { $0.formUnion($1) }
        guard !known.isEmpty else { return }
        keys[Self.name(path)] = known
        let values: [(steps: [Step], inner: (String) -> String)] = [
            ([], { "{\($0): 1}" }), ([.member], { "[{\($0): 1}]" }),
            ([.entry], { "{muc: {\($0): 1}}" }),
        ]
        var inner: Set<[Step]> = []
        for without in ["", "total"] {
            let tried = known.subtracting([without])
            let plain = tried.map { "\($0): \(Self.stranger)-\($0)" }.joined(separator: ", ")
            for (key, allowed) in Self.allowed(Self.text(path, plain, "")) {
                let place = path + [.key(String(key.dropFirst(Self.stranger.count + 1)))]
                words[Self.name(place), default: []].formUnion(allowed)
            }
            for value in values {
                let nested = tried.map { "\($0): " + value.inner("\(Self.stranger)-\($0)") }
                let text = Self.text(path, nested.joined(separator: ", "), "")
                for key in Self.allowed(text).keys {
                    let step = Step.key(String(key.dropFirst(Self.stranger.count + 1)))
                    inner.insert(path + [step] + value.steps)
                }
            }
        }
        for path in inner { explore(path) }
    }

    /// A plan with something in the mapping at the end of a path, and `sibling` beside each key on
    /// the way.
    private static func text(_ path: [Step], _ content: String, _ sibling: String) -> String {
        path.reversed().reduce("{\(content)}") { text, step in
            switch step {
            case .key(let key): "{\(sibling)\(key): \(text)}"
            case .member: "[\(text)]"
            case .entry: "{muc: \(text)}"
            }
        }
    }

    /// What the reader would allow in place of each stranger that it meets as a key or a chosen
    /// word.
    private static func allowed(_ text: String) -> [String: Set<String>] {
        guard case .mistakes(let mistakes) = PlanReader.read(Array(text.utf8)) else { return [:] }
        var allowed: [String: Set<String>] = [:]
        for mistake in mistakes {
            guard let found = mistake.found, let words = mistake.allowed,
                found == stranger || found.hasPrefix(stranger + "-"),
                [
                    "không có khóa này", "không có lựa chọn này",
                    "ở đây phải là đúng hoặc sai",
                ].contains(mistake.message)
            else { continue }
            allowed[found, default: []].formUnion(words.components(separatedBy: ", "))
        }
        return allowed
    }

    private static func name(_ path: [Step]) -> String {
        path.reduce("") { name, step in
            switch step {
            case .key(let key): name.isEmpty ? key : name + "." + key
            case .member: name + "[]"
            case .entry: name + ".*"
            }
        }
    }
}
