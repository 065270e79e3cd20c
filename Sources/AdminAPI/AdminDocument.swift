internal import FlyingFox
internal import Foundation

/// How a request to a route is taken: by whom it may be sent, and how large it may be.
struct AdminDocument {
    let address: String
    let route: AdminRoute

    /// The longest document, in bytes.
    static let maximumBytes = 256 << 10

    func answer(_ request: HTTPRequest) async -> HTTPResponse {
        // Where nobody is asked who he is it must be somebody on this machine, and no page in his browser.
        guard route.isOpen || Self.isLoopback(address) else {
            return Self.refusal(
                403,
                "documents are taken on the loopback address only (http.address), or with tokens (http.oidc_issuer)"
            )
        }
        guard request.headers[.init("Origin")] == nil else {
            return Self.refusal(403, "no documents are taken from pages in a browser")
        }
        let intake: AdminIntake
        switch await route.gate(request.headers[.authorization]) {
        case .open(let open): intake = open
        case .refused(let answer): return Self.response(answer)
        }
        let id = request.routeParameters["id"] ?? ""
        guard request.method == .POST else {
            return Self.response(await intake(AdminRequest(id: id, body: [])))
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
        return Self.response(await intake(AdminRequest(id: id, body: Array(body))))
    }

    static func isLoopback(_ address: String) -> Bool { address.hasPrefix("127.") || address == "::1" }

    private static func refusal(_ status: Int, _ message: String) -> HTTPResponse {
        let json = #"{"error":{"field":"","message":"\#(message)","hint":""}}"#
        return response(AdminAnswer(status, Array(json.utf8)))
    }

    private static func response(_ answer: AdminAnswer) -> HTTPResponse {
        var headers: [HTTPHeader: String] = [.contentType: "application/json"]
        if let challenge = answer.challenge { headers[.init("WWW-Authenticate")] = challenge }
        return HTTPResponse(
            statusCode: HTTPStatusCode(answer.status, phrase: phrases[answer.status] ?? ""),
            headers: HTTPHeaders(headers), body: Data(answer.json) + Data("\n".utf8))
    }

    private static let phrases = [
        200: "OK", 202: "Accepted", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
        404: "Not Found",
        409: "Conflict", 410: "Gone", 411: "Length Required", 413: "Content Too Large",
        500: "Internal Server Error", 503: "Service Unavailable",
    ]
}
