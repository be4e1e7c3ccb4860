"""Which page an action is done to."""

import random
from typing import Any

from ..registry import Nothing, chosen


def any_page(chance: random.Random, **wanted: Any) -> Any:
    """Any but the front pages and aliases, whose forms Wagtail does not serve."""
    from wagtail.models import Page

    return chosen(chance, Page.objects.filter(depth__gt=2, alias_of=None, **wanted))


def standard_page(chance: random.Random, **wanted: Any) -> Any:
    from home.models import StandardPage

    pages = StandardPage.objects.filter(alias_of=None, locale__language_code="lv", **wanted)
    return chosen(chance, pages)


def parent(chance: random.Random, language: str = "lv", *, not_below: Any = None) -> Any:
    """Where a standard page may stand: the front page, or another standard page."""
    from home.models import HomePage, StandardPage

    homes = HomePage.objects.filter(locale__language_code=language, alias_of=None)
    pages = StandardPage.objects.filter(locale__language_code=language, alias_of=None)
    found = [*homes.order_by("pk"), *pages.order_by("pk")]
    if not_below:
        found = [page for page in found if not page.path.startswith(not_below.path)]
    if not found:
        raise Nothing
    return chance.choice(found)


def title(chance: random.Random) -> str:
    return f"Lapa {chance.randrange(10**9)}"
