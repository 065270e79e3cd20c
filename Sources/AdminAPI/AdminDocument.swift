internal import FlyingFox
internal import Foundation

/// What takes a document that somebody posts.
public typealias AdminIntake = @Sendable ([UInt8]) async -> (status: Int, json: [UInt8])

/// How a posted document is taken: by whom it may be sent, and how large it may be.
struct AdminDocument {
    let address: String
    let intake: AdminIntake

    /// The longest document, in bytes.
    static let maximumBytes = 256 << 10

    func answer(_ request: HTTPRequest) async -> HTTPResponse {
        // Nobody is asked who he is, so it must be somebody on this machine, and no page in his browser.
        guard Self.isLoopback(address) else {
            return Self.refusal(403, "documents are taken on the loopback address only (http.address)")
        }
        guard request.headers[.init("Origin")] == nil else {
            return Self.refusal(403, "no documents are taken from pages in a browser")
        }
        guard let length = request.headers[.contentLength].flatMap({ Int($0) }) else {
            return Self.refusal(411, "the length of the document is missing (Content-Length)")
        }
        guard length <= Self.maximumBytes else {
            return Self.refusal(413, "the document is longer than \(Self.maximumBytes) bytes")
        }
        let body: Data
        do {
            body = try await request.bodyData
        } catch {
            return Self.refusal(400, "the document did not arrive as a whole")
        }
        let (status, json) = await intake(Array(body))
        return Self.response(status, Data(json))
    }

    static func isLoopback(_ address: String) -> Bool { address.hasPrefix("127.") || address == "::1" }

    private static func refusal(_ status: Int, _ message: String) -> HTTPResponse {
        response(status, Data(#"{"error":{"field":"","message":"\#(message)","hint":""}}"#.utf8))
    }

    private static func response(_ status: Int, _ json: Data) -> HTTPResponse {
        HTTPResponse(
            statusCode: HTTPStatusCode(status, phrase: phrases[status] ?? ""),
            headers: [.contentType: "application/json"], body: json + Data("\n".utf8))
    }

    private static let phrases = [
        202: "Accepted", 400: "Bad Request", 403: "Forbidden", 409: "Conflict", 411: "Length Required",
        413: "Content Too Large", 500: "Internal Server Error", 503: "Service Unavailable",
    ]
}
