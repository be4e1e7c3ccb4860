"""Wagtail's index asked in ways that PostgreSQL has an index for.

Wagtail's own backend asks for `title || body`, which is computed of every row for each word.
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
    """Ids of pages in whose texts one of the tokens stands."""
    query = _query(" | ".join(tokens))
    return _ids(Q(title=query) | Q(body=query))


def having_prefixes(tokens: Collection[str]) -> Any:
    """Ids of pages that have, for each token, a suggested word that begins with it."""
    return _ids(Q(autocomplete=_query(" & ".join(f"{token}:*" for token in tokens))))


def _query(raw: str) -> SearchQuery:
    # Tokens are letters and digits: nothing in them means anything to PostgreSQL.
    return SearchQuery(raw, search_type="raw", config="simple")


def _ids(found: Q) -> Any:
    kind = ContentType.objects.get_for_model(SearchEntry)
    rows = IndexEntry.objects.filter(found, content_type=kind)
    return rows.values(pk_of=Cast("object_id", BigIntegerField()))


@contextmanager
def by_index() -> Iterator[None]:
    """For words that many pages have: its planner does not count that long vectors are unpacked.

    Reading every row seems cheap to it, and takes thirty times as long.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield
        cursor.execute("SET LOCAL enable_seqscan = DEFAULT")
