internal import CloudModel
internal import JSONTokens
internal import WireFormats

/// The record on the topic `approvals`, as in `schemas/approval.schema.json`.
extension ProfileChange {
    var json: [UInt8] { JSONLine.object(write) }

    func write(to json: inout JSONLine) {
        json.member("id", id)
        json.member("state", state.rawValue)
        json.member("profile", profile)
        json.object("proposed") { Self.write(proposed, to: &$0) }
        if let decided {
            json.object("decided") { json in
                Self.write(decided, to: &json)
                json.member("remark", decided.remark)
            }
        } else {
            json.null("decided")
        }
        if let end { json.member("expires_at", end.rfc3339) } else { json.null("expires_at") }
        json.member("reasons", reasons)
        if let former {
            json.object("replaces") { json in
                json.member("sha256", former.digest)
                json.member("offset", Int(former.offset))
            }
        } else {
            json.null("replaces")
        }
        json.member("sha256", digest)
        // A text, since the digest is that of its bytes.
        json.member("document", String(decoding: document, as: UTF8.self))
    }

    private static func write(_ step: Step, to json: inout JSONLine) {
        if let person = step.person {
            json.object("by") { json in
                json.member("subject", person.subject)
                if let mail = person.mail { json.member("mail", mail) } else { json.null("mail") }
            }
        } else {
            json.null("by")
        }
        json.member("at", step.time.rfc3339)
        json.member("process", step.process)
    }

    /// Reads a record; nil if it is none of these.
    init?(json bytes: [UInt8]) {
        guard let value = try? FlatValue(json: bytes) else { return nil }
        let view = value.view
        guard let id = view.member("id")?.string, let profile = view.member("profile")?.string,
            let state = view.member("state")?.string.flatMap(State.init(rawValue:)),
            let proposed = view.member("proposed").flatMap({ Self.step($0) }),
            let digest = view.member("sha256")?.string, let text = view.member("document")?.string,
            Digest.sha256Hex(Array(text.utf8)) == digest
        else { return nil }
        let decided = view.member("decided").flatMap { Self.step($0) }
        guard (decided != nil) == (state == .approved || state == .rejected) else { return nil }
        let former = view.member("replaces").flatMap { view in
            view.member("sha256")?.string.flatMap { digest in
                view.member("offset")?.int.map { Former(digest: digest, offset: $0) }
            }
        }
        self.init(
            id: id, state, of: profile, proposed: proposed, decided: decided,
            end: view.member("expires_at")?.string.flatMap { Timestamp(rfc3339: $0) },
            reasons: view.member("reasons")?.elements.compactMap(\.string) ?? [], former: former,
            digest: digest,
            document: Array(text.utf8))
    }

    private static func step(_ view: FlatView) -> Step? {
        guard let time = view.member("at")?.string.flatMap({ Timestamp(rfc3339: $0) }) else { return nil }
        let person = view.member("by").flatMap { view in
            view.member("subject")?.string.map { Person(subject: $0, mail: view.member("mail")?.string) }
        }
        return Step(
            person: person, time: time, process: view.member("process")?.string ?? "",
            remark: view.member("remark")?.string ?? "")
    }
}
