"""Editors' rules for queries, read again when one changes, so that changes take effect
immediately."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from govlab.delivery.log import marks
from govlab.delivery.models.head import LogState
from search.models import PromotedPage, Promotion, SearchSynonym
from search.models.phrases import phrases
from search.models.synonym import rule
from search.query.expansion import Synonyms
from search.query.phrases import Phrase, phrase, same
from search.query.state_cache import StateCache

# The queries of promotions as text, the last day, and the page.
_Promoted = tuple[str, date | None, int]
# By language.
_synonyms: StateCache[str, Synonyms] = StateCache()
_promoted: StateCache[str, list[_Promoted]] = StateCache()


def synonyms(locale: str, state: LogState | None = None) -> Synonyms:
    """`state` is the current one of the log, which rules change with."""
    return _synonyms.get(state, locale, lambda: _read_synonyms(locale))


def promoted(text: str, locale: str, state: LogState | None = None) -> list[int]:
    """Return page ids in the editors' order. Withdrawn pages are included; no engine finds them."""
    known = _promoted.get(state, locale, lambda: _read_promoted(locale))
    asked = phrase(text, locale) if known else ()
    return list(dict.fromkeys(_pages_for(asked, locale, known))) if asked else []


def is_one_of(asked: Phrase, queries: list[str], locale: str) -> bool:
    """Whether the phrase equals one of the queries, in any inflected form and spelling."""
    return any(same(asked, phrase(query, locale)) for query in queries)


def connect() -> None:
    """Invalidate the response cache when a rule changes."""
    for model in (SearchSynonym, Promotion, PromotedPage):
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=model, dispatch_uid=f"search rule {model.__name__}")


def _pages_for(asked: Phrase, locale: str, known: Iterable[_Promoted]) -> Iterator[int]:
    today = timezone.localdate()
    matches: dict[str, bool] = {}
    for queries, until, page in known:
        if until is not None and until < today:
            continue
        if queries not in matches:
            matches[queries] = is_one_of(asked, phrases(queries), locale)
        if matches[queries]:
            yield page


def _read_synonyms(locale: str) -> Synonyms:
    rows = SearchSynonym.objects.filter(locale=locale)
    return Synonyms(rule(*row) for row in rows.values_list("kind", "words", "means"))


def _read_promoted(locale: str) -> list[_Promoted]:
    """Promotions that have ended are included: the state is not told of midnight."""
    rows = PromotedPage.objects.filter(promotion__locale=locale)
    return list(
        rows.order_by("promotion", "sort_order").values_list(
            "promotion__queries", "promotion__until", "page_id"
        )
    )


def _changed(**kwargs: Any) -> None:
    marks.mark_routes("search rule changed")
