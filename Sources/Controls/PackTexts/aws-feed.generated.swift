// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsFeed: [(path: String, text: String)] = [
("aws/feed/cloudtrail-heard.yaml",
##"""
id: aws.feed.cloudtrail-heard
title: The account's CloudTrail records arrive
severity: critical
subject: AWS::::Feed
description: >
  Everything that is known without a scan rests on the account's records. If none arrives for longer than the account is
  ever quiet, a trail, its bucket, a queue or a connector is broken, or somebody stopped it, and every other verdict on the
  account is as old as the last record.
params: { silence: 24h }
pass: >
  now - timestamp(resource.LastHeard) <= duration(params.silence) + duration('1h')
evidence: >
  {'LastHeard': resource.LastHeard}
notes: >
  Records of every kind count, whatever they say and whoever they are about, in any region. The last one is known to
  the hour, so an alarm comes up to an hour late and never early. An account that was never heard has no verdict here; the
  coverage report lists it.
unmapped: >
  The benchmarks ask for trails (cloudtrail-multi-region-enabled); this asks whether what they record comes here.
frameworks:
  nist_800_53_r5: ["AU-5(2)", "SI-4(5)"]
reread: ["cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus"]
remediation:
  safety: manual
  text: >
    Follow the records from the trail over its bucket, topic or stream to the connector, and find where they end. Then take an
    inventory of the account, since what was done in between may never arrive.
tests:
  - { name: heard in this hour, now: "2025-01-08T10:30:00Z", resource: { LastHeard: "2025-01-08T10:00:00Z" }, expect: pass }
  - { name: heard a day ago, now: "2025-01-09T11:00:00Z", resource: { LastHeard: "2025-01-08T10:00:00Z" }, expect: pass }
  - { name: not heard for longer than a day, now: "2025-01-09T11:00:01Z", resource: { LastHeard: "2025-01-08T10:00:00Z" },
      expect: fail }
  - { name: an account that is quiet for a week, now: "2025-01-09T11:00:01Z", params: { silence: 168h },
      resource: { LastHeard: "2025-01-08T10:00:00Z" }, expect: pass }
  - { name: never heard, now: "2025-01-09T11:00:01Z", resource: {}, expect: unknown }

"""##),
]
}
