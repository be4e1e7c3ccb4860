"""Queries on Wagtail's index table that can use PostgreSQL's indexes.

Wagtail's own backend searches in `title || body`, which is computed for every row and word.
"""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import BigIntegerField, Q
from django.db.models.functions import Cast
from wagtail.search.models import IndexEntry

from search.models import SearchEntry

# The pages with one of the tokens of a word. The planner does not know what it costs to unpack a
# long vector, so it would rather use the index of content types and unpack every row; so that index
# is hidden by adding nothing to the column.
_WITH_WORD = (
    " FROM wagtailsearch_indexentry i"
    " JOIN search_searchentry e ON e.page_id = CAST(i.object_id AS bigint) AND e.locale = %s"
    " WHERE i.content_type_id + 0 = %s"
    " AND (i.title @@ to_tsquery('simple', %s) OR i.body @@ to_tsquery('simple', %s))"
)
_PAGES_WITH_WORD = f"SELECT %s, string_agg(CAST(e.page_id AS text), ' '){_WITH_WORD}"
_NUMBER_WITH_WORD = (
    f"SELECT %s, CAST(count(*) AS text) FROM (SELECT 1{_WITH_WORD} LIMIT %s) counted"  # noqa: S608
)

_COLLECTION = (
    "SELECT -1, concat(count(*), ' ', coalesce(avg(length), 0)) FROM search_searchentry"
    " WHERE locale = %s"
)


class Looked(NamedTuple):
    pages: list[frozenset[int]]
    # The number of pages of the locale, and the average length of their bodies in words.
    size: int
    average_length: float


def look_up(locale: str, words: Sequence[Collection[str]]) -> Looked:
    """Return the pages with each word, and of how many they are, with one statement. A word is its
    alternative tokens."""
    parameters: list[Any] = [locale]
    for place, tokens in enumerate(words):
        parameters += [place, *_having(locale, tokens)]
    statement = " UNION ALL ".join([_COLLECTION, *[_PAGES_WITH_WORD] * len(words)])
    # Thousands of ids are read sooner as one text than as rows.
    found = dict(_by_index(statement, parameters))
    size, average = (found.pop(-1) or "").split()
    pages = [frozenset(map(int, (found[place] or "").split())) for place in range(len(words))]
    return Looked(pages, int(size), float(average))


def count(locale: str, words: Sequence[Collection[str]], most: int) -> list[int]:
    """Return how many pages have each word, up to a number."""
    parameters: list[Any] = []
    for place, tokens in enumerate(words):
        parameters += [place, *_having(locale, tokens), most]
    found = dict(_by_index(" UNION ALL ".join([_NUMBER_WITH_WORD] * len(words)), parameters))
    return [int(found[place] or 0) for place in range(len(words))]


def _having(locale: str, tokens: Collection[str]) -> list[Any]:
    """Return the parameters of `_WITH_WORD`. Tokens consist of letters and digits, so they need no
    escaping."""
    query = " | ".join(tokens)
    return [locale, ContentType.objects.get_for_model(SearchEntry).pk, query, query]


def having_prefixes(tokens: Collection[str]) -> Any:
    """Return ids of pages that have, for each token, a word that starts with it."""
    query = " & ".join(f"{token}:*" for token in tokens)
    found = Q(autocomplete=SearchQuery(query, search_type="raw", config="simple"))
    kind = ContentType.objects.get_for_model(SearchEntry)
    rows = IndexEntry.objects.filter(found, content_type=kind)
    return rows.values(pk_of=Cast("object_id", BigIntegerField()))


def _by_index(statement: str, parameters: Sequence[Any]) -> list[tuple[int, str | None]]:
    """Return the rows of a statement without sequential scans: the planner ignores the cost of
    detoasting long vectors. For frequent words it would scan the table, which takes thirty times as
    long.

    All is sent at once. PostgreSQL runs it in one transaction, which ends the setting too, unless
    there is one already.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"SET LOCAL enable_seqscan = off; {statement}; SET LOCAL enable_seqscan = DEFAULT",
            parameters,
        )
        cursor.nextset()
        rows: list[tuple[int, str | None]] = cursor.fetchall()
    return rows
