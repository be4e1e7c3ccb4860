"""Cuts what this site uses out of schema.org's own definitions.

    python -m tools.schema_org schemaorg-current-https.jsonld VERSION

The file is among schema.org's releases, in its repository under `data/releases/VERSION/`.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

EXCERPT = Path(__file__).parents[1] / "tests" / "website" / "schema_org.json"
LICENCE = "CC BY-SA 3.0, https://schema.org/docs/terms.html"
PREFIX = "schema:"
# Those that the site's structured data has.
TYPES = (
    *("GovernmentOrganization", "ContactPoint", "PostalAddress", "WebSite", "SearchAction"),
    *("EntryPoint", "WebPage", "CollectionPage", "ContactPage", "BreadcrumbList", "ListItem"),
    *("NewsArticle", "Article", "Event", "Place", "HowTo", "HowToStep", "Observation", "Dataset"),
    *("ImageObject", "MediaObject", "QuantitativeValue", "CreativeWork", "Organization"),
)
MEMBERS_OF = ("EventStatusType", "EventAttendanceModeEnumeration")

Node = dict[str, Any]


def names(value: Any) -> list[str]:
    """Return the names of what a property of the vocabulary refers to: one, several or none."""
    found = value if isinstance(value, list) else [value] if value else []
    return [item["@id"].removeprefix(PREFIX) for item in found]


def excerpt(graph: list[Node], version: str) -> Node:
    classes = {
        node["@id"].removeprefix(PREFIX): names(node.get("rdfs:subClassOf"))
        for node in graph
        if "rdfs:Class" in _types(node)
    }
    wanted = set(_with_ancestors(TYPES, classes))
    properties = {}
    for node in graph:
        domains = names(node.get("schema:domainIncludes"))
        if "rdf:Property" in _types(node) and wanted.intersection(domains):
            properties[node["@id"].removeprefix(PREFIX)] = {
                "domains": sorted(wanted.intersection(domains)),
                "ranges": sorted(names(node.get("schema:rangeIncludes"))),
                "superseded": bool(node.get("schema:supersededBy")),
            }
    return {
        "source": f"schema.org {version}, schemaorg-current-https.jsonld",
        "licence": LICENCE,
        "types": {name: sorted(classes[name]) for name in sorted(wanted) if name in classes},
        "members": {
            node["@id"].removeprefix(PREFIX): kind.removeprefix(PREFIX)
            for node in graph
            for kind in _types(node)
            if kind.removeprefix(PREFIX) in MEMBERS_OF
        },
        "properties": dict(sorted(properties.items())),
    }


def _types(node: Node) -> list[str]:
    kind = node.get("@type", [])
    return kind if isinstance(kind, list) else [kind]


def _with_ancestors(wanted: Iterable[str], classes: dict[str, list[str]]) -> Iterator[str]:
    for name in wanted:
        yield name
        yield from _with_ancestors(classes.get(name, []), classes)


def written(found: Node) -> str:
    """One line for each term, so that a newer version shows what changed."""
    parts = []
    for name, value in found.items():
        if isinstance(value, dict):
            lines = (f"  {json.dumps(key)}: {json.dumps(of)}" for key, of in value.items())
            parts.append(f" {json.dumps(name)}: {{\n" + ",\n".join(lines) + "\n }")
        else:
            parts.append(f" {json.dumps(name)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main(path: str, version: str) -> int:
    graph = json.loads(Path(path).read_text())["@graph"]
    EXCERPT.write_text(written(excerpt(graph, version)))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
