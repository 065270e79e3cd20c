#!/usr/bin/env bash
# Generates a day of CloudTrail events and sends them to the input topic, keyed by account.
set -euo pipefail

out=$(mktemp -d)
plumbline generate --seed 1 --accounts 20 --resources 1000 --events 10000 --out "$out"

# A record's key is its account key. The partitioner must be the one of Java's clients: the detector refuses an
# account on a partition that is not its own.
sed -nE 's/.*"recipientAccountId":"([0-9]{12})".*/aws:\1\t&/p' "$out"/events*.jsonl \
    | kcat -P -b "$BROKERS" -t plumbline.cloudtrail -K '\t' -X partitioner=murmur2_random
