import ArgumentParser
import Model
import Pipeline

/// `tonghop ledger`: what was received, whether all of it is whole, and how to get it back.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Sổ nhận: lịch sử, kiểm tra, lấy lại, xoá theo thời hạn lưu.",
        subcommands: [
            LedgerHistoryCommand.self, LedgerVerifyCommand.self, LedgerRestoreCommand.self,
            LedgerPruneCommand.self,
        ]
    )

    /// Where the ledger lies.
    struct Place: ParsableArguments {
        @Option(help: .output)
        var output = "output"
        @Option(help: .state)
        var state: String?

        /// The same as the pipeline takes it.
        var places: RunPlaces { RunPlaces(output: output, state: state) }

        /// The options of work that takes the lock.
        func options(now: TypedInstant?) -> RunOptions {
            var options = RunOptions(now: Console.clock(now?.instant))
            options.places = places
            return options
        }
    }
}
