"""What the front page shows of each kind of content, without `home` knowing the kinds.

An app registers a provider in its AppConfig.ready().
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from wagtail.models import Page

from govlab.delivery.public import public_pages


@dataclass(frozen=True)
class FrontSection:
    heading: str | Promise
    more: str | Promise
    index: Page
    pages: Sequence[Page]


Provider = Callable[[Page], FrontSection | None]
_providers: dict[int, Provider] = {}


def register_front_section(order: int, provider: Provider) -> None:
    """Sections are shown by ascending `order`."""
    _providers[order] = provider


def front_sections(home: Page) -> list[FrontSection]:
    sections = (
        provider(home) for _, provider in sorted(_providers.items(), key=lambda item: item[0])
    )
    return [section for section in sections if section and section.pages]


def front_section(
    home: Page,
    index_model: type[Page],
    *,
    heading: str | Promise,
    more: str | Promise,
    limit: int = 3,
) -> FrontSection | None:
    """The first `limit` items of the home page's public index page of this model, if it has one."""
    index = public_pages(index_model.objects.child_of(home)).first()
    if index is None:
        return None
    return FrontSection(heading, more, index, list(index.listed()[:limit]))
