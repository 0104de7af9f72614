/// Where a command reads and writes.
package struct RunPlaces: Hashable, Sendable {
    /// The folder that holds one folder for each plan.
    package var input = "input"
    /// The folder of the editions.
    package var output = "output"
    /// The folder of the ledger, where that is not in the folder of the editions.
    package var state: String?

    package init() {}

    package init(input: String = "input", output: String, state: String?) {
        self.input = input
        self.output = output
        self.state = state
    }

    /// The folder of the ledger.
    package var stateDirectory: String { state ?? output + "/.tonghop" }
}
