import Disk
import Intake
import Model

/// The name of all that a file's reading depends on besides its bytes and its path.
///
/// Readings are kept under it, and another name reads every file again: after an edit of the plan,
/// the roster or the changes of units, for a window whose last day places the units otherwise, and
/// with another program. The board's decisions, clusters and movements are looked at later and
/// leave it as it is.
struct ContextDigest {
    /// 64 hexadecimal digits.
    let text: String
    /// The files of the plan that readings depend on.
    static let files = ["plan.yaml", "units.csv", "changes.csv"]

    init(
        of inputs: PlanInputs,
        _ context: ReadingContext,
        program: String
    ) throws(FileError) {
        var hasher = try SHA256()
        func add(_ bytes: [UInt8]) {
            // With its length before it no piece runs into the next.
            hasher.update(Array(String(bytes.count).utf8 + [0]).span.bytes)
            hasher.update(bytes.span.bytes)
        }
        add(Array(program.utf8))
        for name in ContextDigest.files {
            add(Array(name.utf8))
            // A file that is missing is not one that is empty.
            add(inputs.texts[name].map { [1] + $0 } ?? [0])
        }
        // Which line of the roster each unit is taken from, and which place it has: readings name
        // units by it.
        for unit in context.roster.units { add(Array((unit.id + "\0" + String(unit.line)).utf8)) }
        for fields in context.keepsText { add(fields.map { $0 ? 1 : 0 }) }
        text = try hasher.finish()
    }
}
