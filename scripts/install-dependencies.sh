#!/usr/bin/env bash
# Installs the Debian 12 packages that are missing, and Python's for tests; says what it does. Swift itself must be there.
set -euo pipefail

# Building: the C libraries that the modules CRdkafka, CRocksDB, CSimdjson, CRE2, CZlib, CCrypto and CCurl open the
# doors to, and pkg-config, by which the package manager finds them.
packages=(librdkafka-dev librocksdb-dev libsimdjson-dev libre2-dev zlib1g-dev libssl-dev libcurl4-openssl-dev pkg-config)
# Testing: the producer beside our own in the Kafka tests.
packages+=(kcat)
# Counting instructions in the gate; binutils has the strip that valgrind needs for Swift's binaries.
packages+=(valgrind binutils python3)
# The estate of real calls in Tests/Estate; these versions' gaps are the ones that it knows.
modules=("moto[server]==5.2.1" "boto3==1.43.11")
have_modules() { python3 -c 'import boto3, moto.server' 2>/dev/null; }
if ! have_modules && ! python3 -m pip --version >/dev/null 2>&1; then
    packages+=(python3-pip)
fi
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
else
    as_root=()
    if [[ $EUID -ne 0 ]]; then
        as_root=(sudo)
    fi
    echo "dependencies: installing ${missing[*]} with ${as_root[*]:+${as_root[*]} }apt-get"
    export DEBIAN_FRONTEND=noninteractive
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

if have_modules; then
    echo "dependencies: boto3 and moto's server are there"
else
    echo "dependencies: installing ${modules[*]} with pip into the user's own packages"
    # Debian marks its Python as managed by apt; the user's folder is not.
    managed=()
    if python3 -m pip install --help | grep -q -- --break-system-packages; then
        managed=(--break-system-packages)
    fi
    python3 -m pip install --quiet --user "${managed[@]}" "${modules[@]}" ||
        echo "dependencies: pip could not; the test of the estate is skipped" >&2
fi
