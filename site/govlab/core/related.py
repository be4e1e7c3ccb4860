"""The registry of related content, so that page types do not depend on the apps that provide it.

Apps register providers in `AppConfig.ready()`, and templates show `page.related_groups`. Methods
can thus list the cases that use them, although `home` never imports `cases`.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from wagtail.models import Page


@dataclass(frozen=True)
class RelatedGroup:
    heading: str | Promise
    # The items for the template `card`; pages for the default one.
    items: Sequence[Any]
    card: str = "components/card.html"


# Called with the page and the ids of pages in previous groups.
Provider = Callable[[Page, Collection[int]], RelatedGroup | None]
_of_types: dict[str, list[Provider]] = {}
_of_any: list[Provider] = []


def register_related(provider: Provider, model_label: str = "") -> None:
    """`model_label` is the target's lower-case label, such as `home.methodpage`; without one, the
    provider is asked of pages of every type, after those of their own."""
    providers = _of_types.setdefault(model_label, []) if model_label else _of_any
    if provider not in providers:
        providers.append(provider)


def related_groups(page: Page) -> list[RelatedGroup]:
    """Return the groups with at least one item, in the order of registration."""
    groups: list[RelatedGroup] = []
    shown: set[int] = set()
    for provider in (*_of_types.get(page._meta.label_lower, ()), *_of_any):
        group = provider(page, shown)
        if group and group.items:
            groups.append(group)
            shown.update(item.pk for item in group.items if isinstance(item, Page))
    return groups
