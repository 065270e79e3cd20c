// Written by scripts/embed-packs.py; do not edit.
// swift-format-ignore-file

extension PackTexts {
static let awsAccount: [(path: String, text: String)] = [
("aws/account/account-contact-details-current.yaml",
##"""
id: aws.account.account-contact-details-current
title: The account's contact is filled in and attested to be current
severity: low
subject: AWS::::Account
scope: account
description: >
  AWS writes to the contact of the account when something is wrong with it. A machine can see that the
  fields are filled in; that they are right only a person can say, in an attestation with an owner and an
  end. GovCloud keeps no contact of its own, that of the associated standard account counts, so the control does not
  apply there.
params: { fields: [AddressLine1, City, CountryCode, FullName, PhoneNumber, PostalCode] }
applies: partition != 'aws-us-gov'
pass: >
  params.fields.all(f, resource.ContactInformation.exists(c, c == f))
    && timestamp(ref('AWS::::Attestation', 'account-contact-details-current').Expires) > now
evidence: >
  {'ContactInformation': resource.ContactInformation}
notes: >
  What a human must add is an AWS::::Attestation record with this control as its id. Without one a filled
  contact is unknown; one that has run out fails until it is renewed.
frameworks:
  iso27001_2022: [A.5.5]
reread: ["account:GetContactInformation"]
remediation:
  safety: manual
  text: >
    Correct the contact in the account settings, then attest that it is current. The values must come
    from the organisation, so no call is prepared.
tests:
  - name: GovCloud
    resource: { ContactInformation: [] }
    related: [{ kind: "AWS::::Account", id: account, region: us-gov-west-1, properties: {} }]
    expect: notApplicable
  - name: filled in and attested
    now: "2025-01-01T00:00:00Z"
    resource: { ContactInformation: [AddressLine1, City, CountryCode, FullName, PhoneNumber, PostalCode] }
    related: [{ kind: "AWS::::Attestation", id: account-contact-details-current, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: pass
  - name: a field is empty
    now: "2025-01-01T00:00:00Z"
    resource: { ContactInformation: [AddressLine1, City, CountryCode, FullName, PostalCode] }
    related: [{ kind: "AWS::::Attestation", id: account-contact-details-current, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: fail
  - name: a field is empty and nobody attests
    now: "2025-01-01T00:00:00Z"
    resource: { ContactInformation: [] }
    expect: fail
  - name: the attestation has run out
    now: "2025-07-01T00:00:00Z"
    resource: { ContactInformation: [AddressLine1, City, CountryCode, FullName, PhoneNumber, PostalCode] }
    related: [{ kind: "AWS::::Attestation", id: account-contact-details-current, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: fail
  - { name: filled in and not attested, now: "2025-01-01T00:00:00Z", resource: { ContactInformation: [AddressLine1, City, CountryCode, FullName, PhoneNumber, PostalCode] }, expect: unknown }
  - name: attested and never observed
    now: "2025-01-01T00:00:00Z"
    related: [{ kind: "AWS::::Attestation", id: account-contact-details-current, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: unknown

"""##),
("aws/account/account-security-contact-registered.yaml",
##"""
id: aws.account.account-security-contact-registered
title: A security contact is registered
severity: medium
subject: AWS::::Account
scope: account
description: >
  AWS writes to the security contact about abuse and compromised credentials. Without one the mail goes to
  whoever opened the account. GovCloud keeps no contacts of its own, those of the associated standard account count, so
  the control does not apply there.
applies: partition != 'aws-us-gov'
pass: >
  resource.AlternateContacts.exists(c, c == 'SECURITY')
evidence: >
  {'AlternateContacts': resource.AlternateContacts}
frameworks:
  iso27001_2022: [A.5.5]
reread: ["account:GetAlternateContact"]
remediation:
  safety: manual
  text: >
    Register a security contact that a team reads, not a person. The address must come from the
    organisation, so no call is prepared.
tests:
  - name: GovCloud
    resource: { AlternateContacts: [] }
    related: [{ kind: "AWS::::Account", id: account, region: us-gov-west-1, properties: {} }]
    expect: notApplicable
  - { name: a security contact, resource: { AlternateContacts: [BILLING, SECURITY] }, expect: pass }
  - { name: a security contact beside unknown ones, resource: { AlternateContacts: { $partial: [SECURITY] } }, expect: pass }
  - { name: another contact, resource: { AlternateContacts: [BILLING] }, expect: fail }
  - { name: no contact, resource: { AlternateContacts: [] }, expect: fail }
  - { name: not all contacts known, resource: { AlternateContacts: { $partial: [BILLING] } }, expect: unknown }
  - { name: never observed, resource: {}, expect: unknown }

"""##),
("aws/account/account-security-questions-registered.yaml",
##"""
id: aws.account.account-security-questions-registered
title: Security questions of the account are attested to be set
severity: low
subject: AWS::::Account
scope: account
description: >
  The questions let AWS tell the owner of an account from somebody who pretends to be. No API and no event
  shows them, so a person attests that they are set.
pass: >
  timestamp(ref('AWS::::Attestation', 'account-security-questions-registered').Expires) > now
evidence: >
  {'Expires': ref('AWS::::Attestation', 'account-security-questions-registered').Expires, 'Owner': ref('AWS::::Attestation', 'account-security-questions-registered').Owner}
notes: >
  What a human must add is an AWS::::Attestation record with this control as its id. CIS dropped the
  control with 5.0.
remediation:
  safety: manual
  text: >
    Set the questions where the account still offers them, keep the answers where the root credentials
    are kept, and attest it.
tests:
  - name: attested
    now: "2025-01-01T00:00:00Z"
    related: [{ kind: "AWS::::Attestation", id: account-security-questions-registered, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: pass
  - name: the attestation has run out
    now: "2025-08-01T00:00:00Z"
    related: [{ kind: "AWS::::Attestation", id: account-security-questions-registered, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: fail
  - name: another control is attested
    now: "2025-01-01T00:00:00Z"
    related: [{ kind: "AWS::::Attestation", id: account-contact-details-current, properties: { Owner: ada@example.com, Statement: seen, Expires: "2025-07-01T00:00:00Z" } }]
    expect: unknown
  - { name: not attested, now: "2025-01-01T00:00:00Z", expect: unknown }

"""##),
]
}
