"""What belongs to a page and is kept elsewhere, without the page's app knowing who keeps it.

An app registers a provider in its AppConfig.ready(); templates show `page.related_groups`. So
methods list the cases that used them, and `home` never imports `cases`.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from wagtail.models import Page


@dataclass(frozen=True)
class RelatedGroup:
    heading: str | Promise
    # What the template `card` shows; pages where it is the usual one.
    items: Sequence[Any]
    card: str = "components/card.html"


# Gets the page and the ids of pages that groups before it show.
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
    """Groups that have at least one item, in the order of registration."""
    groups: list[RelatedGroup] = []
    shown: set[int] = set()
    for provider in (*_of_types.get(page._meta.label_lower, ()), *_of_any):
        group = provider(page, shown)
        if group and group.items:
            groups.append(group)
            shown.update(item.pk for item in group.items if isinstance(item, Page))
    return groups
