import Dispatch

/// Several workers at the same work, each with a thread of its own, also while others wait for a
/// disk.
enum Crew {
    /// Returns once all have ended; a single worker is the caller.
    static func work(_ workers: Int, _ body: @Sendable () -> Void) {
        guard workers > 1 else { return body() }
        withoutActuallyEscaping(body) { body in
            let group = DispatchGroup()
            for number in 1..<workers {
                // A queue of its own is a thread of its own, however few cores there are.
                DispatchQueue(label: "tonghop.crew.\(number)").async(group: group) { body() }
            }
            body()
            group.wait()
        }
    }
}
