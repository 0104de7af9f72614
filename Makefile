# tonghop: `make run` builds and runs the sample, `make test` checks everything.
SHELL := /bin/sh
PACKAGES := libsqlite3-dev libxlsxwriter-dev libssl-dev zlib1g-dev pkg-config
SWIFT ?= swift
CONFIG ?= debug

# Where `make install` installs to, and below what when a package is made.
prefix ?= /usr/local
DESTDIR ?=
VERSION := $(shell sed -n 's/.*static let version = "\(.*\)"/\1/p' Sources/Pipeline/Program.swift)

# What is built to be run has Swift's runtime in it, where the toolchain can: it starts in half the time, and on
# machines without Swift.
STANDALONE := .build-standalone
STATIC := $(if $(wildcard $(dir $(realpath $(shell command -v $(SWIFT))))../lib/swift_static),--static-swift-stdlib)
RELEASE = -c release $(STATIC) --scratch-path $(STANDALONE)
PROGRAM := $(STANDALONE)/release/tonghop

.PHONY: run test test-spark check-format build standalone install deb system bench bench-nights bench-workbook \
	bench-spark test-instructions conformance fuzz clean

# The nightly job on the samples: the year 2024 as the boards saw it on 05/01/2025.
run: system
	$(SWIFT) build $(RELEASE) --product tonghop
	$(PROGRAM) run --input input --output output \
		--as-of 2025-01-05T02:00:00 --window 2024
	@echo
	@echo "Báo cáo: output/<kế hoạch>/2024/latest/ (report.xlsx, summary.txt)"

test: system check-format
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest

# The reader's instructions a row beside those recorded; without valgrind it says so and passes.
test-instructions: system
	@command -v valgrind >/dev/null || $(MAKE) system PACKAGES=valgrind || true
	$(SWIFT) build -c release --product tonghop-reader
	Tests/Benchmarks/instructions "$$($(SWIFT) build -c release --show-bin-path)/tonghop-reader"

# The samples on a real Apache Spark: a master and two workers on this machine. Needs Java 17.
test-spark: system
	$(SWIFT) build $(RELEASE) --product tonghop
	Tests/Spark/run "$(CURDIR)/$(PROGRAM)"

check-format:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

build: system
	$(SWIFT) build -c $(CONFIG)

# The program with Swift's runtime and libraries in it, and its manual: for machines without Swift.
standalone: STATIC = --static-swift-stdlib
standalone: system
	$(SWIFT) build $(RELEASE) --product tonghop
	$(SWIFT) build --product generate-manual --scratch-path $(STANDALONE)
	.packaging/manual $(PROGRAM) $(STANDALONE)/debug/generate-manual $(STANDALONE)/manual

install: $(if $(wildcard $(STANDALONE)/manual/*.1),,standalone)
	DESTDIR="$(DESTDIR)" .packaging/install $(PROGRAM) $(STANDALONE)/manual "$(prefix)"

# A Debian package in output/.
deb: standalone
	.packaging/deb $(PROGRAM) $(STANDALONE)/manual $(VERSION) output

# Every figure of speed beside its peer, in one table (docs/benchmarks.md); BENCH_OPTIONS="--quick" tries it out.
bench: system .venv/bin/python
	$(SWIFT) build $(RELEASE) --product tonghop
	$(SWIFT) build $(RELEASE) --product tonghop-bench
	Tests/Benchmarks/bench --tonghop "$(CURDIR)/$(PROGRAM)" --bench "$(CURDIR)/$(dir $(PROGRAM))tonghop-bench" \
		--peers .venv/bin/python $(BENCH_OPTIONS)

.venv/bin/python:
	python3 -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check duckdb polars xlsxwriter \
		|| { rm -rf .venv; exit 1; }

# A first night of 10,000 files against one in which nothing, and one in which 1 % changed.
bench-nights: system
	$(SWIFT) build $(RELEASE) --product tonghop
	Tests/Benchmarks/nights "$(CURDIR)/$(PROGRAM)"

# Files read by this machine and by Spark on this machine: what Spark costs before it gains.
bench-spark: system
	$(SWIFT) build $(RELEASE) --product tonghop
	Tests/Benchmarks/engines "$(CURDIR)/$(PROGRAM)"

# Of `bench` only the workbooks.
bench-workbook:
	$(MAKE) bench BENCH_OPTIONS="--only workbook $(BENCH_OPTIONS)"

# The CSV layer on the corpora that other projects torture readers with, beside their scores. They are not in
# the repository: a folder with README.md (the scores of other readers) and <corpus>/manifest.json with its files.
CORPORA ?= ../shared/corpora
conformance:
	@ls "$(CORPORA)/README.md" "$(CORPORA)"/*/manifest.json >/dev/null 2>&1 || { \
		echo "The CSV corpora are not here: $(CORPORA) has to hold README.md and <corpus>/manifest.json with" >&2; \
		echo "the corpus's files. They are no part of the repository; make conformance CORPORA=… says where they are." >&2; \
		exit 1; }
	$(SWIFT) build -c release --product csvdump
	python3 Tests/Conformance/score.py "$$($(SWIFT) build -c release --show-bin-path)/csvdump" \
		"$(CORPORA)"

# Ten million damaged files through the reader; FUZZ_OPTIONS="--inputs 100000 --seed 7" for others.
fuzz: system
	$(SWIFT) build -c release --product tonghop-fuzz
	SWIFT_BACKTRACE=enable=no "$$($(SWIFT) build -c release --show-bin-path)/tonghop-fuzz" \
		$(FUZZ_OPTIONS) input/thanh-xuan $(wildcard $(CORPORA))

# Installs the system libraries if they are missing, or says which command does.
system:
	@missing=""; \
	for package in $(PACKAGES); do \
		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' \
			|| missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
		if [ "$$(id -u)" = 0 ]; then \
			apt-get update -qq && apt-get install -y -qq $$missing; \
		elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then \
			sudo apt-get update -qq && sudo apt-get install -y -qq $$missing; \
		else \
			echo "Thiếu thư viện hệ thống. Hãy chạy: sudo apt-get install$$missing" >&2; exit 1; \
		fi; \
	fi

clean:
	$(SWIFT) package clean
	rm -rf output/* $(STANDALONE)
