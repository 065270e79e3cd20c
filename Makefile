# Each target installs what is missing first (scripts/install-dependencies.sh says what), then builds and runs.

.PHONY: demo test build lint ci

# A small estate and a day of events with a few drifts, replayed; the outputs stay in out/demo.
demo: install
	swift build -c release --product plumbline
	.build/release/plumbline demo --out out/demo

test: install
	swift test --disable-xctest

build: install
	swift build -c release --product plumbline

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

# Everything that must pass before a change lands.
ci:
	bash .ci/run

.PHONY: install
install:
	@bash scripts/install-dependencies.sh
