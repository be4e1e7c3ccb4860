"""What editors decided about queries, read again for each search: it takes effect at once."""

from collections.abc import Iterator
from typing import Any

from django.db.models.signals import post_delete, post_save

from govlab.delivery.log import marks
from search.models import PromotedPage, Promotion, SearchSynonym
from search.models.phrases import phrases
from search.query.expansion import Phrase, Synonym, phrase, same


def synonyms(locale: str) -> list[Synonym]:
    return [row.as_rule() for row in SearchSynonym.objects.filter(locale=locale)]


def promoted(text: str, locale: str) -> list[int]:
    """Page ids in the editors' order. A withdrawn page stays among them: no engine finds it."""
    asked = phrase(text, locale)
    return list(dict.fromkeys(_pages_for(asked, locale))) if asked else []


def is_one_of(asked: Phrase, queries: list[str], locale: str) -> bool:
    """Whether a query is, in any form and spelling, one of those that editors wrote."""
    return any(same(asked, phrase(query, locale)) for query in queries)


def connect() -> None:
    """Ends what the response cache holds when a rule changes, as a publication does."""
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
