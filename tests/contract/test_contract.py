"""The contract says of itself what a newcomer needs."""

from collections.abc import Iterator
from typing import Any

from django.test import Client

# Fields whose name says all, in the place where they stand.
PLAIN = {"id", "type", "title", "text", "url", "locale", "html", "image", "caption", "name", "size"}
PLAIN |= {"filename", "media_type", "author", "items", "children", "home", "steps"}
PLAIN |= {"files", "entries", "facts", "pages", "file", "page", "start", "end", "place", "min"}
PLAIN |= {"max", "unit", "year", "before", "after", "publisher", "description", "path", "status"}
PLAIN |= {"vocabulary", "version", "locales", "translation_key", "parameter", "message", "reason"}
PLAIN |= {"x", "y", "alt", "kind", "translation", "seo", "period", "event", "outcomes", "gallery"}
PLAIN |= {"difficulty", "duration", "people", "sources", "redirect_to", "focal_point", "value"}


def operations(contract: Any) -> Iterator[tuple[str, Any]]:
    for path, methods in contract["paths"].items():
        for method, operation in methods.items():
            yield f"{method} {path}", operation


def test_operations_are_named_described_and_tagged(contract: Any) -> None:
    tags = {tag["name"] for tag in contract["tags"]}
    names = [operation["operationId"] for _, operation in operations(contract)]
    assert len(names) == len(set(names))
    for where, operation in operations(contract):
        assert "govlab" not in operation["operationId"]
        assert operation["summary"], where
        assert set(operation["tags"]) <= tags, where


def test_every_parameter_is_described(contract: Any) -> None:
    silent = [
        (where, parameter["name"])
        for where, operation in operations(contract)
        for parameter in operation["parameters"]
        if not parameter.get("description")
    ]
    assert silent == []


def test_fields_that_do_not_explain_themselves_are_described(contract: Any) -> None:
    schemas = contract["components"]["schemas"]
    silent = [
        f"{name}.{field}"
        for name, schema in schemas.items()
        for field, details in schema.get("properties", {}).items()
        if not details.get("description") and field not in PLAIN
    ]
    assert silent == []


def test_media_types_are_what_is_sent(contract: Any) -> None:
    for where, operation in operations(contract):
        for status, answer in operation["responses"].items():
            expected = "application/json" if status < "300" else "application/problem+json"
            if where == "get /api/v1/export" and status == "200":
                expected = "application/x-ndjson"
            assert list(answer.get("content", {expected: 0})) == [expected], where


def test_it_names_no_machine(contract: Any) -> None:
    assert contract["servers"] == [{"url": "/"}]
    assert "://" not in str(contract)


def test_documents_and_blocks_are_discriminated_by_type(contract: Any) -> None:
    schemas = contract["components"]["schemas"]
    for name in ("Document", "Entry", "ExportLine", "DocumentOrRedirect", "Block"):
        union = schemas[name]
        assert union["discriminator"]["propertyName"] == "type"
        for value, reference in union["discriminator"]["mapping"].items():
            member = schemas[reference.rsplit("/", 1)[-1]]
            assert member["properties"]["type"]["const"] == value
            assert "type" in member["required"]


def test_texts_that_are_too_long_are_told_in_characters(
    contract: Any, client: Client, db: None
) -> None:
    told = 0
    for path, methods in contract["paths"].items():
        for parameter in methods.get("get", {}).get("parameters", ()):
            schema = parameter["schema"]
            longest = max(each.get("maxLength", 0) for each in (schema, *schema.get("anyOf", ())))
            if not longest:
                continue
            response = client.get(path, {parameter["name"]: "a" * (longest + 1)})
            assert response.status_code == 422, (path, parameter["name"])
            message = next(
                error["message"]
                for error in response.json()["errors"]
                if error["parameter"] == parameter["name"]
            )
            assert message == f"String should have at most {longest} characters"
            told += 1
    assert told > 20
