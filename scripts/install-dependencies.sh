#!/usr/bin/env bash
# Installs the Debian 12 packages that are missing; says what it does. Swift itself must be there.
set -euo pipefail

# Building: the C libraries that the modules CRdkafka, CRocksDB, CSimdjson, CRE2, CZlib, CCrypto and CCurl open the
# doors to, and pkg-config, by which the package manager finds them.
packages=(librdkafka-dev librocksdb-dev libsimdjson-dev libre2-dev zlib1g-dev libssl-dev libcurl4-openssl-dev pkg-config)
# Testing: the producer beside our own in the Kafka tests.
packages+=(kcat)
# Counting instructions in the gate; binutils has the strip that valgrind needs for Swift's binaries.
packages+=(valgrind binutils python3)
if ! command -v swift >/dev/null; then
    echo "error: swift is not on the PATH; install Swift 6.3 from https://www.swift.org/install/linux/" >&2
    exit 1
fi

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null || true)
    [[ "$status" == "install ok installed" ]] || missing+=("$package")
done
if [[ ${#missing[@]} -eq 0 ]]; then
    echo "dependencies: all of ${packages[*]} are installed"
    exit 0
fi

as_root=()
if [[ $EUID -ne 0 ]]; then
    as_root=(sudo)
fi
echo "dependencies: installing ${missing[*]} with ${as_root[*]:+${as_root[*]} }apt-get"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
