"""Does `sayso schema` print a schema that is one?"""

import json
from typing import Any

import jsonschema


def test_the_schema_is_itself_valid(run: Any):
    jsonschema.Draft202012Validator.check_schema(json.loads(run("schema").out))
