from collections.abc import Sequence
from typing import Any

import pytest
from django.db import DatabaseError
from wagtail.models import Page

from govlab.delivery.documents.together import Together

PAGES = [Page(pk=1), Page(pk=2), Page(pk=3)]


class Titles:
    """Reads titles, and remembers which pages it was asked for."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.asked: list[list[Any]] = []

    def __call__(self, pages: Sequence[Page]) -> dict[int, str]:
        self.asked.append([page.pk for page in pages])
        if self.error and any(page.pk == 2 for page in pages):
            raise self.error
        return {page.pk: f"Lapa {page.pk}" for page in pages if page.pk != 3}


def test_it_reads_once_for_all() -> None:
    together, titles = Together(lambda: PAGES), Titles()
    assert [together.of(titles, page) for page in PAGES] == ["Lapa 1", "Lapa 2", None]
    assert titles.asked == [[1, 2, 3]]


def test_another_page_is_read_by_itself() -> None:
    together, titles = Together(lambda: PAGES[:2]), Titles()
    assert together.of(titles, Page(pk=4)) == "Lapa 4"
    assert titles.asked == [[4]]


def test_a_page_that_cannot_be_read_does_not_stop_the_others() -> None:
    together, titles = Together(lambda: PAGES), Titles(ValueError("broken"))
    assert together.of(titles, PAGES[0]) == "Lapa 1"
    with pytest.raises(ValueError, match="broken"):
        together.of(titles, PAGES[1])
    assert together.of(titles, PAGES[2]) is None
    assert titles.asked == [[1, 2, 3], [1], [2], [3]]


def test_an_error_of_the_database_is_nobodys_content() -> None:
    """In a transaction that it broke, nothing else can be read."""
    together, titles = Together(lambda: PAGES), Titles(DatabaseError("gone"))
    with pytest.raises(DatabaseError):
        together.of(titles, PAGES[0])
    assert titles.asked == [[1, 2, 3]]


def test_groups_are_read_with_pages_that_are_not_public() -> None:
    together, titles = Together(lambda: PAGES[:1], lambda: PAGES), Titles()
    assert dict(together.of_group(titles, PAGES[:2])) == {1: "Lapa 1", 2: "Lapa 2"}
    assert titles.asked == [[1, 2, 3]]
