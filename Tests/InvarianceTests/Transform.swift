import Testing
import TestSupport

/// One thing that an office or its programs do to a table without changing what it says.
struct Transform: Sendable, CustomTestStringConvertible {
    /// What must become of a file.
    enum Expectation: Sendable {
        /// Every file is read to the same records, and no further row is rejected.
        case mustBeRead
        /// Read to the same records or refused; never to others.
        case mayBeRefused
    }

    let name: String
    let expectation: Expectation
    /// Whether texts may come back with other capitals, blanks or invisible characters.
    var changesTexts = false
    /// Whether rows change places.
    var changesOrder = false
    /// Whether single rows may be refused, because single cells are written otherwise.
    var changesCells = false
    /// Whether rows that are no data may come back as rejected ones.
    var addsRows = false
    /// Whether no other change of the table may follow or come first: it leaves out what rows need
    /// when they change places.
    var standsAlone = false
    var layout: (@Sendable (inout Sheet, Office, inout SplitMix64) -> Bool)?
    var writing: (@Sendable (inout Writing) -> Void)?
    var encoding: (@Sendable (String) -> [UInt8]?)?

    var testDescription: String { name }
}

extension Transform {
    /// A change of the table; it says whether there was anything to change.
    static func layout(
        _ name: String,
        _ expectation: Expectation,
        cells: Bool = false,
        texts: Bool = false,
        order: Bool = false,
        rows: Bool = false,
        alone: Bool = false,
        _ change: @escaping @Sendable (inout Sheet, Office, inout SplitMix64) -> Bool
    ) -> Transform {
        Transform(
            name: name,
            expectation: expectation,
            changesTexts: texts,
            changesOrder: order,
            changesCells: cells,
            addsRows: rows,
            standsAlone: alone,
            layout: change
        )
    }

    static func writing(
        _ name: String,
        _ expectation: Expectation,
        _ change: @escaping @Sendable (inout Writing) -> Void
    ) -> Transform {
        Transform(name: name, expectation: expectation, writing: change)
    }

    static func encoding(
        _ name: String,
        _ expectation: Expectation,
        texts: Bool = false,
        _ encode: @escaping @Sendable (String) -> [UInt8]?
    ) -> Transform {
        Transform(
            name: name,
            expectation: expectation,
            changesTexts: texts,
            encoding: encode
        )
    }

    /// All of them: encodings, dialects, layouts.
    static let all = encodings + writings + titles + headings + rows + units + cells
}
