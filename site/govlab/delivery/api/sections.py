"""The sections of the API: who adds calls to it, and what the contract and the service document say
of them.

An app registers its own in `AppConfig.ready()`:

    register(Section("search", "Find documents by words.", make_router, links=lambda: ["search"]))
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ninja import Router


@dataclass(frozen=True)
class Section:
    """Calls that share a tag of the contract."""

    tag: str
    description: str
    # Called once, when every app has registered its document types.
    make_router: Callable[[], Router]
    # Addresses below the API's root that the service document names.
    links: Callable[[], Iterable[str]] = tuple
    # Where it stands among the others.
    order: int = 100


_sections: dict[str, Section] = {}


def register(section: Section) -> None:
    """Raises ValueError where another section already has its tag."""
    if _sections.setdefault(section.tag, section) != section:
        raise ValueError(f"Two sections of the API are called {section.tag}.")


def sections() -> list[Section]:
    """In their order."""
    return sorted(_sections.values(), key=lambda section: (section.order, section.tag))
