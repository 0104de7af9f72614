/// A unit of the roster (đơn vị) as it stands for one report: anything from a school to a ministry.
package struct Unit: Hashable, Sendable {
    /// The id in all files of the plan (`Mã đơn vị`).
    package var id: String
    /// The name as reports print it.
    package var name: String
    /// A shorter name for tables (`Tên viết tắt`); nil where the roster gives none.
    package var shortName: String?
    /// Other names that units write for it.
    package var aliases: [String]
    /// What sort of unit it is.
    package var kind: UnitKind
    /// `Cấp` as it was written: a level's code or name.
    package var level: String?
    /// The id of the unit above it (`Mã đơn vị cấp trên`); nil at the top.
    package var parent: String?
    /// Where it reports to; the parent where nothing is said.
    package var reportsTo: [String]
    /// The ids of the groups that the roster puts it in, beside what the plan says.
    package var groups: [String]
    /// The ids of the clusters (cụm, khối thi đua) that the roster puts it in.
    package var clusters: [String]
    /// The first day of validity; nil for always.
    package var validFrom: Day?
    /// The first day that is no longer valid; nil for ever.
    package var validTo: Day?
    /// Nil where the roster does not say.
    package var hasWebsite: Bool?
    /// How many people work there (`Số CBCCVC`); nil where the roster does not say.
    package var staff: Int?
    /// Whether its duties are requested (`đề nghị`) rather than ordered (`giao`): TX-06.
    package var isRequested: Bool
    /// Its place in reports (`Thứ tự`); those without one come last.
    package var order: Int?
    /// The name of who heads it (`Người đứng đầu`).
    package var head: String?
    /// What the head is called (`Chức vụ`), such as `Chủ tịch`.
    package var headTitle: String?
    /// Where letters to it go; no report prints it.
    package var email: String?
    /// The line of the roster file where it stands.
    package var line: Int

    /// A unit of which nothing else is known: no parent, always valid.
    package init(id: String, name: String, kind: UnitKind, line: Int = 0) {
        self.id = id
        self.name = name
        self.kind = kind
        self.line = line
        aliases = []
        reportsTo = []
        groups = []
        clusters = []
        isRequested = false
    }

    /// Whether the unit exists on at least one day of a span.
    package func exists(within span: DateSpan) -> Bool {
        (validFrom ?? span.from) <= span.to && (validTo.map { $0 > span.from } ?? true)
            && (validFrom == nil || validTo == nil
                || (validFrom ?? span.from) < (validTo ?? span.to))
    }

    /// Whether the unit is there on a day: from its first day on, before the day of its end.
    package func exists(on day: Day) -> Bool {
        (validFrom ?? day) <= day && (validTo.map { $0 > day } ?? true)
    }
}
