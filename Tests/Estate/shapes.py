"""How most services write requests and answers into CloudTrail: a walk over botocore's shapes."""
import datetime
import json
import urllib.parse

HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS"
#: Services that keep the case of their members.
UNCHANGED = {"securityhub"}
#: What CloudTrail leaves out of records altogether, by service.
LEFT_OUT = {
    "iam": {"SecretAccessKey", "Base32StringSeed", "QRCodePNG", "PrivateKey"},
    "lambda": {"ZipFile"},
    "secretsmanager": {"SecretString", "SecretBinary"},
}


def moved(value, instant):
    """The answer with the machine's present as the estate's: moto stamps what it makes with the time of the machine."""
    if isinstance(value, dict):
        return {name: moved(inner, instant) for name, inner in value.items()}
    if isinstance(value, list):
        return [moved(inner, instant) for inner in value]
    if isinstance(value, datetime.datetime):
        wall = datetime.datetime.now(datetime.timezone.utc)
        aware = value if value.tzinfo else value.replace(tzinfo=datetime.timezone.utc)
        return instant + round_seconds(aware - wall)
    return value


def round_seconds(delta):
    """A distance to the present, none if it is a matter of moments."""
    seconds = delta.total_seconds()
    return datetime.timedelta(0) if abs(seconds) < 60 else datetime.timedelta(seconds=round(seconds))


#: Members of answers that are recorded under another name.
RENAMED = {("secretsmanager", "CreateSecretResponse", "ARN"): "arn"}


def lower_first(name):
    return name[:1].lower() + name[1:]


def elements(service, model, params, answer):
    request = walk(service, model.input_shape, params) if model.input_shape and params else None
    response = walk(service, model.output_shape, answer) if model.output_shape and answer else None
    if service == "iam":
        encode_documents(response)
    return request, response


def walk(service, shape, value):
    """A value as the record shows it: members in lower case, hidden if they are sensitive, times as texts."""
    if getattr(shape, "sensitive", False) or shape.metadata.get("sensitive"):
        return HIDDEN
    if shape.type_name == "structure":
        left_out = LEFT_OUT.get(service, ())
        return {
            member_name(service, shape, name): walk(service, shape.members[name], inner)
            for name, inner in value.items()
            if name in shape.members and name not in left_out and inner is not None
        }
    if shape.type_name == "list":
        return [walk(service, shape.member, inner) for inner in value]
    if shape.type_name == "map":
        return {name: walk(service, shape.value, inner) for name, inner in value.items()}
    if shape.type_name == "timestamp":
        return date_text(value)
    if shape.type_name == "blob":
        return None
    if isinstance(value, (dict, list)):
        return json.dumps(value)  # botocore parses policies of IAM
    return value


def member_name(service, shape, name):
    if service in UNCHANGED:
        return name
    return RENAMED.get((service, shape.name, name), lower_first(name))


def date_text(value):
    """As in `Jul 10, 2023 12:06:32 PM`."""
    if not isinstance(value, datetime.datetime):
        return value
    hour = value.strftime("%I").lstrip("0")
    return value.strftime(f"%b {value.day}, %Y {hour}:%M:%S %p")


def encode_documents(value):
    """IAM answers with policies as URL-encoded texts."""
    if isinstance(value, list):
        for inner in value:
            encode_documents(inner)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name.lower().endswith("document") and isinstance(inner, str):
                value[name] = urllib.parse.quote(inner, safe="")
            else:
                encode_documents(inner)
