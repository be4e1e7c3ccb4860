"""What refers to a page from elsewhere, without the page's app knowing who refers.

An app that points at another's pages registers a provider in its AppConfig.ready(); templates show
`page.related_groups`. So methods list the cases that used them, and `home` never imports `cases`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from wagtail.models import Page


@dataclass(frozen=True)
class RelatedGroup:
    heading: str | Promise
    pages: Sequence[Page]


Provider = Callable[[Page], RelatedGroup | None]
_providers: dict[str, list[Provider]] = {}


def register_related(model_label: str, provider: Provider) -> None:
    """`model_label` is the target's lower-case label, such as `home.methodpage`."""
    providers = _providers.setdefault(model_label, [])
    if provider not in providers:
        providers.append(provider)


def related_groups(page: Page) -> list[RelatedGroup]:
    """Groups that have at least one page, in the order of registration."""
    groups = (provider(page) for provider in _providers.get(page._meta.label_lower, ()))
    return [group for group in groups if group and group.pages]
