"""Queries on Wagtail's index table that can use PostgreSQL's indexes.

Wagtail's own backend searches in `title || body`, which is computed for every row and word.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchQuery
from django.db import connection, transaction
from django.db.models import BigIntegerField, Q
from django.db.models.functions import Cast
from wagtail.search.models import IndexEntry

from search.models import SearchEntry


def is_used() -> bool:
    return connection.vendor == "postgresql"


def having_any(tokens: Collection[str]) -> Any:
    """Return ids of pages whose texts contain one of the tokens."""
    query = _query(" | ".join(tokens))
    return _ids(Q(title=query) | Q(body=query))


def having_prefixes(tokens: Collection[str]) -> Any:
    """Return ids of pages that have, for each token, a word that starts with it."""
    return _ids(Q(autocomplete=_query(" & ".join(f"{token}:*" for token in tokens))))


def _query(raw: str) -> SearchQuery:
    # Tokens consist of letters and digits, so they need no escaping.
    return SearchQuery(raw, search_type="raw", config="simple")


def _ids(found: Q) -> Any:
    kind = ContentType.objects.get_for_model(SearchEntry)
    rows = IndexEntry.objects.filter(found, content_type=kind)
    return rows.values(pk_of=Cast("object_id", BigIntegerField()))


@contextmanager
def by_index() -> Iterator[None]:
    """Disable sequential scans: the planner ignores the cost of detoasting long vectors.

    For frequent words it would scan the table, which takes thirty times as long.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield
        cursor.execute("SET LOCAL enable_seqscan = DEFAULT")
