import Foundation
import KafkaLog
import Testing
import TokenSupport

@testable import DriftRuntime

/// An endpoint of our own over https, with a certificate made for the test.
@Suite(.serialized, .enabled(if: TokenEndpoint.isPossible, "needs python3 and openssl"))
struct TokenEndpointTests {
    @Test func `a token is fetched with the name and the secret in the header`() throws {
        let endpoint = try TokenEndpoint()
        defer { endpoint.stop() }
        let answer = endpoint.client(secret: "p@ss:word", authority: endpoint.certificate).fetch(at: 1_000)
        let token = try answer.get()
        // "id:p%40ss%3Aword" in base64, and the form, come back in the token.
        let wanted = "Basic aWQ6cCU0MHNzJTNBd29yZA==|grant_type=client_credentials&scope=kafka%20write"
        #expect(token.withValue { $0 } == wanted)
        #expect(token.endMilliseconds == 61_000)
    }

    @Test func `an endpoint whose certificate nobody vouches for gets no secret`() throws {
        let endpoint = try TokenEndpoint()
        defer { endpoint.stop() }
        let failure = #expect(throws: TokenFailure.self) {
            try endpoint.client(secret: "s", authority: nil).fetch(at: 0).get()
        }
        #expect(failure?.reason.contains("certificate") == true, "\(failure?.reason ?? "")")
    }

    @Test func `a refusal says what the endpoint said, without the secret`() throws {
        let endpoint = try TokenEndpoint()
        defer { endpoint.stop() }
        let failure = #expect(throws: TokenFailure.self) {
            try endpoint.client(secret: "wrong", authority: endpoint.certificate).fetch(at: 0).get()
        }
        #expect(failure?.reason.hasSuffix("status 401, invalid_client, no such client") == true)
    }

    private func keys(_ place: KeySource.Place, _ authority: String?) throws -> [VerificationKey] {
        try KeySource(place: place, authority: authority).fetch().get()
    }

    @Test func `an issuer's keys are found by its name, or fetched from their address`() throws {
        let endpoint = try TokenEndpoint(keys: TestIssuer().keys)
        defer { endpoint.stop() }
        let (certificate, address) = (endpoint.certificate, endpoint.address)
        #expect(try keys(.discovery(issuer: address), certificate).map(\.id) == ["rsa-1", "ec-1"])
        #expect(try keys(.address(address + "/keys"), certificate).count == 2)
    }

    @Test func `keys from a server that nobody vouches for, or that are none, are told with the reason`()
        throws
    {
        let endpoint = try TokenEndpoint(keys: #"{"keys":[]}"#)
        defer { endpoint.stop() }
        let (certificate, address) = (endpoint.certificate, endpoint.address)
        let failures: [(KeySource.Place, String?, String)] = [
            (.discovery(issuer: address), nil, "certificate"),
            (.discovery(issuer: address), certificate, "no key in it"),
            (.discovery(issuer: address + "/"), certificate, "another issuer"),
            (.address(address + "/other"), certificate, "status 404"),
            (.address(address + "/large"), certificate, "/large"),
            (.file(certificate), nil, "no set of keys"), (.file("/nowhere"), nil, "no such file"),
        ]
        for (place, authority, reason) in failures {
            let failure = try #require(throws: KeyFailure.self) { try keys(place, authority) }
            #expect(failure.reason.contains(reason), "\(place)")
        }
    }
}

/// The server, as a process of its own.
struct TokenEndpoint {
    let certificate: String
    private let server = Process()
    private let port: String
    var address: String { "https://127.0.0.1:\(port)" }

    static let isPossible = ["python3", "openssl"].allSatisfy { name in
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
        }
    }

    private static let script = """
        import base64, http.server, json, ssl, sys
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                form = self.rfile.read(int(self.headers["Content-Length"])).decode()
                name = self.headers["Authorization"]
                bad = base64.b64decode(name[6:]).decode().endswith(":wrong")
                answer = {"error": "invalid_client", "error_description": "no such client"} if bad else \\
                    {"access_token": name + "|" + form, "expires_in": 60}
                self.send_response(401 if bad else 200)
                self.end_headers()
                self.wfile.write(json.dumps(answer).encode())
            def do_GET(self):
                name = "https://127.0.0.1:%d" % self.server.server_address[1]
                pages = {"/.well-known/openid-configuration": json.dumps({"issuer": name, "jwks_uri": name + "/keys"}),
                         "/keys": sys.argv[3], "/large": "x" * (1 << 20)}
                self.send_response(200 if self.path in pages else 404)
                self.end_headers()
                self.wfile.write(pages.get(self.path, "").encode())
            def log_message(self, *arguments): pass
        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
        server.socket = context.wrap_socket(server.socket, server_side=True)
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """

    /// An endpoint that also publishes these keys.
    init(keys: String = "") throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificate = folder.path + "/certificate.pem"
        let key = folder.path + "/key.pem"
        let maker = Process()
        maker.executableURL = URL(filePath: "/usr/bin/env")
        maker.arguments = [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
            "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate,
        ]
        maker.standardError = FileHandle.nullDevice
        try maker.run()
        maker.waitUntilExit()
        server.executableURL = URL(filePath: "/usr/bin/env")
        server.arguments = ["python3", "-c", Self.script, certificate, key, keys]
        let output = Pipe()
        server.standardOutput = output
        server.standardError = FileHandle.nullDevice
        try server.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        port = line.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func client(secret: String, authority: String?) -> ClientCredentials {
        ClientCredentials(
            url: address + "/token", clientID: "id", secret: secret, scope: "kafka write",
            authority: authority)
    }

    /// The signal that cannot be blocked: the mask is inherited from the test runner.
    func stop() {
        kill(server.processIdentifier, SIGKILL)
        server.waitUntilExit()
    }
}
