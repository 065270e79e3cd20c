internal import CloudModel

extension EffectEncoder {
    /// A wish to read a resource, or with an empty id its whole scope, again.
    func encode(_ request: RereadRequest) -> OutputRecord {
        let resource = request.resource
        let id = Digest.identifier(
            parts: [
                "reread", resource.kind.name, resource.account.text, resource.region, resource.nativeID,
                request.reason, request.newerThan.map { String($0.nanoseconds) } ?? "",
            ] + request.properties)
        let event = CloudEvent(
            id: id, type: "plumbline.reread.request", subject: resource.nativeID, time: request.newerThan)
        return record(.rereadRequests, key: resource.account.text, event) { json in
            json.member("request_id", id)
            json.member("account", resource.account.text)
            json.member("region", resource.region)
            json.member("kind", resource.kind.name)
            json.member("id", resource.nativeID, limit: 4096)
            json.member("scope", resource.nativeID.isEmpty ? "all" : "resource")
            json.member("reason", request.reason)
            json.member("properties", request.properties, limit: 8 * 1024)
            json.member("calls", request.calls, limit: 8 * 1024)
            json.member("permissions", request.permissions, limit: 8 * 1024)
            if let time = request.newerThan {
                json.member("newer_than", time.rfc3339)
            } else {
                json.null("newer_than")
            }
            json.member("deadline", request.deadline.rfc3339)
        }
    }

    /// Bytes that could not be understood; the head is at most `DeadLetter.maximumHeadBytes` before base64.
    func encode(_ letter: DeadLetter) -> OutputRecord {
        let position = letter.position
        let id = Digest.identifier(parts: [
            "dead-letter", position.source, String(position.partition), String(position.offset),
            letter.eventIndex.map(String.init) ?? "", letter.digest, letter.reason,
        ])
        let event = CloudEvent(id: id, type: "plumbline.dead-letter", subject: letter.reason, time: nil)
        return record(.deadLetters, key: "", event) { json in
            json.member("reason", letter.reason)
            json.member("detail", letter.detail, limit: 2048)
            json.member("source", position.source, limit: 4096)
            json.member("partition", Int64(position.partition))
            json.member("offset", position.offset)
            if let index = letter.eventIndex { json.member("event_index", index) }
            json.member("bytes", letter.byteCount)
            json.member("sha256", letter.digest)
            let head = letter.head.prefix(DeadLetter.maximumHeadBytes)
            json.member("head_base64", Base64.text(head), limit: .max)
        }
    }
}

/// RFC 4648 section 4, with padding.
enum Base64 {
    static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.endIndex)]
            var word: UInt32 = 0
            for index in 0..<3 { word = word << 8 | (index < group.count ? UInt32(group[start + index]) : 0) }
            for index in 0..<4 {
                let digit = digits[Int(word >> (18 - 6 * UInt32(index)) & 63)]
                text.append(index <= group.count ? digit : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
