internal import Synchronization

/// A text that is printed for many readers with the same head, such as a letter to each unit.
///
/// The template is filled in once for each ``TextForm/Outline`` that the readers' own values have;
/// in most series of thousands of letters there are less than ten.
struct TextSeries: ~Copyable, Sendable {
    private let templates: TextTemplates
    private let name: TextName
    private let language: Language
    private let head: [String: TextValue]
    private let width: Int
    private let forms = Mutex<[TextForm.Outline: TextForm]>([:])

    /// `head` holds the values that are the same for every reader.
    init(
        _ templates: TextTemplates,
        _ name: TextName,
        in language: Language,
        head: [String: TextValue],
        width: Int
    ) {
        self.templates = templates
        self.name = name
        self.language = language
        self.head = head
        self.width = width
    }

    /// The text for a reader's own values: what ``TextTemplates/render(_:in:_:width:)`` gives for
    /// them and the head.
    func render(_ values: [String: TextValue]) -> String {
        var outline = TextForm.Outline()
        var texts: [String] = []
        let layout = TextLayout(width: width)
        // A text that ends its line would end the text as well where it stands last.
        guard outline.add(values, &texts), !texts.contains(where: { $0.utf8.last == 10 }) else {
            return layout.lay(print(values))
        }
        if let form = forms.withLock({ $0[outline] }) { return form.text(texts) }
        let form = TextForm(print(TextForm.places(of: values)), layout)
        forms.withLock { $0[outline] = form }
        return form.text(texts)
    }

    private func print(_ values: [String: TextValue]) -> String {
        templates.print(name, in: language, values.merging(head) { own, _ in own })
    }
}
