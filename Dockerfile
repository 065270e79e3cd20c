# Builds on Debian 12 because the program links that release's librdkafka, RocksDB, simdjson and RE2.
FROM swift:6.3.1-bookworm AS builder
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        librdkafka-dev librocksdb-dev libsimdjson-dev libre2-dev zlib1g-dev libssl-dev libcurl4-openssl-dev pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY Package.swift ./
COPY Sources Sources
COPY Tests Tests
RUN swift build -c release --product plumbline --static-swift-stdlib \
    && install -D .build/release/plumbline /install/plumbline

# The program: one binary, the C libraries, no shell needed, nothing written outside the paths it is given.
FROM debian:12.12-slim AS plumbline
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        librdkafka1 librocksdb7.8 libsimdjson14 libre2-9 zlib1g libssl3 libcurl4 libstdc++6 ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home plumbline
COPY --from=builder /install/plumbline /usr/local/bin/plumbline
USER 10001
ENTRYPOINT ["/usr/local/bin/plumbline"]
CMD ["--help"]

# The same with kcat and a script that sends generated events, for trying things out.
FROM plumbline AS producer
USER root
RUN apt-get update \
    && apt-get install -y --no-install-recommends kcat \
    && rm -rf /var/lib/apt/lists/*
COPY deploy/produce-sample.sh /usr/local/bin/produce-sample
USER 10001
ENTRYPOINT ["/bin/bash", "/usr/local/bin/produce-sample"]
CMD []
