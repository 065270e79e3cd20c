# Each target installs what is missing first (scripts/install-dependencies.sh says what), then builds and runs.

.PHONY: demo test build chaos lint ci

# A small estate and a day of events with a few drifts, replayed; the outputs stay in out/demo.
demo: install
	swift build -c release --product plumbline
	.build/release/plumbline demo --out out/demo

test: install
	swift test --disable-xctest

build: install
	swift build -c release --product plumbline

# 200 kills of two detectors with kill -9, on the cluster that PLUMBLINE_TEST_BROKERS names and on a mock one.
chaos: build
	PLUMBLINE_BINARY=.build/release/plumbline PLUMBLINE_CHAOS_KILLS=$${PLUMBLINE_CHAOS_KILLS:-200} \
		swift test --disable-xctest --filter ChaosTests

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

# Everything that must pass before a change lands.
ci:
	bash .ci/run

.PHONY: install
install:
	@bash scripts/install-dependencies.sh
