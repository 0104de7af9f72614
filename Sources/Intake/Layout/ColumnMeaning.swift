/// What a column is, for one form.
package enum ColumnMeaning: Hashable, Sendable {
    /// A field of the form, by index.
    case field(Int)
    /// One column for the fields of several subjects: `02 tập thể, 03 cá nhân`.
    case parts(SubjectFields)
    /// One column for two whole numbers: `9/10`.
    case pair(PairFields)
    /// The unit's name, which stands in where there is no code.
    case unitName
    /// The period, in a form that has no field for it: it goes before the row's date where that
    /// lies outside (CONTRACT §2, §11.5).
    case period
    /// A serial number, or a column that tonghop itself adds to rejected rows: never read.
    case ignored
    case unknown
}
