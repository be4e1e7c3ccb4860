from dataclasses import dataclass
from typing import Any

import pytest

from govlab.editing.models import Release
from govlab.editing.releases import actions
from tests.factories import make_news_index, make_standard, publish, translate_page
from tests.factories.accounts import ENTER, make_account, make_group

WRITE = ("add", "change")
APPROVE = (*WRITE, "publish", "lock", "unlock")


@dataclass
class Staff:
    author: Any
    translator: Any
    latvian_approver: Any
    english_approver: Any
    # Approves both languages.
    chief: Any


@pytest.fixture
def staff(home: Any, english_home: Any) -> Staff:
    return Staff(
        make_account(make_group(ENTER, pages={home: WRITE})),
        make_account(make_group(ENTER, pages={english_home: WRITE})),
        make_account(make_group(ENTER, pages={home: APPROVE})),
        make_account(make_group(ENTER, pages={english_home: APPROVE})),
        make_account(make_group(ENTER, pages={home: APPROVE, english_home: APPROVE})),
    )


@pytest.fixture
def pair(home: Any, english_home: Any) -> list[Any]:
    """A Latvian page and its translation, neither of them public yet."""
    page = make_standard(home, "Ziņa", live=False)
    page.save_revision()
    english = translate_page(page, title="News item", summary="In English.")
    english.unpublish()
    page.refresh_from_db()
    english.refresh_from_db()
    return [page, english]


@pytest.fixture
def second_pair(home: Any, english_home: Any) -> list[Any]:
    """A page and its translation that are public, each with a new draft."""
    index = publish(make_news_index(home, "Jaunumi"))
    english = translate_page(index, title="News", summary="In English.")
    for page, title in ((index, "Jauni jaunumi"), (english, "New news")):
        page.title = title
        page.save_revision()
        page.refresh_from_db()
    return [index, english]


@pytest.fixture
def release(staff: Staff, pair: list[Any], second_pair: list[Any]) -> Release:
    """Two pages in two languages."""
    made = actions.create("Gada pārskats", staff.author)
    actions.add(made, [*pair, *second_pair], staff.chief)
    return made
