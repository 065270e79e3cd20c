import CloudModel
import Foundation
import Logging
import Synchronization
import Testing
import TokenSupport

@testable import DriftRuntime

/// Who is let in, and how often keys are fetched for it.
@Suite struct AccessGateTests {
    private let issuer = TestIssuer()

    /// An issuer's address that answers as it is told, and a clock.
    private final class Stage: Sendable {
        let keys = Mutex<Result<[VerificationKey], KeyFailure>>(.failure(KeyFailure("down")))
        let fetches = Mutex(0)
        let seconds = Mutex<Int64>(0)

        func ring() -> KeyRing {
            KeyRing(clock: { self.seconds.withLock { $0 } }) {
                self.fetches.withLock { $0 += 1 }
                return self.keys.withLock { $0 }
            }
        }

        func gate() -> AccessGate {
            let settings = AccessSettings(
                verifier: TokenVerifier(issuer: TestIssuer.name, audience: "plumbline", rolesClaim: "roles"),
                keys: KeySource(place: .file("none"), authority: nil), editorRole: "editor",
                approverRole: "approver")
            return AccessGate(settings, ring(), clock: { WallClock.now }, logger: Logger(label: "test"))
        }
    }

    private func bearer(_ subject: String, _ roles: [String]) -> String {
        "Bearer " + issuer.token(TestIssuer.claims(subject, roles))
    }

    private func subject(_ admission: AccessGate.Admission?) -> String? {
        if case .caller(let caller) = admission { return caller.subject }
        return nil
    }

    private func refusal(_ admission: AccessGate.Admission?) -> IntakeAnswer? {
        if case .refused(let answer) = admission { return answer }
        return nil
    }

    private var set: [VerificationKey] { VerificationKey.set(Array(issuer.keys.utf8)) ?? [] }

    @Test func `who has the role is let in, for what the role is for`() throws {
        let stage = Stage()
        stage.keys.withLock { $0 = .success(set) }
        let gate = stage.gate()
        let (editor, approver) = (bearer("ada", ["editor"]), bearer("bo", ["x", "approver"]))
        #expect(subject(gate.admit(editor, to: .propose)) == "ada")
        #expect(subject(gate.admit(approver, to: .approve)) == "bo")
        #expect(
            subject(gate.admit(editor, to: .look)) == "ada"
                && subject(gate.admit(approver, to: .look)) == "bo")
        for refused in [gate.admit(editor, to: .approve), gate.admit(approver, to: .propose)] {
            let answer = try #require(refusal(refused))
            #expect(answer.status == 403 && answer.challenge?.contains("insufficient_scope") == true)
        }
        let none = gate.admit(bearer("eve", []), to: .look)
        #expect(
            refusal(none).map { String(decoding: $0.body, as: UTF8.self).contains("editor or approver") }
                == true)
    }

    @Test(arguments: [nil, "", "Bearer", "Basic YTpi", "Bearer  "])
    func `who sends no token is asked for one`(_ header: String?) {
        let gate = Stage().gate()
        let answer = refusal(gate.admitAtOnce(header, to: .look))
        #expect(answer?.status == 401 && answer?.challenge == #"Bearer realm="plumbline""#)
    }

    @Test func `a token that is not believed is answered with the reason and without itself`() throws {
        let stage = Stage()
        stage.keys.withLock { $0 = .success(set) }
        let token = issuer.token(TestIssuer.claims("ada", ["editor"], audience: "other"))
        let answer = try #require(refusal(stage.gate().admit("Bearer \(token)", to: .propose)))
        #expect(answer.status == 401 && answer.challenge?.contains(#"error="invalid_token""#) == true)
        #expect(answer.challenge?.contains("(aud)") == true)
        #expect(!String(decoding: answer.body, as: UTF8.self).contains(token.suffix(20)))
    }

    @Test
    func
        `keys are fetched for the first caller, and for an unknown key not more often than every half minute`()
    {
        let stage = Stage()
        let gate = stage.gate()
        let token = bearer("ada", ["editor"])
        #expect(gate.admitAtOnce(token, to: .propose) == nil)
        stage.keys.withLock { $0 = .success([]) }
        #expect(refusal(gate.admit(token, to: .propose))?.status == 401)
        #expect(refusal(gate.admit(token, to: .propose))?.status == 401)
        #expect(stage.fetches.withLock { $0 } == 1)
        stage.keys.withLock { $0 = .success(set) }
        stage.seconds.withLock { $0 = 29 }
        #expect(refusal(gate.admitAtOnce(token, to: .propose))?.status == 401)
        stage.seconds.withLock { $0 = 30 }
        #expect(gate.admitAtOnce(token, to: .propose) == nil)
        #expect(subject(gate.admit(token, to: .propose)) == "ada")
        #expect(stage.fetches.withLock { $0 } == 2)
        #expect(subject(gate.admitAtOnce(token, to: .propose)) == "ada")
    }

    @Test func `keys that were taken back count for an hour, and those of an issuer that is down for a day`()
    {
        let stage = Stage()
        let gate = stage.gate()
        let token = bearer("ada", ["editor"])
        #expect(refusal(gate.admit(token, to: .propose))?.status == 503)
        stage.seconds.withLock { $0 = 30 }
        stage.keys.withLock { $0 = .success(set) }
        #expect(subject(gate.admit(token, to: .propose)) == "ada")
        stage.keys.withLock { $0 = .failure(KeyFailure("down")) }
        stage.seconds.withLock { $0 = 30 + 3_599 }
        #expect(subject(gate.admitAtOnce(token, to: .propose)) == "ada")
        stage.seconds.withLock { $0 = 30 + 86_399 }
        #expect(gate.admitAtOnce(token, to: .propose) == nil)
        #expect(subject(gate.admit(token, to: .propose)) == "ada")
        stage.seconds.withLock { $0 = 30 + 86_400 }
        #expect(refusal(gate.admit(token, to: .propose))?.status == 503)
        stage.seconds.withLock { $0 = 90_000 }
        stage.keys.withLock { $0 = .success([]) }
        #expect(refusal(gate.admit(token, to: .propose))?.status == 401)
    }

    @Test func `an issuer's own page must be its own, and name its keys on https`() throws {
        let page = { (issuer: String, keys: String) in
            Array(#"{"issuer":"\#(issuer)","jwks_uri":"\#(keys)"}"#.utf8)
        }
        let (name, keys) = ("https://i.example/realms/a", "https://i.example/keys")
        #expect(try KeySource.keysAddress(in: page(name, keys), of: name) == keys)
        #expect(KeySource.discoveryAddress(name + "/") == name + "/.well-known/openid-configuration")
        for bytes in [page(name + "/", keys), page(name, "http://i.example/keys"), Array("[]".utf8), []] {
            #expect(throws: KeyFailure.self) { try KeySource.keysAddress(in: bytes, of: name) }
        }
    }
}
