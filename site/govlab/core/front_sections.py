"""The registry of the front page's sections, so that `home` does not depend on other apps.

An app registers a section in its AppConfig.ready().
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class FrontSection:
    """The first `limit` items of a collection, and a link to the page that lists it."""

    collection: str
    heading: str | Promise
    more: str | Promise
    limit: int = 3
    # The template of the section, instead of cards.
    template: str = ""
    # Chooses which of the documents are shown, and in which order.
    choose: Callable[[list[Any]], list[Any]] | None = None


_sections: dict[int, FrontSection] = {}


def register_front_section(order: int, section: FrontSection) -> None:
    """Register a section; sections are shown in ascending `order`."""
    _sections[order] = section


def front_sections() -> list[FrontSection]:
    return [section for _, section in sorted(_sections.items(), key=lambda item: item[0])]
