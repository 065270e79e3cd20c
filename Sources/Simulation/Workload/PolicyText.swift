/// Bucket policies as JSON.
enum PolicyText {
    /// The policy document, or null.
    static func object(_ policy: EstateBucket.Policy, of bucket: String) -> String {
        switch policy {
        case .none: "null"
        case .denyPlainHTTP: document(deny(bucket))
        case .denyPlainHTTPAndShare(let reader): document(deny(bucket) + "," + share(bucket, reader))
        case .shareOnly(let reader): document(share(bucket, reader))
        }
    }

    private static func document(_ statements: String) -> String {
        #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#
    }

    private static func deny(_ bucket: String) -> String {
        #"{"Sid":"DenyPlainHTTP","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::"#
            + #"\#(bucket)","arn:aws:s3:::\#(bucket)/*"],"#
            + #""Condition":{"Bool":{"aws:SecureTransport":"false"}}}"#
    }

    private static func share(_ bucket: String, _ reader: String) -> String {
        #"{"Sid":"PartnerRead","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::\#(reader):root"},"#
            + #""Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::\#(bucket)","#
            + #""arn:aws:s3:::\#(bucket)/*"]}"#
    }
}
