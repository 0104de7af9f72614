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

    /// Whether the kind is a cluster or bloc of other units rather than a unit with staff of its
    /// own.
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
