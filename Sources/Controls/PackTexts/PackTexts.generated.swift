// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

/// The files of the built-in packs by their paths below Packs.
enum PackTexts {
static let files: [(path: String, text: String)] = [
awsAccessAnalyzer,
awsAccount,
awsApigateway,
awsApigatewayv2,
aws,
awsCloudfront,
awsCloudtrail,
awsCloudwatch,
awsConfig,
awsEc2,
awsElasticfilesystem,
awsElasticloadbalancing,
awsElasticloadbalancingv2,
awsEvents,
awsFeed,
awsGlacier,
awsIam,
awsKms,
awsLambda,
awsMacie2,
awsOrganizations,
awsRds,
awsS3,
awsSecretsmanager,
awsSecurityhub,
awsSns,
awsSqs,
azure,
azureNetwork,
azureStorage,
gcp,
gcpCompute,
gcpStorage,
].flatMap(\.self).sorted { $0.path < $1.path }
}
