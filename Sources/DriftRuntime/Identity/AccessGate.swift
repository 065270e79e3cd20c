internal import CloudModel
public import Logging

/// Says who calls over HTTP and whether that person may do what is asked for.
public final class AccessGate: Sendable {
    /// What is asked for.
    public enum Duty: Sendable {
        /// To post a document.
        case propose
        /// To decide about what somebody else posted.
        case approve
        /// To see what waits for a decision.
        case look
    }

    /// Whether somebody is let in.
    public enum Admission: Sendable {
        case caller(Caller)
        case refused(IntakeAnswer)
    }

    private let settings: AccessSettings
    private let ring: KeyRing
    private let clock: @Sendable () -> Timestamp
    private let logger: Logger

    /// For these settings. Nothing is fetched yet.
    public convenience init(_ settings: AccessSettings, logger: Logger) {
        let source = settings.keys
        let start = ContinuousClock.now
        let ring = KeyRing(clock: { (ContinuousClock.now - start).components.seconds }) { source.fetch() }
        self.init(settings, ring, clock: { WallClock.now }, logger: logger)
    }

    init(
        _ settings: AccessSettings, _ ring: KeyRing, clock: @escaping @Sendable () -> Timestamp,
        logger: Logger
    ) {
        self.settings = settings
        self.ring = ring
        self.clock = clock
        self.logger = logger
    }

    /// Lets the bearer of a header `Authorization` in or refuses, at once. Nil if keys must be fetched for it.
    public func admitAtOnce(_ authorization: String?, to duty: Duty) -> Admission? {
        guard let token = Self.token(in: authorization) else { return unknown(nil) }
        if ring.isFetchDue() { return nil }
        do throws(TokenRefusal) {
            return try admission(of: token, to: duty)
        } catch {
            return error.isUnknownKey && ring.isFetchDue(missingKey: true) ? nil : unknown(error.reason)
        }
    }

    /// The same, and fetches keys where that is due. Blocks.
    public func admit(_ authorization: String?, to duty: Duty) -> Admission {
        if let admission = admitAtOnce(authorization, to: duty) { return admission }
        if let failure = ring.refresh(missingKey: true) {
            logger.warning("the issuer's keys cannot be fetched", metadata: ["reason": "\(failure.reason)"])
        }
        guard let token = Self.token(in: authorization) else { return unknown(nil) }
        do throws(TokenRefusal) {
            return try admission(of: token, to: duty)
        } catch {
            return unknown(error.reason)
        }
    }

    private func admission(of token: String, to duty: Duty) throws(TokenRefusal) -> Admission {
        let keys: [VerificationKey]
        do throws(KeyFailure) {
            keys = try ring.keys.get()
        } catch {
            return .refused(
                IntakeRefusal(
                    503, message: "Nobody can be told apart: the issuer's keys cannot be fetched.",
                    hint: "the process's log says why"
                ).answer)
        }
        let caller = try settings.verifier.caller(of: token, keys: keys, at: clock())
        let wanted = settings.roles(for: duty)
        if !caller.roles.isDisjoint(with: wanted) { return .caller(caller) }
        logger.warning("a caller has not the role", metadata: ["subject": "\(caller.subject)"])
        return .refused(
            IntakeRefusal(
                403, message: "It needs the role \(wanted.joined(separator: " or ")).",
                hint: "the token's claim \(settings.verifier.rolesClaim) must name it"
            ).answer(challenge: Self.challenge("insufficient_scope", "the role is missing")))
    }

    /// Nobody, or somebody whose token is not believed.
    private func unknown(_ reason: String?) -> Admission {
        guard let reason else {
            return .refused(
                IntakeRefusal(
                    401, message: "It is not told who calls.", hint: "send Authorization: Bearer TOKEN"
                )
                .answer(challenge: #"Bearer realm="plumbline""#))
        }
        logger.warning("a token is not believed", metadata: ["reason": "\(reason)"])
        return .refused(
            IntakeRefusal(401, message: "The token is not believed: \(reason).")
                .answer(challenge: Self.challenge("invalid_token", reason)))
    }

    /// As RFC 6750, section 3, has it. The texts are our own and hold no quotes.
    private static func challenge(_ error: String, _ description: String) -> String {
        #"Bearer realm="plumbline", error="\#(error)", error_description="\#(description)""#
    }

    private static func token(in authorization: String?) -> String? {
        guard let parts = authorization?.split(separator: " ", maxSplits: 1), parts.count == 2,
            parts[0].lowercased() == "bearer"
        else { return nil }
        let token = parts[1].trimming()
        return token.isEmpty ? nil : token
    }
}
