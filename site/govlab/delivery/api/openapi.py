"""The contract as it is served and committed: what Ninja says of the operations, made exact.

Ninja declares every response as application/json, leaves in what Python needs and integrators do
not (titles made of names, null for parameters left out), and closes objects that will grow.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from . import problems
from .parameters import refuse_unknown
from .responses import CacheableResponse, digest_of, json_response

REFERENCE = "#/components/schemas/"
NDJSON = "application/x-ndjson"
UNCHANGED = {"description": "What the reader has, by its `If-None-Match`, is current."}
RETRY = {
    "Retry-After": {
        "schema": {"type": "integer"},
        "description": "Seconds to wait before the next request.",
    }
}
CURSOR = {
    "Govlab-Cursor": {
        "schema": {"type": "string"},
        "description": "The `next` of the first line.",
    }
}


def cached(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For the contract's own addresses: no parameters, and caches may store them."""

    @wraps(view)
    def respond(request: HttpRequest, **options: Any) -> HttpResponse:
        refuse_unknown(request, set())
        original = view(request, **options)
        text = original.content.decode()
        response = json_response(request, etag=digest_of([text]), body=lambda: text)
        if isinstance(response, CacheableResponse):
            response.parameters = ""
        if response.status_code == 200:
            response["Content-Type"] = original["Content-Type"]
        return response

    return respond


class ContractAPI(NinjaAPI):
    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        for path in schema["paths"].values():
            for method, operation in path.items():
                _finish(operation, method)
        components = schema["components"]["schemas"]
        for found in (schema["paths"], components):
            for node in _objects(found):
                _clean(node)
        used = _reachable(schema["paths"], components)
        schema["components"]["schemas"] = {name: components[name] for name in sorted(used)}
        return schema


def _finish(operation: dict[str, Any], method: str) -> None:
    for parameter in operation["parameters"]:
        parameter["schema"] = _given(parameter["schema"])
    responses = operation["responses"]
    if operation.pop("x-lines", False):
        # OpenAPI 3.1 has no word for the schema of each line; 3.2 will have `itemSchema`.
        line = responses[200]["content"].pop("application/json")["schema"]
        responses[200]["content"] = {NDJSON: {"schema": {"type": "string"}, "x-line-schema": line}}
        responses[200]["headers"] = CURSOR
    for status, response in responses.items():
        content = response.get("content", {})
        if status >= 400:
            response["content"] = {problems.MEDIA_TYPE: content["application/json"]}
        if status == 429:
            response["headers"] = RETRY
    if method == "get" and "application/json" in responses[200].get("content", {}):
        headers = {"ETag": {"schema": {"type": "string"}, "description": "Strong."}}
        responses[200]["headers"] = headers
        responses[304] = UNCHANGED
    operation["responses"] = {str(status): responses[status] for status in sorted(responses)}


def _given(schema: dict[str, Any]) -> dict[str, Any]:
    """Of a parameter that is there: one in a query cannot be null."""
    schema.pop("description", None)
    schema.pop("examples", None)
    for wrapper in ("anyOf", "allOf"):
        options = [option for option in schema.get(wrapper, []) if option != {"type": "null"}]
        if len(options) == 1:
            del schema[wrapper]
            schema |= options[0]
            schema.pop("description", None)
    return schema


def _clean(node: dict[str, Any]) -> None:
    """Objects may gain fields in any version, so the contract leaves them open."""
    if isinstance(node.get("title"), str):
        del node["title"]
    if isinstance(node.get("description"), str):
        node["description"] = " ".join(node["description"].split())
    if node.get("additionalProperties") is False:
        del node["additionalProperties"]


def _objects(node: Any, *, named: bool = False) -> Iterator[dict[str, Any]]:
    """Every JSON object but those whose keys are names: of properties, components, parameters."""
    if isinstance(node, list):
        for item in node:
            yield from _objects(item)
    elif isinstance(node, dict):
        if not named:
            yield node
        for key, value in node.items():
            yield from _objects(value, named=key in {"properties", "mapping"} and not named)


def _reachable(paths: Any, components: dict[str, Any]) -> set[str]:
    found: set[str] = set()
    waiting: list[Any] = [paths]
    while waiting:
        for node in _objects(waiting.pop()):
            if isinstance(reference := node.get("$ref"), str):
                name = reference.removeprefix(REFERENCE)
                if name not in found:
                    found.add(name)
                    waiting.append(components[name])
    return found
