#!/usr/bin/env python3
"""The schemas of the contract as JSON, for programs: schemas.py openapi.yaml schemas.json"""
import json
import re
import sys

import yaml


class Yaml12Loader(yaml.SafeLoader):
    """Days stay text, and "no" is a word, as YAML 1.2 has it."""


NOT_IN_YAML12 = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
Yaml12Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in NOT_IN_YAML12]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml12Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))

with open(sys.argv[1], encoding="utf-8") as contract:
    schemas = yaml.load(contract, Yaml12Loader)["components"]["schemas"]
with open(sys.argv[2], "w", encoding="utf-8") as out:
    json.dump(schemas, out, ensure_ascii=False, separators=(",", ":"))
