// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsCloudwatch: [(path: String, text: String)] = [
("aws/cloudwatch/monitor-cloudtrail-config-changes.yaml",
##"""
id: aws.cloudwatch.monitor-cloudtrail-config-changes
title: Changes of CloudTrail raise an alarm
severity: medium
subject: AWS::::Account
scope: account
description: >
  Stopping or narrowing a trail is how an intruder goes unseen. Asked for is the whole chain: a multi-region
  trail that logs all management events, its log group, a metric filter that matches every such event, an
  alarm on that metric in the same region with its actions on, and a topic with a confirmed subscription.
  Filters are judged by the events that they match, not by their text.
params:
  events:
    - { field: eventName, equals: [CreateTrail, UpdateTrail, DeleteTrail, StartLogging, StopLogging] }
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  soc2: [CC5.2]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateTrail") || ($.eventName = "UpdateTrail") || ($.eventName =
                "DeleteTrail") || ($.eventName = "StartLogging") || ($.eventName = "StopLogging")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses StopLogging
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateTrail") || ($.eventName = "UpdateTrail") || ($.eventName =
                "DeleteTrail") || ($.eventName = "StartLogging")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateTrail") || ($.eventName = "UpdateTrail") || ($.eventName =
                "DeleteTrail") || ($.eventName = "StartLogging") || ($.eventName = "StopLogging")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-cmk-disable-or-deletion.yaml",
##"""
id: aws.cloudwatch.monitor-cmk-disable-or-deletion
title: Disabling or deleting KMS keys raises an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  Data under a key that is off or gone cannot be read any more. Asked for is the whole chain: a multi-region
  trail that logs all management events, its log group, a metric filter that matches every such event, an
  alarm on that metric in the same region with its actions on, and a topic with a confirmed subscription.
  Filters are judged by the events that they match, not by their text.
params:
  events:
    - { field: eventSource, equals: [kms.amazonaws.com] }
    - { field: eventName, equals: [DisableKey, ScheduleKeyDeletion] }
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "kms.amazonaws.com") && (($.eventName = "DisableKey") || ($.eventName =
                "ScheduleKeyDeletion")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses ScheduleKeyDeletion
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "kms.amazonaws.com") && ($.eventName = "DisableKey") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "kms.amazonaws.com") && (($.eventName = "DisableKey") || ($.eventName =
                "ScheduleKeyDeletion")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-config-changes.yaml",
##"""
id: aws.cloudwatch.monitor-config-changes
title: Changes of AWS Config raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  Without AWS Config nobody can say what a resource looked like before. Asked for is the whole chain: a
  multi-region trail that logs all management events, its log group, a metric filter that matches every such
  event, an alarm on that metric in the same region with its actions on, and a topic with a confirmed
  subscription. Filters are judged by the events that they match, not by their text.
params:
  events:
    - { field: eventSource, equals: [config.amazonaws.com] }
    - field: eventName
      equals: [StopConfigurationRecorder, DeleteDeliveryChannel, PutDeliveryChannel, PutConfigurationRecorder]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  soc2: [CC5.2]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "config.amazonaws.com") && (($.eventName = "StopConfigurationRecorder")
                || ($.eventName = "DeleteDeliveryChannel") || ($.eventName = "PutDeliveryChannel") ||
                ($.eventName = "PutConfigurationRecorder")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses PutConfigurationRecorder
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "config.amazonaws.com") && (($.eventName = "StopConfigurationRecorder")
                || ($.eventName = "DeleteDeliveryChannel") || ($.eventName = "PutDeliveryChannel")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "config.amazonaws.com") && (($.eventName = "StopConfigurationRecorder")
                || ($.eventName = "DeleteDeliveryChannel") || ($.eventName = "PutDeliveryChannel") ||
                ($.eventName = "PutConfigurationRecorder")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-console-auth-failures.yaml",
##"""
id: aws.cloudwatch.monitor-console-auth-failures
title: Failed console sign-ins raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  Many failed sign-ins are an attempt to guess a password. Asked for is the whole chain: a multi-region
  trail that logs all management events, its log group, a metric filter that matches every such event, an
  alarm on that metric in the same region with its actions on, and a topic with a confirmed subscription.
  Filters are judged by the events that they match, not by their text.
params:
  events:
    - { field: eventName, equals: [ConsoleLogin] }
    - { field: errorMessage, equals: [Failed authentication] }
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  soc2: [PI1.3]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventName = "ConsoleLogin") && ($.errorMessage = "Failed authentication") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that looks at one region only
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventName = "ConsoleLogin") && ($.errorMessage = "Failed authentication") &&
                ($.awsRegion = "us-east-1") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventName = "ConsoleLogin") && ($.errorMessage = "Failed authentication") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-console-signin-without-mfa.yaml",
##"""
id: aws.cloudwatch.monitor-console-signin-without-mfa
title: Console sign-ins without MFA raise an alarm
severity: medium
subject: AWS::::Account
scope: account
description: >
  A sign-in to the console without a second factor shows a user that a password alone can take over. Asked
  for is the whole chain: a multi-region trail that logs all management events, its log group, a metric
  filter that matches every such event, an alarm on that metric in the same region with its actions on, and
  a topic with a confirmed subscription. Filters are judged by the events that they match, not by their
  text. Narrowing the filter to IAM users and to successful sign-ins is allowed, since federated users show
  their second factor elsewhere.
params:
  events:
    - { field: eventName, equals: [ConsoleLogin] }
    - { field: additionalEventData.MFAUsed, not: ['Yes'] }
    - { field: userIdentity.type, equals: [IAMUser], optional: true }
    - { field: responseElements.ConsoleLogin, equals: [Success], optional: true }
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that looks at one region only
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") &&
                ($.awsRegion = "us-east-1") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-iam-policy-changes.yaml",
##"""
id: aws.cloudwatch.monitor-iam-policy-changes
title: Changes of IAM policies raise an alarm
severity: medium
subject: AWS::::Account
scope: account
description: >
  Whoever changes policies can give themselves or others any permission. Asked for is the whole chain: a
  multi-region trail that logs all management events, its log group, a metric filter that matches every such
  event, an alarm on that metric in the same region with its actions on, and a topic with a confirmed
  subscription. Filters are judged by the events that they match, not by their text. The benchmark names no
  event source, so changes of the organisation's policies count too; a filter that leaves them out fails.
params:
  events:
    - field: eventName
      equals: [DeleteGroupPolicy, DeleteRolePolicy, DeleteUserPolicy, PutGroupPolicy, PutRolePolicy,
          PutUserPolicy, CreatePolicy, DeletePolicy, CreatePolicyVersion, DeletePolicyVersion,
          AttachRolePolicy, DetachRolePolicy, AttachUserPolicy, DetachUserPolicy, AttachGroupPolicy,
          DetachGroupPolicy]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  soc2: [CC5.2, PI1.3]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "DeleteGroupPolicy") || ($.eventName = "DeleteRolePolicy") ||
                ($.eventName = "DeleteUserPolicy") || ($.eventName = "PutGroupPolicy") || ($.eventName =
                "PutRolePolicy") || ($.eventName = "PutUserPolicy") || ($.eventName = "CreatePolicy") ||
                ($.eventName = "DeletePolicy") || ($.eventName = "CreatePolicyVersion") || ($.eventName =
                "DeletePolicyVersion") || ($.eventName = "AttachRolePolicy") || ($.eventName =
                "DetachRolePolicy") || ($.eventName = "AttachUserPolicy") || ($.eventName =
                "DetachUserPolicy") || ($.eventName = "AttachGroupPolicy") || ($.eventName =
                "DetachGroupPolicy")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses DetachGroupPolicy
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "DeleteGroupPolicy") || ($.eventName = "DeleteRolePolicy") ||
                ($.eventName = "DeleteUserPolicy") || ($.eventName = "PutGroupPolicy") || ($.eventName =
                "PutRolePolicy") || ($.eventName = "PutUserPolicy") || ($.eventName = "CreatePolicy") ||
                ($.eventName = "DeletePolicy") || ($.eventName = "CreatePolicyVersion") || ($.eventName =
                "DeletePolicyVersion") || ($.eventName = "AttachRolePolicy") || ($.eventName =
                "DetachRolePolicy") || ($.eventName = "AttachUserPolicy") || ($.eventName =
                "DetachUserPolicy") || ($.eventName = "AttachGroupPolicy")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "DeleteGroupPolicy") || ($.eventName = "DeleteRolePolicy") ||
                ($.eventName = "DeleteUserPolicy") || ($.eventName = "PutGroupPolicy") || ($.eventName =
                "PutRolePolicy") || ($.eventName = "PutUserPolicy") || ($.eventName = "CreatePolicy") ||
                ($.eventName = "DeletePolicy") || ($.eventName = "CreatePolicyVersion") || ($.eventName =
                "DeletePolicyVersion") || ($.eventName = "AttachRolePolicy") || ($.eventName =
                "DetachRolePolicy") || ($.eventName = "AttachUserPolicy") || ($.eventName =
                "DetachUserPolicy") || ($.eventName = "AttachGroupPolicy") || ($.eventName =
                "DetachGroupPolicy")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-nacl-changes.yaml",
##"""
id: aws.cloudwatch.monitor-nacl-changes
title: Changes of network ACLs raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  A changed list can open or cut off a whole subnet. Asked for is the whole chain: a multi-region trail that
  logs all management events, its log group, a metric filter that matches every such event, an alarm on that
  metric in the same region with its actions on, and a topic with a confirmed subscription. Filters are
  judged by the events that they match, not by their text.
params:
  events:
    - field: eventName
      equals: [CreateNetworkAcl, CreateNetworkAclEntry, DeleteNetworkAcl, DeleteNetworkAclEntry,
          ReplaceNetworkAclEntry, ReplaceNetworkAclAssociation]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  nist_800_53_r5: ["AU-6(1)", "AU-6(5)", "AU-12(3)", "AU-14(a)", "AU-14(b)", "CA-2(2)", CA-7, "CA-7(b)", "PM-14(a)(1)",
      "PM-14(b)", PM-31, "SC-36(1)(a)", "SI-2(a)", "SI-4(12)", "SI-5(1)", "SI-5(b)"]
  soc2: [CC5.2, CC7.2, CC7.3, CC7.4]
  iso27001_2022: [A.8.15, A.8.16]
  fedramp: [AC-2, "AC-2(4)", "AU-6(1)(3)", "AU-7(1)", CA-7, "CA-7(a)(b)", IR-4, "IR-4(1)", "SI-4(2)", "SI-4(4)",
      "SI-4(5)", "SI-4(a)(b)(c)"]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateNetworkAcl") || ($.eventName = "CreateNetworkAclEntry") ||
                ($.eventName = "DeleteNetworkAcl") || ($.eventName = "DeleteNetworkAclEntry") ||
                ($.eventName = "ReplaceNetworkAclEntry") || ($.eventName =
                "ReplaceNetworkAclAssociation")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses ReplaceNetworkAclAssociation
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateNetworkAcl") || ($.eventName = "CreateNetworkAclEntry") ||
                ($.eventName = "DeleteNetworkAcl") || ($.eventName = "DeleteNetworkAclEntry") ||
                ($.eventName = "ReplaceNetworkAclEntry")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateNetworkAcl") || ($.eventName = "CreateNetworkAclEntry") ||
                ($.eventName = "DeleteNetworkAcl") || ($.eventName = "DeleteNetworkAclEntry") ||
                ($.eventName = "ReplaceNetworkAclEntry") || ($.eventName =
                "ReplaceNetworkAclAssociation")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-network-gateway-changes.yaml",
##"""
id: aws.cloudwatch.monitor-network-gateway-changes
title: Changes of network gateways raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  A gateway connects a network to the internet or to a customer's site. Asked for is the whole chain: a
  multi-region trail that logs all management events, its log group, a metric filter that matches every such
  event, an alarm on that metric in the same region with its actions on, and a topic with a confirmed
  subscription. Filters are judged by the events that they match, not by their text.
params:
  events:
    - field: eventName
      equals: [CreateCustomerGateway, DeleteCustomerGateway, AttachInternetGateway, CreateInternetGateway,
          DeleteInternetGateway, DetachInternetGateway]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  nist_800_53_r5: ["AU-6(1)", "AU-6(5)", "AU-12(3)", "AU-14(a)", "AU-14(b)", "CA-2(2)", CA-7, "CA-7(b)", "PM-14(a)(1)",
      "PM-14(b)", PM-31, "SC-36(1)(a)", "SI-2(a)", "SI-4(12)", "SI-5(1)", "SI-5(b)"]
  soc2: [CC5.2, CC7.2, CC7.3, CC7.4]
  iso27001_2022: [A.8.15, A.8.16]
  fedramp: ["AC-2(4)", "AU-6(1)(3)", "AU-7(1)", "CA-7(a)(b)", IR-4, "IR-4(1)", "SI-4(2)", "SI-4(4)", "SI-4(5)",
      "SI-4(a)(b)(c)"]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateCustomerGateway") || ($.eventName = "DeleteCustomerGateway") ||
                ($.eventName = "AttachInternetGateway") || ($.eventName = "CreateInternetGateway") ||
                ($.eventName = "DeleteInternetGateway") || ($.eventName = "DetachInternetGateway")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses DetachInternetGateway
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateCustomerGateway") || ($.eventName = "DeleteCustomerGateway") ||
                ($.eventName = "AttachInternetGateway") || ($.eventName = "CreateInternetGateway") ||
                ($.eventName = "DeleteInternetGateway")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateCustomerGateway") || ($.eventName = "DeleteCustomerGateway") ||
                ($.eventName = "AttachInternetGateway") || ($.eventName = "CreateInternetGateway") ||
                ($.eventName = "DeleteInternetGateway") || ($.eventName = "DetachInternetGateway")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-organizations-changes.yaml",
##"""
id: aws.cloudwatch.monitor-organizations-changes
title: Changes of the organisation raise an alarm
severity: medium
subject: AWS::::Account
scope: account
description: >
  Moving accounts and changing the organisation's policies lifts limits for whole accounts. Asked for is the
  whole chain: a multi-region trail that logs all management events, its log group, a metric filter that
  matches every such event, an alarm on that metric in the same region with its actions on, and a topic with
  a confirmed subscription. Filters are judged by the events that they match, not by their text.
params:
  events:
    - { field: eventSource, equals: [organizations.amazonaws.com] }
    - field: eventName
      equals: [AcceptHandshake, AttachPolicy, CreateAccount, CreateOrganizationalUnit, CreatePolicy,
          DeclineHandshake, DeleteOrganization, DeleteOrganizationalUnit, DeletePolicy, DetachPolicy,
          DisablePolicyType, EnablePolicyType, InviteAccountToOrganization, LeaveOrganization,
          MoveAccount, RemoveAccountFromOrganization, UpdateOrganizationalUnit, UpdatePolicy]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  soc2: [CC5.2]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "organizations.amazonaws.com") && (($.eventName = "AcceptHandshake") ||
                ($.eventName = "AttachPolicy") || ($.eventName = "CreateAccount") || ($.eventName =
                "CreateOrganizationalUnit") || ($.eventName = "CreatePolicy") || ($.eventName =
                "DeclineHandshake") || ($.eventName = "DeleteOrganization") || ($.eventName =
                "DeleteOrganizationalUnit") || ($.eventName = "DeletePolicy") || ($.eventName =
                "DetachPolicy") || ($.eventName = "DisablePolicyType") || ($.eventName =
                "EnablePolicyType") || ($.eventName = "InviteAccountToOrganization") || ($.eventName =
                "LeaveOrganization") || ($.eventName = "MoveAccount") || ($.eventName =
                "RemoveAccountFromOrganization") || ($.eventName = "UpdateOrganizationalUnit") ||
                ($.eventName = "UpdatePolicy")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses UpdatePolicy
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "organizations.amazonaws.com") && (($.eventName = "AcceptHandshake") ||
                ($.eventName = "AttachPolicy") || ($.eventName = "CreateAccount") || ($.eventName =
                "CreateOrganizationalUnit") || ($.eventName = "CreatePolicy") || ($.eventName =
                "DeclineHandshake") || ($.eventName = "DeleteOrganization") || ($.eventName =
                "DeleteOrganizationalUnit") || ($.eventName = "DeletePolicy") || ($.eventName =
                "DetachPolicy") || ($.eventName = "DisablePolicyType") || ($.eventName =
                "EnablePolicyType") || ($.eventName = "InviteAccountToOrganization") || ($.eventName =
                "LeaveOrganization") || ($.eventName = "MoveAccount") || ($.eventName =
                "RemoveAccountFromOrganization") || ($.eventName = "UpdateOrganizationalUnit")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "organizations.amazonaws.com") && (($.eventName = "AcceptHandshake") ||
                ($.eventName = "AttachPolicy") || ($.eventName = "CreateAccount") || ($.eventName =
                "CreateOrganizationalUnit") || ($.eventName = "CreatePolicy") || ($.eventName =
                "DeclineHandshake") || ($.eventName = "DeleteOrganization") || ($.eventName =
                "DeleteOrganizationalUnit") || ($.eventName = "DeletePolicy") || ($.eventName =
                "DetachPolicy") || ($.eventName = "DisablePolicyType") || ($.eventName =
                "EnablePolicyType") || ($.eventName = "InviteAccountToOrganization") || ($.eventName =
                "LeaveOrganization") || ($.eventName = "MoveAccount") || ($.eventName =
                "RemoveAccountFromOrganization") || ($.eventName = "UpdateOrganizationalUnit") ||
                ($.eventName = "UpdatePolicy")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-root-usage.yaml",
##"""
id: aws.cloudwatch.monitor-root-usage
title: Use of the root user raises an alarm
severity: medium
subject: AWS::::Account
scope: account
description: >
  Nothing that happens every day needs the root user; its use is an emergency or an intrusion. Asked for is
  the whole chain: a multi-region trail that logs all management events, its log group, a metric filter that
  matches every such event, an alarm on that metric in the same region with its actions on, and a topic with
  a confirmed subscription. Filters are judged by the events that they match, not by their text.
params:
  events:
    - { field: userIdentity.type, equals: [Root] }
    - { field: userIdentity.invokedBy, absent: true }
    - { field: eventType, not: [AwsServiceEvent] }
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  soc2: [PI1.3]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType
                != "AwsServiceEvent") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that looks at one region only
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType
                != "AwsServiceEvent") && ($.awsRegion = "us-east-1") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType
                != "AwsServiceEvent") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-route-table-changes.yaml",
##"""
id: aws.cloudwatch.monitor-route-table-changes
title: Changes of route tables raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  A changed route can lead traffic past every inspection. Asked for is the whole chain: a multi-region trail
  that logs all management events, its log group, a metric filter that matches every such event, an alarm on
  that metric in the same region with its actions on, and a topic with a confirmed subscription. Filters are
  judged by the events that they match, not by their text. A filter may ask for the event source of EC2, as
  the benchmark's audit does from 3.0 on, or leave it out.
params:
  events:
    - { field: eventSource, equals: [ec2.amazonaws.com], optional: true }
    - field: eventName
      equals: [CreateRoute, CreateRouteTable, ReplaceRoute, ReplaceRouteTableAssociation, DeleteRouteTable,
          DeleteRoute, DisassociateRouteTable]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  nist_800_53_r5: ["AU-6(1)", "AU-6(5)", "AU-12(3)", "AU-14(a)", "AU-14(b)", "CA-2(2)", CA-7, "CA-7(b)", "PM-14(a)(1)",
      "PM-14(b)", PM-31, "SC-36(1)(a)", "SI-2(a)", "SI-4(12)", "SI-5(1)", "SI-5(b)"]
  soc2: [CC5.2, CC7.2, CC7.3, CC7.4]
  fedramp: ["AC-2(4)", "AU-6(1)(3)", "AU-7(1)", "CA-7(a)(b)", IR-4, "IR-4(1)", "SI-4(2)", "SI-4(4)", "SI-4(5)",
      "SI-4(a)(b)(c)"]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateRoute") || ($.eventName = "CreateRouteTable") || ($.eventName =
                "ReplaceRoute") || ($.eventName = "ReplaceRouteTableAssociation") || ($.eventName =
                "DeleteRouteTable") || ($.eventName = "DeleteRoute") || ($.eventName =
                "DisassociateRouteTable")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses DisassociateRouteTable
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateRoute") || ($.eventName = "CreateRouteTable") || ($.eventName =
                "ReplaceRoute") || ($.eventName = "ReplaceRouteTableAssociation") || ($.eventName =
                "DeleteRouteTable") || ($.eventName = "DeleteRoute")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateRoute") || ($.eventName = "CreateRouteTable") || ($.eventName =
                "ReplaceRoute") || ($.eventName = "ReplaceRouteTableAssociation") || ($.eventName =
                "DeleteRouteTable") || ($.eventName = "DeleteRoute") || ($.eventName =
                "DisassociateRouteTable")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-s3-bucket-policy-changes.yaml",
##"""
id: aws.cloudwatch.monitor-s3-bucket-policy-changes
title: Changes of who may reach S3 buckets raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  A change of a bucket's policy, list, rules for other sites, lifecycle or replication can open or lose
  data. Asked for is the whole chain: a multi-region trail that logs all management events, its log group, a
  metric filter that matches every such event, an alarm on that metric in the same region with its actions
  on, and a topic with a confirmed subscription. Filters are judged by the events that they match, not by
  their text.
params:
  events:
    - { field: eventSource, equals: [s3.amazonaws.com] }
    - field: eventName
      equals: [PutBucketAcl, PutBucketPolicy, PutBucketCors, PutBucketLifecycle, PutBucketReplication,
          DeleteBucketPolicy, DeleteBucketCors, DeleteBucketLifecycle, DeleteBucketReplication]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  soc2: [CC5.2]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "s3.amazonaws.com") && (($.eventName = "PutBucketAcl") || ($.eventName
                = "PutBucketPolicy") || ($.eventName = "PutBucketCors") || ($.eventName =
                "PutBucketLifecycle") || ($.eventName = "PutBucketReplication") || ($.eventName =
                "DeleteBucketPolicy") || ($.eventName = "DeleteBucketCors") || ($.eventName =
                "DeleteBucketLifecycle") || ($.eventName = "DeleteBucketReplication")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses DeleteBucketReplication
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "s3.amazonaws.com") && (($.eventName = "PutBucketAcl") || ($.eventName
                = "PutBucketPolicy") || ($.eventName = "PutBucketCors") || ($.eventName =
                "PutBucketLifecycle") || ($.eventName = "PutBucketReplication") || ($.eventName =
                "DeleteBucketPolicy") || ($.eventName = "DeleteBucketCors") || ($.eventName =
                "DeleteBucketLifecycle")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.eventSource = "s3.amazonaws.com") && (($.eventName = "PutBucketAcl") || ($.eventName
                = "PutBucketPolicy") || ($.eventName = "PutBucketCors") || ($.eventName =
                "PutBucketLifecycle") || ($.eventName = "PutBucketReplication") || ($.eventName =
                "DeleteBucketPolicy") || ($.eventName = "DeleteBucketCors") || ($.eventName =
                "DeleteBucketLifecycle") || ($.eventName = "DeleteBucketReplication")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-security-group-changes.yaml",
##"""
id: aws.cloudwatch.monitor-security-group-changes
title: Changes of security groups raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  A new rule can open a machine to the internet. Asked for is the whole chain: a multi-region trail that
  logs all management events, its log group, a metric filter that matches every such event, an alarm on that
  metric in the same region with its actions on, and a topic with a confirmed subscription. Filters are
  judged by the events that they match, not by their text. ModifySecurityGroupRules is asked for from 5.0
  of the benchmark on.
params:
  events:
    - field: eventName
      equals: [AuthorizeSecurityGroupIngress, AuthorizeSecurityGroupEgress, RevokeSecurityGroupIngress,
          RevokeSecurityGroupEgress, CreateSecurityGroup, DeleteSecurityGroup, ModifySecurityGroupRules]
params_until:
  "4.0":
    events:
      - field: eventName
        equals: [AuthorizeSecurityGroupIngress, AuthorizeSecurityGroupEgress, RevokeSecurityGroupIngress,
            RevokeSecurityGroupEgress, CreateSecurityGroup, DeleteSecurityGroup]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  soc2: [CC5.2]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "AuthorizeSecurityGroupIngress") || ($.eventName =
                "AuthorizeSecurityGroupEgress") || ($.eventName = "RevokeSecurityGroupIngress") ||
                ($.eventName = "RevokeSecurityGroupEgress") || ($.eventName = "CreateSecurityGroup") ||
                ($.eventName = "DeleteSecurityGroup") || ($.eventName = "ModifySecurityGroupRules")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses ModifySecurityGroupRules
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "AuthorizeSecurityGroupIngress") || ($.eventName =
                "AuthorizeSecurityGroupEgress") || ($.eventName = "RevokeSecurityGroupIngress") ||
                ($.eventName = "RevokeSecurityGroupEgress") || ($.eventName = "CreateSecurityGroup") ||
                ($.eventName = "DeleteSecurityGroup")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "AuthorizeSecurityGroupIngress") || ($.eventName =
                "AuthorizeSecurityGroupEgress") || ($.eventName = "RevokeSecurityGroupIngress") ||
                ($.eventName = "RevokeSecurityGroupEgress") || ($.eventName = "CreateSecurityGroup") ||
                ($.eventName = "DeleteSecurityGroup") || ($.eventName = "ModifySecurityGroupRules")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-unauthorized-api-calls.yaml",
##"""
id: aws.cloudwatch.monitor-unauthorized-api-calls
title: Calls that were refused raise an alarm
severity: medium
subject: AWS::::Account
scope: account
description: >
  A burst of refused calls is what looking around with stolen credentials looks like. Asked for is the whole
  chain: a multi-region trail that logs all management events, its log group, a metric filter that matches
  every such event, an alarm on that metric in the same region with its actions on, and a topic with a
  confirmed subscription. Filters are judged by the events that they match, not by their text. Leaving out
  log delivery and HeadBucket, as the benchmark does from 4.0 on, is allowed and not asked for. The text up
  to 3.0 joins these two by OR, and so matches nearly every event; a filter like that fails, because an
  alarm that is always on tells nothing.
params:
  events:
    - { field: errorCode, like: ['*UnauthorizedOperation', 'AccessDenied*'] }
    - { field: sourceIPAddress, not: [delivery.logs.amazonaws.com], optional: true }
    - { field: eventName, not: [HeadBucket], optional: true }
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  soc2: [PI1.3]
  iso27001_2022: [A.8.15, A.8.16]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses 'AccessDenied*'
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { ($.errorCode = "*UnauthorizedOperation") }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a trail that was stopped
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: false, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: no filter
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters: []
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: an alarm on another metric
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Other, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: an alarm in another region
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        region: eu-west-1
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: an alarm whose actions are off
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: false, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - name: a topic that is gone
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
    expect: fail
  - name: subscriptions never observed
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
    expect: unknown
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
("aws/cloudwatch/monitor-vpc-changes.yaml",
##"""
id: aws.cloudwatch.monitor-vpc-changes
title: Changes of VPCs raise an alarm
severity: low
subject: AWS::::Account
scope: account
description: >
  A new or peered network is a way in and out. Asked for is the whole chain: a multi-region trail that logs
  all management events, its log group, a metric filter that matches every such event, an alarm on that
  metric in the same region with its actions on, and a topic with a confirmed subscription. Filters are
  judged by the events that they match, not by their text.
params:
  events:
    - field: eventName
      equals: [CreateVpc, DeleteVpc, ModifyVpcAttribute, AcceptVpcPeeringConnection,
          CreateVpcPeeringConnection, DeleteVpcPeeringConnection, RejectVpcPeeringConnection,
          AttachClassicLinkVpc, DetachClassicLinkVpc, DisableVpcClassicLink, EnableVpcClassicLink]
pass: >
  resources('AWS::CloudTrail::Trail').exists(t,
    t.?IsMultiRegionTrail.orValue(false) && t.?IsLogging.orValue(false)
    && logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))
    && resources('AWS::Logs::LogGroup').exists(g, g.Arn == t.?CloudWatchLogsLogGroupArn.orValue('none')
      && g.MetricFilters.exists(f, logFilterCovers(f.FilterPattern, params.events)
        && f.MetricTransformations.exists(m, resources('AWS::CloudWatch::Alarm').exists(a,
          a.MetricName == m.MetricName && a.Namespace == m.MetricNamespace && regionOf(a) == regionOf(g)
          && a.ActionsEnabled && a.AlarmActions.exists(arn, resources('AWS::SNS::Topic').exists(s,
            s.TopicArn == arn && s.Subscriptions.exists(c, c.SubscriptionArn != ''))))))))
evidence: >
  {'trails': resources('AWS::CloudTrail::Trail').filter(t, t.?IsMultiRegionTrail.orValue(false)
      && t.?IsLogging.orValue(false) && t.?CloudWatchLogsLogGroupArn.orValue('') != '').map(t, idOf(t)),
    'filters': resources('AWS::Logs::LogGroup').exists(g, g.MetricFilters.exists(f,
      logFilterCovers(f.FilterPattern, params.events)))}
notes: >
  From 4.0 on the benchmark also accepts another tool that watches for these events; document it as a suppression.
  Dimensions of a metric, the threshold and the period of an alarm are not looked at, nor alarms on expressions over
  metrics. A trail of the
  organisation counts in member accounts with the log group, alarms and topics of the management account. A log
  group in yet another account is not followed.
frameworks:
  nist_800_53_r5: ["AU-6(1)", "AU-6(5)", "AU-12(3)", "AU-14(a)", "AU-14(b)", "CA-2(2)", CA-7, "CA-7(b)", "PM-14(a)(1)",
      "PM-14(b)", PM-31, "SC-36(1)(a)", "SI-2(a)", "SI-4(12)", "SI-5(1)", "SI-5(b)"]
  soc2: [CC5.2, CC7.2, CC7.3, CC7.4]
  iso27001_2022: [A.8.15, A.8.16, A.8.20, A.8.21, A.8.22]
  fedramp: ["AC-2(4)", "AU-6(1)(3)", "AU-7(1)", "CA-7(a)(b)", IR-4, "IR-4(1)", "SI-4(2)", "SI-4(4)", "SI-4(5)",
      "SI-4(a)(b)(c)"]
reread:
  - "cloudtrail:DescribeTrails"
  - "cloudtrail:GetTrailStatus"
  - "cloudtrail:GetEventSelectors"
  - "logs:DescribeMetricFilters"
  - "cloudwatch:DescribeAlarmsForMetric"
  - "sns:ListSubscriptionsByTopic"
remediation:
  safety: manual
  text: >
    Put a metric filter for these events on the log group of the multi-region trail, an alarm on its metric, and a topic
    with a confirmed subscription behind the alarm. Names, thresholds and who is told are yours to choose, so no call is
    prepared.
tests:
  - name: the whole chain
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateVpc") || ($.eventName = "DeleteVpc") || ($.eventName =
                "ModifyVpcAttribute") || ($.eventName = "AcceptVpcPeeringConnection") || ($.eventName =
                "CreateVpcPeeringConnection") || ($.eventName = "DeleteVpcPeeringConnection") ||
                ($.eventName = "RejectVpcPeeringConnection") || ($.eventName = "AttachClassicLinkVpc") ||
                ($.eventName = "DetachClassicLinkVpc") || ($.eventName = "DisableVpcClassicLink") ||
                ($.eventName = "EnableVpcClassicLink")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: pass
  - name: a filter that misses EnableVpcClassicLink
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateVpc") || ($.eventName = "DeleteVpc") || ($.eventName =
                "ModifyVpcAttribute") || ($.eventName = "AcceptVpcPeeringConnection") || ($.eventName =
                "CreateVpcPeeringConnection") || ($.eventName = "DeleteVpcPeeringConnection") ||
                ($.eventName = "RejectVpcPeeringConnection") || ($.eventName = "AttachClassicLinkVpc") ||
                ($.eventName = "DetachClassicLinkVpc") || ($.eventName = "DisableVpcClassicLink")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: [{ SubscriptionArn: "arn:aws:sns:us-east-1:111122223333:security:a1" }]
    expect: fail
  - name: a topic without a confirmed subscription
    scopes_complete: true
    related:
      - kind: AWS::CloudTrail::Trail
        id: management-events
        properties:
          { IsMultiRegionTrail: true, IsLogging: true, EventSelectors: null, AdvancedEventSelectors: null,
              CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*" }
      - kind: AWS::Logs::LogGroup
        id: trail
        properties:
          Arn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*"
          MetricFilters:
            - FilterName: watched
              FilterPattern: >-
                { (($.eventName = "CreateVpc") || ($.eventName = "DeleteVpc") || ($.eventName =
                "ModifyVpcAttribute") || ($.eventName = "AcceptVpcPeeringConnection") || ($.eventName =
                "CreateVpcPeeringConnection") || ($.eventName = "DeleteVpcPeeringConnection") ||
                ($.eventName = "RejectVpcPeeringConnection") || ($.eventName = "AttachClassicLinkVpc") ||
                ($.eventName = "DetachClassicLinkVpc") || ($.eventName = "DisableVpcClassicLink") ||
                ($.eventName = "EnableVpcClassicLink")) }
              MetricTransformations: [{ MetricName: Watched, MetricNamespace: CIS }]
      - kind: AWS::CloudWatch::Alarm
        id: watched
        properties:
          { ActionsEnabled: true, MetricName: Watched, Namespace: CIS,
              AlarmActions: ["arn:aws:sns:us-east-1:111122223333:security"] }
      - kind: AWS::SNS::Topic
        id: security
        properties:
          TopicArn: "arn:aws:sns:us-east-1:111122223333:security"
          Subscriptions: []
    expect: fail
  - { name: no trail in a complete inventory, scopes_complete: true, expect: fail }
  - { name: nothing known, expect: unknown }

"""##),
]
}
