# Each target installs what is missing first (scripts/install-dependencies.sh says what), then builds and runs.

.PHONY: demo test build estate chaos simulate lint ci

# A small estate and a day of events with a few drifts, replayed; the outputs stay in out/demo.
demo: install
	swift build -c release --product plumbline
	.build/release/plumbline demo --out out/demo

test: install
	swift test --disable-xctest

build: install
	swift build -c release --product plumbline

# An estate built by real calls on a moto server, its records replayed, every verdict held against what boto3 reads back.
estate: install
	swift build --product plumbline
	python3 Tests/Estate/estate_test.py .build/debug/plumbline --out out/estate

# 200 kills of two detectors with kill -9, on the cluster that PLUMBLINE_TEST_BROKERS names and on a mock one.
chaos: build
	PLUMBLINE_BINARY=.build/release/plumbline PLUMBLINE_CHAOS_KILLS=$${PLUMBLINE_CHAOS_KILLS:-200} \
		swift test --disable-xctest --filter ChaosTests

# The simulation's seeds in two processes that must see the same.
simulate: install
	swift build --build-tests
	python3 scripts/simulation.py

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

# Everything that must pass before a change lands.
ci:
	bash .ci/run

.PHONY: install
install:
	@bash scripts/install-dependencies.sh
