"""What only a person can say: no service is asked, so what is wanted follows from the documents and the estate's clock."""
import datetime

from cloud import ACCOUNT

#: By control, its subject and for how many days after the estate's beginning the statement holds.
STATEMENTS = {
    "account.account-security-questions-registered": (f"arn:aws:iam::{ACCOUNT}:root", 700),
    "organizations.org-ou-structure": (f"arn:aws:organizations::{ACCOUNT}:organization", 2),
}


def act(cloud):
    for control, (_, days) in STATEMENTS.items():
        expires = cloud.beginning + datetime.timedelta(days=days)
        cloud.inventory.append({
            "account": f"aws:{ACCOUNT}", "kind": "AWS::::Attestation", "id": control.partition(".")[2],
            "observed_at": cloud.clock.text(), "properties": {
                "Owner": "ada@example.com", "Statement": "It is so.",
                "Expires": expires.strftime("%Y-%m-%dT%H:%M:%SZ"),
            },
        })  # fmt: skip


def judge(cloud, say):
    for control, (subject, days) in STATEMENTS.items():
        say(f"aws.{control}", subject, cloud.beginning + datetime.timedelta(days=days) > cloud.clock.now)
