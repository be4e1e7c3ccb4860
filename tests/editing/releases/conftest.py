from dataclasses import dataclass, fields
from typing import Any

import pytest

from govlab.editing.models import Release
from govlab.editing.releases import actions
from tests.factories import make_home, make_news_index, make_standard, publish, translate_page
from tests.factories.accounts import ENTER, make_account, make_group
from tests.prepared import Prepared

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


def _make_staff() -> dict[str, Any]:
    home = publish(make_home())
    english = translate_page(home, title="Home", summary="In English.")
    rights = {
        "author": {home: WRITE},
        "translator": {english: WRITE},
        "latvian_approver": {home: APPROVE},
        "english_approver": {english: APPROVE},
        "chief": {home: APPROVE, english: APPROVE},
    }
    accounts = {role: make_account(make_group(ENTER, pages=of)) for role, of in rights.items()}
    return {"english_home": english, **accounts}


def _make_pairs() -> dict[str, Any]:
    made = _make_staff()
    home = make_home()
    page = make_standard(home, "Ziņa", live=False)
    page.save_revision()
    english = translate_page(page, title="News item", summary="In English.")
    english.unpublish()
    index = publish(make_news_index(home, "Jaunumi"))
    english_index = translate_page(index, title="News", summary="In English.")
    for changed, title in ((index, "Jauni jaunumi"), (english_index, "New news")):
        changed.title = title
        changed.save_revision()
    pages = (page, english, index, english_index)
    for stored in pages:
        stored.refresh_from_db()
    return made | dict(zip(PAGES, pages, strict=True))


PAGES = ("page", "english", "index", "english_index")
STAFF, PAIRS = Prepared(_make_staff), Prepared(_make_pairs)


@pytest.fixture(scope="session", autouse=True)
def _prepared_releases(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        STAFF.prepare()
        PAIRS.prepare()


@pytest.fixture
def site(request: pytest.FixtureRequest, home: Any) -> dict[str, Any]:
    pairs = {"pair", "second_pair"}.intersection(request.fixturenames)
    return (PAIRS if pairs else STAFF).there()


@pytest.fixture
def english_home(site: dict[str, Any]) -> Any:
    return site["english_home"]


@pytest.fixture
def staff(site: dict[str, Any]) -> Staff:
    return Staff(**{field.name: site[field.name] for field in fields(Staff)})


@pytest.fixture
def pair(site: dict[str, Any]) -> list[Any]:
    """A Latvian page and its translation, neither of them public yet."""
    return [site["page"], site["english"]]


@pytest.fixture
def second_pair(site: dict[str, Any]) -> list[Any]:
    """A page and its translation that are public, each with a new draft."""
    return [site["index"], site["english_index"]]


@pytest.fixture
def release(staff: Staff, pair: list[Any], second_pair: list[Any]) -> Release:
    """Two pages in two languages."""
    made = actions.create("Gada pārskats", staff.author)
    actions.add(made, [*pair, *second_pair], staff.chief)
    return made
