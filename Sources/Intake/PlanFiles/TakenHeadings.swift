package import Plans

/// Headings of a plan's own that would take the column away by which rows name their unit or their
/// period, or number themselves.
package enum TakenHeadings {
    /// The mistakes of the headings that a plan gives the fields of these forms, at their places.
    package static func mistakes(
        _ headings: [PlanPlaces.Heading],
        in forms: FormCatalogue
    ) -> [Mistake] {
        guard !headings.isEmpty else { return [] }
        var bare = forms
        bare.forms = forms.forms.map { withoutOwn($0, headings) }
        let index = HeaderIndex(forms: bare)
        return headings.compactMap { heading in
            guard let form = bare.index(of: heading.form),
                let owner = owner(index.meaning(heading.text, form: form), bare.forms[form]),
                owner.field != heading.field
            else { return nil }
            // A text may well name an office: beside the column of ids that harms nothing.
            let field = forms.forms[form].index(of: heading.field)
            let isText = field.map { forms.forms[form].fields[$0].type.isText } ?? false
            if isText, index.meaning(heading.text, form: form) == .unitName { return nil }
            return Mistake(
                file: "plan.yaml",
                line: heading.place.line,
                column: heading.place.column,
                message: "tên cột này là của \(owner.name) nên cột ấy sẽ không được đọc nữa",
                found: heading.text,
                allowed: "tên mà biểu \(heading.form) chưa có"
            )
        }
    }

    /// The fields of a form that place its rows, by the headings that they have without the plan.
    private static func withoutOwn(_ form: Form, _ headings: [PlanPlaces.Heading]) -> Form {
        let own = headings.filter { $0.form == form.id }
        let places = [form.unitField, form.periodField].compactMap(\.self)
        var bare = form
        bare.fields = places.map { place in
            var field = form.fields[place]
            field.aliases.removeAll { alias in
                own.contains { $0.field == field.code && $0.text == alias }
            }
            return field
        }
        return bare
    }

    /// Whose column a heading is, and the code of its field; nil where it is nobody's.
    private static func owner(
        _ meaning: ColumnMeaning,
        _ form: Form
    ) -> (name: String, field: String?)? {
        switch meaning {
        case .unitName: ("cột đơn vị", "unit")
        case .field(let field) where field == form.unitField: ("cột đơn vị", "unit")
        case .field(let field): ("cột kỳ", form.fields[field].code)
        case .ignored: ("cột số thứ tự, hoặc cột tonghop thêm vào dòng bị loại", nil)
        case .parts, .pair, .period, .unknown: nil
        }
    }
}
