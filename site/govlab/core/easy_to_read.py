"""Easy-to-read versions of pages. The app that has their page type registers how one is found."""

from collections.abc import Callable, Mapping, Sequence

from wagtail.models import Page

# Maps the primary keys of pages to the ids of their easy-to-read versions, of those that have one.
Find = Callable[[Sequence[Page]], Mapping[int, int]]
_find: list[Find] = []


def register(find: Find) -> None:
    _find[:] = [find]


def easy_versions(pages: Sequence[Page]) -> dict[int, int]:
    """Map the primary keys of pages to the ids of their easy-to-read versions."""
    return {page: version for find in _find for page, version in find(pages).items()}
