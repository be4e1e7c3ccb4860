"""Queries on Wagtail's index table that can use PostgreSQL's indexes.

Wagtail's own backend searches in `title || body`, which is computed for every row and word.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchQuery
from django.db import connection, transaction
from django.db.models import BigIntegerField, Q
from django.db.models.functions import Cast
from wagtail.search.models import IndexEntry

from search.models import SearchEntry

# The pages with one of the tokens of a word. The planner does not know what it costs to unpack a
# long vector, so it would rather use the index of content types and unpack every row; so that index
# is hidden by adding nothing to the column.
_PAGES_WITH_WORD = (
    "SELECT %s, string_agg(CAST(e.page_id AS text), ' ') FROM wagtailsearch_indexentry i"
    " JOIN search_searchentry e ON e.page_id = CAST(i.object_id AS bigint) AND e.locale = %s"
    " WHERE i.content_type_id + 0 = %s"
    " AND (i.title @@ to_tsquery('simple', %s) OR i.body @@ to_tsquery('simple', %s))"
)


def is_used() -> bool:
    return connection.vendor == "postgresql"


def pages_with_words(locale: str, words: Sequence[Collection[str]]) -> list[frozenset[int]]:
    """Return the pages with each word, with one statement for all words. A word is its alternative
    tokens."""
    if not words:
        return []
    kind = ContentType.objects.get_for_model(SearchEntry).pk
    parameters: list[Any] = []
    for place, tokens in enumerate(words):
        # Tokens consist of letters and digits, so they need no escaping.
        query = " | ".join(tokens)
        parameters += [place, locale, kind, query, query]
    with _by_index(), connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([_PAGES_WITH_WORD] * len(words)), parameters)
        # Thousands of ids are read sooner as one text than as rows.
        found = dict(cursor.fetchall())
    return [frozenset(map(int, (found[place] or "").split())) for place in range(len(words))]


def having_prefixes(tokens: Collection[str]) -> Any:
    """Return ids of pages that have, for each token, a word that starts with it."""
    query = " & ".join(f"{token}:*" for token in tokens)
    found = Q(autocomplete=SearchQuery(query, search_type="raw", config="simple"))
    kind = ContentType.objects.get_for_model(SearchEntry)
    rows = IndexEntry.objects.filter(found, content_type=kind)
    return rows.values(pk_of=Cast("object_id", BigIntegerField()))


@contextmanager
def _by_index() -> Iterator[None]:
    """Disable sequential scans: the planner ignores the cost of detoasting long vectors.

    For frequent words it would scan the table, which takes thirty times as long.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield
        if not outermost:
            cursor.execute("SET LOCAL enable_seqscan = DEFAULT")
