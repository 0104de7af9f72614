import Judgement
import Model
import Plans
import TestSupport
import Testing

@Suite("Emulation clusters (CONTRACT §2 clusters.csv)")
struct ClusterTests {
    /// A district with four wards and two clusters of the roster.
    private static let units = """
        Mã đơn vị,Tên đơn vị,Loại đơn vị,Mã đơn vị cấp trên,Cụm/khối thi đua
        D,Quận Dê,HUYEN,,
        W1,Phường Một,PHUONG,D,
        W2,Phường Hai,PHUONG,D,
        W3,Phường Ba,PHUONG,D,
        W4,Phường Bốn,PHUONG,D,
        C1,Cụm số 1,CUM,D,
        C2,Cụm số 2,CUM,D,

        """

    private static let rows = [
        "C1,Cụm số 1,W1,2024", "C1,Cụm số 1,W2,2024", "C2,Cụm số 2,W2,2024",
        "C2,Cụm số 2,W3,2024", "C1,Cụm số 1,W3,2023", "N9,Cụm số IX,W4,", "N9,Khối cũ,W4,2020",
    ]

    private static func table(_ rows: [String]) -> String {
        "Mã cụm,Tên cụm,Mã đơn vị,Năm\n" + rows.joined(separator: "\n") + "\n"
    }

    private static let sums =
        "id: T, level: district, measure: count(document where kind = plan), total: \">= 2\""

    private func scenario(_ rows: [String] = rows, _ indicators: [String]? = nil) -> Scenario {
        var scenario = Scenario(
            plan(indicators ?? [issues(), Self.sums]),
            [
                plans("W1", "2024-05-01"), plans("W2", "2024-05-01", "2024-06-01"), noPlans("W3"),
                plans("W4", "2024-05-01"), plans("W3", "2023-05-01"),
            ],
            units: Self.units
        )
        scenario.clusters = Self.table(rows)
        return scenario
    }

    private func figures(_ judgement: Judgement, _ id: String) -> [String: ClusterFigure] {
        let scene = judgement.scene
        let result = judgement.indicators.first { scene.plan.indicators[$0.indicator].id == id }
        var figures: [String: ClusterFigure] = [:]
        for figure in result?.clusters ?? [] {
            figures[scene.clusters[figure.cluster].id] = figure
        }
        return figures
    }

    @Test func aMemberOfTwoClustersCountsInEachAndOnceInTheTree() throws {
        let judgement = try scenario().judge(window: "2024", asOf: "2025-02-01")
        let shares = figures(judgement, "I")
        #expect(shares["C1"]?.numerator == 2)
        #expect(shares["C1"]?.denominator == 2)
        #expect(shares["C1"]?.status == .met)
        #expect(shares["C2"]?.numerator == 1)
        #expect(shares["C2"]?.denominator == 2)
        #expect(shares["C2"]?.status == .unmet)
        #expect(shares["N9"]?.numerator == 1)
        #expect(judgement.node("D", "I")?.numerator == 3)
        #expect(judgement.node("D", "I")?.denominator == 4)
        let totals = figures(judgement, "T")
        #expect(totals["C1"]?.value == Quantity(3))
        #expect(totals["C2"]?.value == Quantity(2))
        #expect(judgement.node("D", "T")?.value == Quantity(4))
    }

    @Test func membershipIsThatOfTheYear() throws {
        let judgement = try scenario().judge(window: "2023", asOf: "2025-02-01")
        let shares = figures(judgement, "I")
        #expect(shares["C1"]?.denominator == 1)
        #expect(shares["C1"]?.numerator == 1)
        #expect(shares["C2"] == nil)
        #expect(shares["N9"]?.denominator == 1)
    }

    /// What the year's list says of a cluster is all of it; the roster's column fills in the rest.
    @Test func theListOfTheYearTakesThePlaceOfTheRostersColumn() throws {
        var scenario = scenario()
        scenario.units = Self.units
            .replacing("W4,Phường Bốn,PHUONG,D,", with: "W4,Phường Bốn,PHUONG,D,C1|C5")
        let judgement = try scenario.judge(window: "2024", asOf: "2025-02-01")
        let shares = figures(judgement, "I")
        #expect(shares["C1"]?.denominator == 2)
        #expect(shares["C5"]?.denominator == 1)
        let later = try scenario.judge(window: "2025", asOf: "2026-02-01")
        #expect(figures(later, "I")["C1"]?.denominator == 1)
    }

    @Test func theOrderOfRowsNeverMatters() throws {
        let reference = try scenario().judge(window: "2024", asOf: "2025-02-01")
        var random = SplitMix64(seed: 11)
        for _ in 0..<20 {
            let judgement = try scenario(Self.rows.shuffled(using: &random))
                .judge(window: "2024", asOf: "2025-02-01")
            #expect(judgement.scene.clusters == reference.scene.clusters)
            #expect(judgement.indicators == reference.indicators)
        }
    }

    @Test func aClusterMayOweAPlanItself() throws {
        let groups = "groups:\n  wards: {name: Phường và cụm, kinds: [PHUONG, CUM]}"
        var scenario = scenario()
        scenario.plan = plan([issues()], groups)
        scenario.files.append(plans("C1", "2024-05-01"))
        let judgement = try scenario.judge(window: "2024", asOf: "2025-02-01")
        #expect(judgement.unit("C1", "I")?.status == .met)
        #expect(judgement.unit("C2", "I")?.status == .noData)
        #expect(judgement.node("D", "I")?.denominator == 6)
        // The cluster's own duty is not one of its members'.
        #expect(figures(judgement, "I")["C1"]?.denominator == 2)
    }

    @Test(arguments: [("C1", 2, 2), ("C2", 1, 2)])
    func aClustersOwnReportIsAboutItsMembers(
        cluster: String,
        numerator: Int,
        denominator: Int
    ) throws {
        let scenario = scenario()
        let judgement = try scenario.judge(window: "2024", asOf: "2025-02-01", root: cluster)
        #expect(judgement.node(cluster, "I")?.numerator == numerator)
        #expect(judgement.node(cluster, "I")?.denominator == denominator)
        #expect(judgement.node(cluster, "T")?.value == Quantity(cluster == "C1" ? 3 : 2))
        let before = try scenario.judge(window: "2023", asOf: "2025-02-01", root: "C1")
        #expect(before.node("C1", "I")?.denominator == 1)
    }

    // What the cluster filed itself was in its own report only.
    @Test func aClustersFigureIsThatOfItsOwnReport() throws {
        var scenario = scenario()
        scenario.files.append(plans("C1", "2024-05-02"))
        let judgement = try scenario.judge(window: "2024", asOf: "2025-02-01")
        #expect(figures(judgement, "T")["C1"]?.value == Quantity(4))
        #expect(figures(judgement, "T")["C2"]?.value == Quantity(2))
        #expect(judgement.node("D", "T")?.value == Quantity(5))
        let own = try scenario.judge(window: "2024", asOf: "2025-02-01", root: "C1")
        #expect(own.node("C1", "T")?.value == Quantity(4))
    }

    @Test func aPlanMayBelongToACluster() throws {
        var scenario = scenario()
        scenario.plan = plan([issues()], "basis: QĐ").replacing("root: D", with: "root: C2")
        let judgement = try scenario.judge(window: "2024", asOf: "2025-02-01")
        #expect(judgement.node("C2", "I")?.denominator == 2)
        #expect(judgement.node("C2", "I")?.missing.count == 1)
    }
}
