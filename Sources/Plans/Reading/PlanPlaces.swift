/// Where a plan's file says what only the other files of its folder can confirm.
package struct PlanPlaces: Sendable {
    /// A place in `plan.yaml`, counted from 1.
    package struct Place: Hashable, Sendable {
        /// The line, from 1.
        package var line: Int
        /// The column, from 1.
        package var column: Int
    }

    /// The id that the plan gives itself.
    package struct ID: Hashable, Sendable {
        /// The id as written.
        package var text: String
        /// Where it stands.
        package var place: Place
    }

    /// A unit that the plan names.
    package struct Unit: Hashable, Sendable {
        /// The unit's id as written.
        package var id: String
        /// Where it stands.
        package var place: Place
        /// Whether conditions compare it, in which case and accents do not count.
        package var isFolded = false
    }

    /// A cluster, group or level of the roster that a group's condition compares with, in which
    /// case and accents do not count.
    package struct Value: Hashable, Sendable {
        /// The column of the roster that it is compared with.
        package var column: UnitCondition.Column
        /// The value as written.
        package var text: String
        /// Where it stands.
        package var place: Place
    }

    /// A heading that the plan itself gives a field of a form.
    package struct Heading: Hashable, Sendable {
        /// The heading as written.
        package var text: String
        /// The form's id.
        package var form: String
        /// The field's code.
        package var field: String
        /// Where it stands.
        package var place: Place
    }

    /// The plan's id, which is that of its folder; nil where it says none.
    package var id: ID?
    /// The root, the units of groups and those that conditions compare with.
    package var units: [Unit] = []
    /// The clusters, groups and levels that conditions compare with.
    package var values: [Value] = []
    /// The headings that the plan gives fields, those of the field's own that is built in left out.
    package var headings: [Heading] = []
    /// The forms as far as they could be read, to which the headings belong.
    package var forms = FormCatalogue(forms: [])

    package init() {}
}
