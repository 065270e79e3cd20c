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
("aws/feed/region-heard.yaml",
##"""
id: aws.feed.region-heard
title: The CloudTrail records of each region in use arrive
severity: critical
subject: AWS::::RegionFeed
description: >
  A region whose records come no more while those of its account do has lost its trail, its bucket or its way here, and every
  verdict on it is as old as the last record. Many regions are quiet for good reasons, so only one that was heard on many
  days of four weeks is missed, and only once it is silent for much longer than ever in these weeks.
applies: "resource.LimitHours > 0"
pass: >
  timestamp(resource.AccountHeard) - timestamp(resource.LastHeard) <= duration(string(resource.LimitHours) + 'h')
evidence: >
  {'LastHeard': resource.LastHeard, 'LimitHours': resource.LimitHours}
notes: >
  The silence is measured against the last record of the account, so an account that is silent as a whole has one finding,
  that of cloudtrail-heard. The limit is three times the region's longest silence of the four weeks before its last record,
  and at least `feed.region_silence_hours`; a region that was heard on fewer than `feed.region_days` of these days has none.
  Whoever empties a region on purpose suppresses the finding by its resource.
unmapped: >
  The benchmarks ask for trails (cloudtrail-multi-region-enabled); this asks whether what they record comes here.
frameworks:
  nist_800_53_r5: ["AU-5(2)", "SI-4(5)"]
reread: ["cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus"]
remediation:
  safety: manual
  text: >
    Look whether a trail records the region, and follow its records to where they end. Then take an inventory of the region, since
    what was done in between may never arrive.
tests:
  - { name: heard in this hour,
      resource: { LastHeard: "2025-01-08T10:00:00Z", AccountHeard: "2025-01-08T10:00:00Z", LimitHours: 24 }, expect: pass }
  - { name: as long as it may,
      resource: { LastHeard: "2025-01-08T10:00:00Z", AccountHeard: "2025-01-09T10:00:00Z", LimitHours: 24 }, expect: pass }
  - { name: an hour longer,
      resource: { LastHeard: "2025-01-08T10:00:00Z", AccountHeard: "2025-01-09T11:00:00Z", LimitHours: 24 }, expect: fail }
  - { name: one that is quiet on weekends,
      resource: { LastHeard: "2025-01-08T10:00:00Z", AccountHeard: "2025-01-09T11:00:00Z", LimitHours: 192 }, expect: pass }
  - { name: one that is hardly used,
      resource: { LastHeard: "2025-01-08T10:00:00Z", AccountHeard: "2025-06-09T11:00:00Z", LimitHours: 0 },
      expect: notApplicable }
  - { name: never heard, resource: {}, expect: unknown }

"""##),
("aws/feed/trail-kept.yaml",
##"""
id: aws.feed.trail-kept
title: No trail was deleted or narrowed lately
severity: critical
subject: AWS::::Feed
description: >
  Whoever wants to go unseen deletes the trail, or lets it record one region alone. With it goes what controls say of the
  trail, and whether another one records the account is known only where a complete inventory of trails was read. So the
  change itself is reported, with who made it, and stays reported for a while.
params: { look_back: 24h }
pass: >
  !resource.?LostTrail.hasValue() || now - timestamp(resource.LostTrail.Time) > duration(params.look_back)
evidence: >
  {'LostTrail': resource.?LostTrail.orValue({'Name': 'none'})}
notes: >
  A trail that another one replaces, and one that never recorded other regions and is told so again, fail too: look, and
  suppress it. An account that was never heard has no verdict here.
unmapped: >
  The benchmarks ask for trails (cloudtrail-multi-region-enabled) and for an alarm on changes of them
  (monitor-cloudtrail-config-changes); this tells of the change itself.
frameworks:
  nist_800_53_r5: ["AU-5", "AU-9", "AU-12(a)", "SI-4(5)"]
reread: ["cloudtrail:DescribeTrails"]
remediation:
  safety: manual
  text: >
    Ask who did it and why. Make a trail for all regions again, and take an inventory of the account for what was not
    recorded in between.
tests:
  - { name: none was deleted, now: "2025-01-08T10:30:00Z", resource: { LostTrail: null }, expect: pass }
  - { name: one was deleted an hour ago, now: "2025-01-08T10:30:00Z",
      resource: { LostTrail: { Name: main, How: deleted, Time: "2025-01-08T09:30:00Z" } }, expect: fail }
  - { name: one was deleted exactly a day ago, now: "2025-01-09T09:30:00Z",
      resource: { LostTrail: { Name: main, How: deleted, Time: "2025-01-08T09:30:00Z" } }, expect: fail }
  - { name: one was deleted longer than a day ago, now: "2025-01-09T09:30:01Z",
      resource: { LostTrail: { Name: main, How: deleted, Time: "2025-01-08T09:30:00Z" } }, expect: pass }
  - { name: one was deleted within a longer look-back, now: "2025-01-12T09:30:01Z", params: { look_back: 168h },
      resource: { LostTrail: { Name: main, How: deleted, Time: "2025-01-08T09:30:00Z" } }, expect: fail }
  - { name: not known, now: "2025-01-09T09:30:01Z", resource: {}, expect: unknown }

"""##),
]
}
