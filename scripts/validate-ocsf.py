#!/usr/bin/env python3
"""Validates findings against OCSF itself: unknown and missing attributes, types, enums, constraints, siblings.

Usage: scripts/validate-ocsf.py CHECKOUT SCHEMA.json FINDINGS.jsonl...
CHECKOUT is ocsf/ocsf-schema at the wanted release, SCHEMA.json what ocsf-lib makes of it:
    pip install ocsf-lib && compile CHECKOUT > SCHEMA.json
Exit status: 0 if everything conforms, 1 if something does not.
"""
import ipaddress
import json
import pathlib
import re
import sys

INTEGERS = {"integer_t", "long_t", "timestamp_t", "port_t"}


class Checker:
    def __init__(self, schema, profiles):
        self.schema = schema
        self.profiles = set(profiles)
        self.problems = []

    def say(self, place, text):
        self.problems.append(f"{place}: {text}")

    def check_object(self, value, definition, place):
        if not isinstance(value, dict):
            return self.say(place, "is no object")
        attributes = {
            name: attribute
            for name, attribute in definition["attributes"].items()
            if not attribute.get("profile") or attribute["profile"] in self.profiles
        }
        for name, attribute in attributes.items():
            if attribute.get("requirement") == "required" and name not in value:
                self.say(place, f"lacks {name}")
        for name, inner in value.items():
            if name not in attributes:
                self.say(place, f"{name} is unknown")
            else:
                self.check_attribute(inner, attributes[name], f"{place}.{name}", value, attributes)
        for kind, names in (definition.get("constraints") or {}).items():
            present = sum(name in value for name in names)
            if (kind == "at_least_one" and present == 0) or (kind == "just_one" and present != 1):
                self.say(place, f"breaks {kind} of {names}")

    def check_attribute(self, value, attribute, place, parent, siblings):
        if attribute.get("@deprecated"):
            self.say(place, "is deprecated")
        if attribute.get("is_array"):
            if not isinstance(value, list):
                return self.say(place, "is no array")
            for index, element in enumerate(value):
                self.check_value(element, attribute, f"{place}[{index}]")
        else:
            self.check_value(value, attribute, place)
        choices = attribute.get("enum")
        sibling = attribute.get("sibling")
        if choices and sibling in siblings and sibling in parent and value != 99:
            caption = choices.get(str(value), {}).get("caption")
            if caption and parent[sibling] != caption and not sibling.endswith("type_name"):
                self.say(place, f"sibling {sibling} is {parent[sibling]!r}, not {caption!r}")

    def check_value(self, value, attribute, place):
        kind = attribute["type"]
        if kind == "json_t":
            return
        if kind == "object" or kind == "object_t":
            if not isinstance(value, dict):
                self.say(place, "is no object")
            name = attribute.get("object_type")
            if name and name in self.schema["objects"] and name != "object":
                self.check_object(value, self.schema["objects"][name], place)
            return
        if kind in self.schema["objects"]:
            return self.check_object(value, self.schema["objects"][kind], place)
        if kind in INTEGERS:
            if not isinstance(value, int) or isinstance(value, bool):
                return self.say(place, f"{value!r} is no integer")
        elif kind == "boolean_t":
            if not isinstance(value, bool):
                self.say(place, "is no boolean")
        elif kind == "float_t":
            if not isinstance(value, (int, float)):
                self.say(place, "is no number")
        elif not isinstance(value, str):
            return self.say(place, f"{value!r} is no text")
        elif kind == "ip_t":
            try:
                ipaddress.ip_address(value)
            except ValueError:
                self.say(place, f"{value!r} is no address")
        rule = self.schema["types"].get(kind, {})
        if isinstance(value, str) and rule.get("max_len") and len(value) > rule["max_len"]:
            self.say(place, "is too long")
        if isinstance(value, str) and rule.get("regex") and not re.search(rule["regex"], value):
            self.say(place, f"does not match {kind}")
        if attribute.get("enum") and str(value) not in attribute["enum"]:
            self.say(place, f"{value!r} is none of {list(attribute['enum'])}")


def restore_constraints(schema, checkout):
    """ocsf-lib gives some objects (network_endpoint) their parent's constraints; an object's own ones win."""
    for path in (checkout / "objects").glob("*.json"):
        source = json.loads(path.read_text(encoding="utf-8"))
        if "constraints" in source and source.get("name") in schema["objects"]:
            schema["objects"][source["name"]]["constraints"] = source["constraints"]


def check(event, schema):
    classes = {definition["uid"]: definition for definition in schema["classes"].values()}
    definition = classes.get(event.get("class_uid"))
    if definition is None:
        return [f"unknown class {event.get('class_uid')}"]
    checker = Checker(schema, event.get("metadata", {}).get("profiles", []))
    checker.check_object(event, definition, "$")
    if event.get("type_uid") != event["class_uid"] * 100 + event.get("activity_id", -1):
        checker.say("$.type_uid", "is not class_uid * 100 + activity_id")
    if event.get("metadata", {}).get("version") != schema["version"]:
        checker.say("$.metadata.version", f"is not {schema['version']}")
    return checker.problems


def main(arguments):
    with open(arguments[1], encoding="utf-8") as file:
        schema = json.load(file)
    restore_constraints(schema, pathlib.Path(arguments[0]))
    count = 0
    failed = 0
    for path in arguments[2:]:
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                count += 1
                found = check(json.loads(line), schema)
                failed += bool(found)
                for problem in found[:10]:
                    print(f"{path}:{number}: {problem}")
    print(f"{count} findings, {failed} with problems, OCSF {schema['version']}")
    return 1 if failed or count == 0 else 0


if __name__ == "__main__":
    if len(sys.argv) < 4:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1:]))
