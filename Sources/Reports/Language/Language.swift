/// A language in which reports are written; the raw value is what `--lang` takes.
package enum Language: String, Hashable, Sendable, CaseIterable {
    case vietnamese = "vi"
    /// For readers abroad; what the plan and the units wrote stays as they wrote it.
    case english = "en"
}
