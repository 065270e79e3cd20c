import CloudModel
internal import JSONTokens

/// The events of server certificates kept in IAM.
enum IAMCertificateEvents {
    static let folds: [String: AWSFold] = [
        "DeleteServerCertificate": .deletes(kind) {
            $0.onIAM(kind, "serverCertificateName", .delete) { _ in [] }
        },
        "UpdateServerCertificate": .creates(kind) {
            IAMRename.outcome($0, kind, from: "serverCertificateName", to: "newServerCertificateName")
        },
        "UploadServerCertificate": .creates(kind) { event in
            event.onIAM(kind, "serverCertificateName", .create) { _ in
                let answer = event.answer("serverCertificateMetadata")
                let expiration = event.shapes.text(event.shapes.member(answer, "expiration"))
                let property = kind.property("Expiration")
                return [
                    expiration.flatMap { AWSDate.value($0) }.map { .set(property, $0) } ?? .unknown(property),
                    .set(
                        kind.property("UploadDate"),
                        event.iamDate(event.shapes.member(answer, "uploadDate"))),
                    event.createdTags(kind.property("Tags")),
                ]
            }
        },
    ]

    private static let kind = IAMKind.serverCertificate
}
