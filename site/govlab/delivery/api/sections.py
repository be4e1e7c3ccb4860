"""The registry of the API's sections: routers with their tags and links.

Apps register theirs in `AppConfig.ready()`:

    register(Section("search", "Full-text search.", make_router, links=lambda: ["search"]))
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ninja import Router


@dataclass(frozen=True)
class Section:
    """Operations that share a tag of the contract."""

    tag: str
    description: str
    # Called once all apps have registered their document types.
    make_router: Callable[[], Router]
    # Paths, relative to the API's root, for the links of the service document.
    links: Callable[[], Iterable[str]] = tuple
    # The sort order of sections.
    order: int = 100


_sections: dict[str, Section] = {}


def register(section: Section) -> None:
    """Raises ValueError if another section already has the tag."""
    if _sections.setdefault(section.tag, section) != section:
        raise ValueError(f"Two sections of the API are called {section.tag}.")


def sections() -> list[Section]:
    """Return the sections in ascending `order`."""
    return sorted(_sections.values(), key=lambda section: (section.order, section.tag))
