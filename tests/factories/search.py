"""What editors decide about search, and what readers did not find."""

import datetime as dt
from typing import Any

from wagtail.models import Page

from search.models import PromotedPage, Promotion, SearchSynonym, ZeroResultQuery

DAY = dt.date(2026, 3, 12)


def make_synonym(*words: str, means: tuple[str, ...] = (), locale: str = "lv") -> SearchSynonym:
    return SearchSynonym.objects.create(
        locale=locale,
        kind="one_way" if means else "equal",
        words="\n".join(words),
        means="\n".join(means),
    )


def make_promotion(*queries: str, pages: list[Page], **fields: Any) -> Promotion:
    fields = {"locale": "lv"} | fields
    promotion = Promotion.objects.create(queries="\n".join(queries), **fields)
    for place, page in enumerate(pages):
        PromotedPage.objects.create(promotion=promotion, page=page, sort_order=place)
    return promotion


def make_zero_result(text: str, **fields: Any) -> ZeroResultQuery:
    fields = {"locale": "lv", "count": 2, "first_day": DAY, "last_day": DAY} | fields
    return ZeroResultQuery.objects.create(text=text, **fields)
