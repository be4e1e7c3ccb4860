"""Editors' rules for queries, read for each search so that changes take effect immediately."""

from collections.abc import Iterator
from typing import Any

from django.db.models.signals import post_delete, post_save

from govlab.delivery.log import marks
from search.models import PromotedPage, Promotion, SearchSynonym
from search.models.phrases import phrases
from search.models.synonym import rule
from search.query.expansion import Phrase, Synonym, phrase, same


def synonyms(locale: str) -> list[Synonym]:
    rows = SearchSynonym.objects.filter(locale=locale).values_list("kind", "words", "means")
    return [rule(*row) for row in rows]


def promoted(text: str, locale: str) -> list[int]:
    """Return page ids in the editors' order. Withdrawn pages are included; no engine finds them."""
    asked = phrase(text, locale)
    return list(dict.fromkeys(_pages_for(asked, locale))) if asked else []


def is_one_of(asked: Phrase, queries: list[str], locale: str) -> bool:
    """Whether the phrase equals one of the queries, in any inflected form and spelling."""
    return any(same(asked, phrase(query, locale)) for query in queries)


def connect() -> None:
    """Invalidate the response cache when a rule changes."""
    for model in (SearchSynonym, Promotion, PromotedPage):
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=model, dispatch_uid=f"search rule {model.__name__}")


def _pages_for(asked: Phrase, locale: str) -> Iterator[int]:
    rows = (
        PromotedPage.objects.filter(
            promotion__in=Promotion.objects.current(), promotion__locale=locale
        )
        .order_by("promotion", "sort_order")
        .values_list("promotion__queries", "page_id")
    )
    matches: dict[str, bool] = {}
    for queries, page in rows:
        if queries not in matches:
            matches[queries] = is_one_of(asked, phrases(queries), locale)
        if matches[queries]:
            yield page


def _changed(**kwargs: Any) -> None:
    marks.mark_routes("search rule changed")
