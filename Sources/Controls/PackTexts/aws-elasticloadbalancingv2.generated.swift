// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsElasticloadbalancingv2: [(path: String, text: String)] = [
("aws/elasticloadbalancingv2/web-front-end-access-logging.yaml",
##"""
id: aws.elasticloadbalancingv2.web-front-end-access-logging
title: Application and network load balancers write access logs
severity: medium
subject: AWS::ElasticLoadBalancingV2::LoadBalancer
description: >
  Access logs tell who asked for what when an application behind a load balancer is attacked. They are off
  in a new one. Gateway load balancers write none.
applies: resource.?Type.orValue('') != 'gateway'
pass: >
  resource.LoadBalancerAttributes.exists(a, a.Key == 'access_logs.s3.enabled' && a.Value == 'true')
evidence: resource.LoadBalancerAttributes.filter(a, a.Key.startsWith('access_logs.'))
notes: >
  A network load balancer logs only what its TLS listeners take. CloudFront, classic load balancers and the
  stages of API Gateway each have a control of this name.
frameworks:
  nist_800_53_r5: ["AC-4(26)", "AU-2(b)", "AU-3(a)", "AU-3(b)", "AU-3(c)", "AU-3(d)", "AU-3(e)", "AU-3(f)",
      "AU-6(3)", "AU-6(4)", "AU-6(6)", "AU-6(9)", "AU-8(b)", AU-10, "AU-12(1)", "AU-12(2)", "AU-12(3)",
      "AU-12(4)", "AU-12(a)", "AU-12(c)", "AU-14(3)", "AU-14(a)", "AU-14(b)", "CA-7(b)", "CM-5(1)(b)",
      "IA-3(3)(b)", "MA-4(1)(a)", "PM-14(a)(1)", "PM-14(b)", PM-31, "SC-7(9)(b)", "SI-4(17)", "SI-7(8)"]
  soc2: [A1.1, CC7.2, CC7.3, PI1.2]
  iso27001_2022: [A.8.15, A.8.16]
  fedramp: [AC-2, "AC-2(g)", AU-2, "AU-2(a)(d)", AU-3, "AU-6(1)(3)", "AU-12(a)(c)"]
reread: ["elbv2:DescribeLoadBalancers", "elbv2:DescribeLoadBalancerAttributes"]
remediation:
  safety: manual
  text: >
    Set the attributes access_logs.s3.bucket and access_logs.s3.enabled, with a bucket in the region that
    lets the load balancing service write. Which bucket is yours to say, so no call is prepared.
tests:
  - name: "on"
    resource: { Type: application, LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: "true" }] }
    expect: pass
  - name: "off"
    resource: { Type: network, LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: "false" }] }
    expect: fail
  - name: a gateway load balancer
    resource: { Type: gateway, LoadBalancerAttributes: [] }
    expect: notApplicable
  - { name: attributes never observed, resource: { Type: application }, expect: unknown }

"""##),
]
}
