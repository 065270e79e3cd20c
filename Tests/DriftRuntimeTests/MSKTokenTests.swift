import Foundation
import KafkaLog
import Testing

@testable import DriftRuntime

@Suite struct MSKTokenTests {
    /// 2025-01-31T12:00:00Z.
    private let instant: Int64 = 1_738_324_800_000
    private let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"

    /// The signatures are those that botocore makes of the same request at the same instant.
    @Test(arguments: [
        (nil, "864339d1555b474305459e7488e2b88352f0a9aff15344068b67cf10868f6eb6"),
        ("session/token+==", "cf1470881c1e2ffdbec2046719675db3ee3f1faf6b9d5021efbde29b69488d24"),
    ])
    func `the address is signed as AWS signs it`(_ session: String?, _ signature: String) {
        let credentials = AWSCredentials(
            accessKey: "AKIDEXAMPLE", secretKey: secret, sessionToken: session)
        let address = MSKToken.signedAddress(credentials, region: "us-east-1", at: instant + 999)
        #expect(address.hasSuffix("&X-Amz-Signature=\(signature)"), "\(address)")
        #expect(address.hasPrefix("https://kafka.us-east-1.amazonaws.com/?Action=kafka-cluster%3AConnect&"))
        #expect(address.contains("X-Amz-Security-Token=session%2Ftoken%2B%3D%3D") == (session != nil))
    }

    @Test func `the token is the address with an agent, in base64 for addresses, for 900 seconds`() throws {
        let credentials = AWSCredentials(accessKey: "AKIDEXAMPLE", secretKey: secret)
        let token = MSKToken.make(credentials, region: "us-east-1", at: instant)
        let text = token.withValue { $0 }
        #expect(!text.contains { "+/=".contains($0) })
        let padded = text.replacing("-", with: "+").replacing("_", with: "/")
        let bytes = try #require(
            Data(base64Encoded: padded + String(repeating: "=", count: (4 - padded.count % 4) % 4)))
        let address = String(decoding: bytes, as: UTF8.self)
        #expect(
            address == MSKToken.signedAddress(credentials, region: "us-east-1", at: instant)
                + "&User-Agent=plumbline")
        #expect(token.endMilliseconds == instant + 900_000)
    }

    @Test func `keys come from the profile default of a file, and from nothing else in it`() {
        let file = """
            [other]
            aws_access_key_id = no
            [ default ]
            # aws_session_token = no
            aws_access_key_id = AKID
            aws_secret_access_key=a=b/c
            """
        let found = AWSCredentials(file: file)
        #expect(found?.accessKey == "AKID" && found?.secretKey == "a=b/c" && found?.sessionToken == nil)
        #expect(AWSCredentials(file: "[other]\naws_access_key_id = x\naws_secret_access_key = y") == nil)
    }

    @Test func `no text shows a secret`() {
        let credentials = AWSCredentials(accessKey: "AKID", secretKey: "hunter2", sessionToken: "hunter3")
        let client = ClientCredentials(
            url: "https://x", clientID: "c", secret: "hunter2", scope: nil, authority: nil)
        var dumped = ""
        dump((credentials, client, BearerToken("hunter2", principal: "p", endMilliseconds: 1)), to: &dumped)
        let texts = "\(credentials) \(client) \(BearerToken("hunter3", principal: "p", endMilliseconds: 1))"
        #expect(!(dumped + texts).contains("hunter"))
    }
}
