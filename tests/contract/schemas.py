"""Validates answers against the contract, and closes its objects: nothing undeclared is sent."""

import json
from copy import deepcopy
from functools import cache
from typing import Any

import jsonschema_rs


def errors(contract: Any, schema: Any, answer: Any) -> list[str]:
    validator = _validator(json.dumps(contract["components"]), json.dumps(schema))
    return [
        f"{error.instance_path}: {error.message[:300]}" for error in validator.iter_errors(answer)
    ]


@cache
def _validator(components: str, schema: str) -> Any:
    closed = deepcopy(json.loads(components))
    for part in closed["schemas"].values():
        if "properties" in part:
            part["additionalProperties"] = False
    whole = json.loads(schema) | {"components": closed}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)


def named(name: str) -> Any:
    return {"$ref": f"#/components/schemas/{name}"}


def declared(contract: Any, path: str, method: str = "get", status: int = 200) -> Any:
    content = contract["paths"][path][method]["responses"][str(status)]["content"]
    return next(iter(content.values()))["schema"]
