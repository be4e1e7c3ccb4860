"""Inspects whether the indices on the cluster are intact and complete."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Sum
from elasticsearch import Elasticsearch, NotFoundError

from govlab.delivery.models import Document
from search.models import SearchIndex

from . import indices
from .mapping import mappings


def mismatches(client: Elasticsearch, *, complete_to: int | None) -> Iterator[str]:
    """Yield the reasons why indices must be rebuilt, for the operator.

    `complete_to` is the sequence up to which entries were written, or None if some are pending, so
    that counts cannot be compared.
    """
    known = {index.locale: index for index in SearchIndex.objects.all()}
    for locale in indices.LOCALES:
        problem = _problem(client, locale, known.get(locale))
        if not problem and complete_to is not None:
            problem = _content_problem(client, locale, complete_to)
        if problem:
            yield f"{indices.alias(locale)}: {problem}"


def _problem(client: Elasticsearch, locale: str, known: SearchIndex | None) -> str:
    alias = indices.alias(locale)
    try:
        found = dict(client.indices.get(index=alias))
    except NotFoundError:
        return "the index does not exist"
    if known is None or list(found) != [known.name]:
        return f"it leads to {', '.join(found)}, which was not made here"
    index = found[known.name]
    if index["settings"]["index"]["uuid"] != known.uuid:
        return "it was replaced by another copy"
    expected = mappings(locale)
    if index["mappings"].get("_meta") != expected["_meta"]:
        return "it was made for other fields"
    if _types(index["mappings"]) != _types(expected):
        return "its fields were changed"
    return ""


def _types(mapping: dict[str, Any]) -> Any:
    """Return the fields and their types, without defaults that the cluster omits or adds."""
    fields = mapping.get("properties", {}) | mapping.get("fields", {})
    return mapping.get("type", "object"), {name: _types(field) for name, field in fields.items()}


def _content_problem(client: Elasticsearch, locale: str, complete_to: int) -> str:
    alias = indices.alias(locale)
    client.indices.refresh(index=alias)
    response = client.search(
        index=alias,
        size=0,
        track_total_hits=True,
        aggs={"last": {"max": {"field": "sequence"}}, "sum": {"sum": {"field": "sequence"}}},
    )
    there, last = response["hits"]["total"]["value"], response["aggregations"]["last"]["value"] or 0
    documents = Document.objects.filter(locale=locale)
    if documents.filter(sequence__gt=complete_to).exists():
        return ""  # The log has advanced in the meantime.
    if last > complete_to:
        return "it is ahead of the log: the database was restored"
    expected = documents.filter(live=True).aggregate(pages=Count("pk"), sum=Sum("sequence"))
    if there != expected["pages"]:
        return f"it holds {there} pages, and {expected['pages']} are public"
    # The number of pages is the same, but some are outdated.
    return "" if response["aggregations"]["sum"]["value"] == (expected["sum"] or 0) else "it is old"
