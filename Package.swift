// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the house: its folder under `Sources/` and what it may see.
func module(
    _ name: String,
    _ dependencies: [Target.Dependency] = [],
    resources: [Resource] = []
) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        resources: resources,
        swiftSettings: strict
    )
}

/// The tests of one module.
func tests(_ module: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: module + "Tests",
        dependencies: ["TestSupport"] + dependencies,
        swiftSettings: strict
    )
}

let arguments = Target.Dependency.product(
    name: "ArgumentParser",
    package: "swift-argument-parser"
)
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "tonghop",
    products: [
        .executable(name: "tonghop", targets: ["tonghop"]),
        .executable(name: "csvdump", targets: ["csvdump"]),
        // A library of its own, because tests preload it into the built program.
        .library(name: "FaultShim", type: .dynamic, targets: ["FaultShim"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CXLSXWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]
        ),
        .systemLibrary(
            name: "CCrypto",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]
        ),
        // What the Glibc module leaves out of the C library.
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CSync"),
        .systemLibrary(
            name: "CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]
        ),
        module("Model"),
        module(
            "Plans",
            ["Model", .product(name: "Yams", package: "Yams")],
            resources: [
                .embedInCode("Resources/forms.yaml"),
                .embedInCode("Resources/tt-02-2023-bnv.yaml"),
            ]
        ),
        module("Intake", ["Model", "Plans"]),
        module("Disk", ["Model", "CCrypto", "CSync"]),
        module(
            "LedgerStore",
            ["Model", "Disk", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        module("Rollup", ["Model", "Plans", "Intake"]),
        module("Judgement", ["Model", "Plans", "Intake", "Rollup"]),
        module(
            "Reports",
            [
                "Model", "Plans", "Intake", "Rollup", "Judgement",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [
                .embedInCode("Resources/report.mustache"),
                .embedInCode("Resources/reminder.mustache"),
                .embedInCode("Resources/letterhead.mustache"),
                .embedInCode("Resources/signature.mustache"),
                .embedInCode("Resources/en.txt"),
                .embedInCode("Resources/report.en.mustache"),
                .embedInCode("Resources/letterhead.en.mustache"),
                .embedInCode("Resources/signature.en.mustache"),
            ]
        ),
        module("Workbooks", ["Model", "Reports", "CXLSXWriter", "CZlib"]),
        module("Schedules", ["Model", "Plans"]),
        module(
            "Pipeline",
            [
                "CMalloc", "Model", "Plans", "Schedules", "Intake", "Disk", "LedgerStore",
                "Rollup", "Judgement", "Reports", "Workbooks",
            ],
            resources: [.embedInCode("Resources/spark_job.py")]
        ),
        .executableTarget(
            name: "tonghop",
            dependencies: [
                "Model", "Plans", "Schedules", "LedgerStore", "Judgement", "Reports", "Pipeline",
                arguments, logging,
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "tonghop-bench",
            dependencies: [
                "Model", "Plans", "Intake", "Disk", "Rollup", "Reports", "Workbooks", "Pipeline",
                "TrialRegister",
            ],
            swiftSettings: strict
        ),
        // The reader alone, on one thread: valgrind counts its instructions.
        .executableTarget(
            name: "tonghop-reader",
            dependencies: ["Model", "Plans", "Intake", "Rollup", "TrialRegister"],
            path: "Tests/Benchmarks/Reader",
            swiftSettings: strict
        ),
        .target(
            name: "TrialRegister",
            dependencies: ["Model", "Plans", "Intake", "Rollup"],
            path: "Tests/Benchmarks/TrialRegister",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "csvdump",
            dependencies: ["Model", "Intake"],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "tonghop-fuzz",
            dependencies: ["Model", "Plans", "Intake"],
            path: "Tests/Fuzz",
            swiftSettings: strict
        ),
        .target(
            name: "TestSupport",
            dependencies: ["Model", "Plans", "Intake", "Rollup", "Judgement"],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        .target(name: "FaultShim", path: "Tests/FaultShim"),
        tests("Model", ["Model"]),
        tests("Plans", ["Model", "Plans"]),
        tests("Schedules", ["Model", "Plans", "Schedules"]),
        tests("Intake", ["Model", "Plans", "Intake"]),
        tests("Disk", ["Model", "Disk"]),
        tests(
            "LedgerStore",
            ["Model", "Disk", "LedgerStore", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        tests("Rollup", ["Model", "Plans", "Intake", "Rollup"]),
        tests("Judgement", ["Model", "Plans", "Intake", "Rollup", "Judgement", "Reports"]),
        tests(
            "Reports",
            [
                "Model", "Plans", "Intake", "Rollup", "Judgement", "Reports",
                .product(name: "Mustache", package: "swift-mustache"),
            ]
        ),
        tests("Workbooks", ["Model", "Reports", "Workbooks"]),
        tests("Invariance", ["Model", "Plans", "Intake", "Rollup", "Judgement"]),
        tests("Pipeline", ["Model", "Disk", "LedgerStore", "Reports", "Workbooks", "Pipeline"]),
        tests("Command", ["Model", "Plans", "Disk", "LedgerStore", "tonghop"]),
    ],
    swiftLanguageModes: [.v6]
)
