"""What a policy lets in, decided here by the text of the recommendations and by nothing of the detector's."""
import json

#: Conditions that leave a known account, organisation, resource, endpoint or network.
NARROWING = {
    "aws:sourceaccount", "aws:sourceowner", "aws:principalaccount", "aws:principalorgid", "aws:sourceorgid",
    "aws:sourcearn", "aws:principalarn", "aws:sourcevpce", "aws:sourcevpc", "aws:sourceip", "kms:calleraccount",
}  # fmt: skip
EXACT = {"stringequals", "stringequalsignorecase", "arnequals", "arnlike", "stringlike", "ipaddress"}


def listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def document(policy):
    return json.loads(policy) if isinstance(policy, str) else policy or {}


def statements(policy):
    return listed(document(policy).get("Statement"))


def names_everyone(principal):
    """moto writes the account `*` of a permission as an ARN."""
    everyone = {"*", "arn:aws:iam::*:root"}
    return principal == "*" or isinstance(principal, dict) and bool(everyone & set(listed(principal.get("AWS"))))


def narrows(condition):
    """Whether some test leaves a known few; `*` and 0.0.0.0/0 leave everyone, and IfExists holds without the key."""
    for operator, tests in condition.items():
        for key, values in tests.items():
            open_values = {"*", "0.0.0.0/0", "::/0"} & set(listed(values))
            if operator.lower() in EXACT and key.lower() in NARROWING and not open_values:
                return True
    return False


def is_public(policy):
    return any(
        statement["Effect"] == "Allow"
        and names_everyone(statement.get("Principal"))
        and not narrows(statement.get("Condition", {}))
        for statement in statements(policy)
    )


def grants_everything(policy):
    """Effect Allow, Action * and Resource *."""
    return any(
        statement["Effect"] == "Allow"
        and {"*", "*:*"} & set(listed(statement.get("Action")))
        and "*" in listed(statement.get("Resource"))
        for statement in statements(policy)
    )


def denies_http(policy, bucket_arn):
    """A denial to everyone of every action on the bucket and its objects without TLS; two may share the work."""
    denied = set()
    for statement in statements(policy):
        tests = statement.get("Condition", {})
        without_tls = any(
            operator.lower() == "bool" and str(value).lower() == "false"
            for operator, test in tests.items()
            for key, values in test.items()
            if key.lower() == "aws:securetransport"
            for value in listed(values)
        )
        old_tls = any(
            operator.lower() == "numericlessthan" and key.lower() == "s3:tlsversion"
            for operator, test in tests.items()
            for key in test
        )
        everything = {"s3:*", "*"} & set(listed(statement.get("Action")))
        is_denial = statement["Effect"] == "Deny" and names_everyone(statement.get("Principal")) and everything
        if is_denial and len(tests) == 1 and (without_tls or old_tls):
            denied |= set(listed(statement.get("Resource")))
    return "*" in denied or {bucket_arn, bucket_arn + "/*"} <= denied
