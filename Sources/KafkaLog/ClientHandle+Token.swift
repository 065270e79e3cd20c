internal import CRdkafka

extension ClientHandle {
    /// Gets a token and hands it to the client; without one the client asks again after some seconds.
    func refreshToken() {
        guard let tokens else { return }
        switch tokens() {
        case .success(let token): take(token)
        case .failure(let failure): refuseToken(failure.reason)
        }
    }

    private func take(_ token: BearerToken) {
        let (code, text) = unsafe withErrorText { room, count in
            unsafe rd_kafka_oauthbearer_set_token(
                client, token.value, token.endMilliseconds, token.principal, nil, 0, room, count)
        }
        if code != RD_KAFKA_RESP_ERR_NO_ERROR {
            refuseToken(text.replacing(token.value, with: "[hidden]"))
        }
    }

    private func refuseToken(_ reason: String) {
        unsafe _ = rd_kafka_oauthbearer_set_token_failure(client, reason)
        note(
            .error(
                KafkaError(code: .authentication, message: "OAUTHBEARER token: \(reason)", isRetriable: true))
        )
    }
}
