/// A unit of the roster (đơn vị) as it stands for one report: anything from a school to a ministry.
package struct Unit: Hashable, Sendable {
    package var id: String
    package var name: String
    package var shortName: String?
    package var aliases: [String]
    package var kind: UnitKind
    /// `Cấp` as it was written: a level's code or name.
    package var level: String?
    package var parent: String?
    /// Where it reports to; the parent where nothing is said.
    package var reportsTo: [String]
    package var groups: [String]
    package var clusters: [String]
    /// The first day of validity; nil for always.
    package var validFrom: Day?
    /// The first day that is no longer valid; nil for ever.
    package var validTo: Day?
    package var hasWebsite: Bool?
    package var staff: Int?
    /// Whether its duties are requested (`đề nghị`) rather than ordered (`giao`): TX-06.
    package var isRequested: Bool
    package var order: Int?
    package var head: String?
    package var headTitle: String?
    package var email: String?
    /// The line of the roster file where it stands.
    package var line: Int

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

    package func exists(on day: Day) -> Bool {
        (validFrom ?? day) <= day && (validTo.map { $0 > day } ?? true)
    }
}

/// The kinds of unit of domain.md 2.1.
package enum UnitKind: String, Hashable, Sendable, CaseIterable {
    case phong = "PHONG"
    case dvsn = "DVSN"
    case phuong = "PHUONG"
    case xa = "XA"
    case thiTran = "THITRAN"
    case dacKhu = "DACKHU"
    case truong = "TRUONG"
    case mttq = "MTTQ"
    case ctxh = "CTXH"
    case dang = "DANG"
    case llvt = "LLVT"
    case cum = "CUM"
    case khoi = "KHOI"
    case so = "SO"
    case huyen = "HUYEN"
    case tinh = "TINH"
    case bo = "BO"
    case doanhNghiep = "DN"
    case hopTacXa = "HTX"
    case khac = "KHAC"

    /// The labels that a roster may use; the first is the one that reports print.
    package var labels: [String] {
        switch self {
        case .phong: ["Phòng, ban chuyên môn", "Phòng", "Phòng ban", "Ban"]
        case .dvsn: ["Đơn vị sự nghiệp"]
        case .phuong: ["Phường"]
        case .xa: ["Xã"]
        case .thiTran: ["Thị trấn"]
        case .dacKhu: ["Đặc khu"]
        case .truong:
            [
                "Trường học", "Trường", "Trường mầm non", "Trường tiểu học", "Trường THCS",
                "Trường liên cấp", "Trường mầm non / tiểu học / THCS / liên cấp",
            ]
        case .mttq: ["Ủy ban MTTQ", "Ủy ban Mặt trận Tổ quốc", "MTTQ"]
        case .ctxh: ["Tổ chức chính trị - xã hội", "Tổ chức CT-XH"]
        case .dang: ["Cơ quan Đảng"]
        case .llvt: ["Lực lượng vũ trang"]
        case .cum: ["Cụm thi đua"]
        case .khoi: ["Khối thi đua"]
        case .so: ["Sở, ngành", "Sở"]
        case .huyen: ["Quận/Huyện/Thị xã", "Quận", "Huyện", "Thị xã", "Quận/Huyện"]
        case .tinh: ["Tỉnh/Thành phố", "Tỉnh", "Thành phố"]
        case .bo: ["Bộ, ngành trung ương", "Bộ"]
        case .doanhNghiep: ["Doanh nghiệp"]
        case .hopTacXa: ["Hợp tác xã"]
        case .khac: ["Khác"]
        }
    }

    /// Whether the kind is a cluster or bloc of other units rather than a unit with staff of its own.
    package var isCluster: Bool { self == .cum || self == .khoi }

    /// The kind of a code or label, compared folded; nil where it is none.
    package init?(text: String) {
        let key = Fold.key(text)
        guard
            let kind = UnitKind.allCases.first(where: { kind in
                Fold.key(kind.rawValue) == key || kind.labels.contains { Fold.key($0) == key }
            })
        else { return nil }
        self = kind
    }
}
