package import Model

extension Suggestion {
    /// What is put behind a message about a name that is none: the nearest one there is, as a
    /// question; empty where none is near.
    package static func question(for name: String, among candidates: [String]) -> String {
        question(nearest(to: name, among: candidates))
    }

    /// The same for what was found otherwise.
    static func question(_ nearest: String?) -> String {
        nearest.map { " Có phải là \"\($0)\"?" } ?? ""
    }
}
