"""The indices on the cluster: one per language, each behind an alias."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from elasticsearch import Elasticsearch

from search.models import SearchIndex

from . import analysis
from .mapping import mappings

# The name of the consumer that updates them.
CONSUMER = "search-elasticsearch"
LOCALES = tuple(code for code, _ in settings.LANGUAGES)
# How long the cluster retains the version of deleted entries, so that a late write of an older
# version does not restore them.
REMEMBER_WITHDRAWN = "1d"

# A query looks each of its many tokens up in each segment, which takes most of the time in an index
# of some thousand pages: few segments, with more merging when pages are published.
SEGMENTS = 2
SMALL_SEGMENT = "32mb"
# 100,000 pages take a minute.
MERGE_SECONDS = 600.0


def alias(locale: str) -> str:
    return f"{settings.GOVLAB_SEARCH_INDEX_PREFIX}-{locale}"


def aliases() -> dict[str, str]:
    return {locale: alias(locale) for locale in LOCALES}


def create(client: Elasticsearch, locale: str) -> str:
    """Create an empty index without an alias, and return its name."""
    stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")
    name = f"{alias(locale)}-{stamp}"
    client.indices.create(
        index=name,
        settings=analysis.settings(locale)
        | {
            "number_of_shards": 1,
            "auto_expand_replicas": "0-1",
            "index.gc_deletes": REMEMBER_WITHDRAWN,
            "index.merge.policy.segments_per_tier": SEGMENTS,
            "index.merge.policy.floor_segment": SMALL_SEGMENT,
        },
        mappings=mappings(locale),
    )
    return name


def switch(client: Elasticsearch, names: dict[str, str]) -> None:
    """Point all aliases to their new indices, atomically."""
    actions: list[dict[str, Any]] = []
    for locale, name in names.items():
        actions += [
            {
                "remove": {
                    "index": f"{alias(locale)}-*",
                    "alias": alias(locale),
                    "must_exist": False,
                }
            },
            {"add": {"index": name, "alias": alias(locale)}},
        ]
    client.indices.update_aliases(actions=actions)


def note(client: Elasticsearch, names: dict[str, str]) -> None:
    """Store which indices are in use, for searches and inspections."""
    for locale, name in names.items():
        SearchIndex.objects.update_or_create(
            locale=locale, defaults={"name": name, "uuid": _uuid(client, name)}
        )


def merge(client: Elasticsearch, names: Sequence[str]) -> None:
    """Merge new indices into one segment each, before they are used."""
    client.options(request_timeout=MERGE_SECONDS).indices.forcemerge(
        index=list(names), max_num_segments=1
    )


def remove(client: Elasticsearch, names: Sequence[str]) -> None:
    if names:
        client.indices.delete(index=list(names), ignore_unavailable=True)


def unused(client: Elasticsearch, *, but: Sequence[str] = ()) -> list[str]:
    """Return indices without an alias, which an interrupted rebuild has left."""
    pattern = [f"{alias(locale)}-2*" for locale in LOCALES]
    found = client.indices.get_alias(index=pattern, allow_no_indices=True)
    return [name for name, index in found.items() if not index["aliases"] and name not in but]


def _uuid(client: Elasticsearch, name: str) -> str:
    response = client.indices.get_settings(index=name, name="index.uuid")
    uuid: str = response[name]["settings"]["index"]["uuid"]
    return uuid
