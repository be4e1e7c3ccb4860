"""Easy-to-read versions of pages. The app that has their page type registers how one is found."""

from collections.abc import Callable

from wagtail.models import Page

# Returns the id of the easy-to-read version of a page.
Find = Callable[[Page], int | None]
_find: list[Find] = []


def register(find: Find) -> None:
    _find[:] = [find]


def easy_version(page: Page) -> int | None:
    return next((found for find in _find if (found := find(page)) is not None), None)
