"""What is prepared is there as if the test had made it, and nothing that a test has is lost."""

from typing import Any

import pytest
from wagtail.models import Page, Revision

from tests.factories import make_home, make_standard, publish
from tests.prepared import Prepared
from tests.second_process import needs_database_server

pytestmark = needs_database_server

MADE: list[int] = []


def _make() -> dict[str, Any]:
    MADE.append(1)
    return {"page": publish(make_standard(make_home(), title="Sagatavota"))}


@pytest.fixture(scope="module")
def prepared(django_db_setup: None, django_db_blocker: Any) -> Prepared:
    prepared = Prepared(_make)
    with django_db_blocker.unblock():
        prepared.prepare()
        assert not Page.objects.filter(title="Sagatavota").exists()
    return prepared


@pytest.mark.parametrize("run", range(2))
def test_it_is_copied(prepared: Prepared, home: Any, run: int) -> None:
    times = len(MADE)
    page = prepared.there()["page"]
    assert len(MADE) == times
    assert (page.title, page.get_parent().pk) == ("Sagatavota", home.pk)
    assert Revision.objects.get(pk=page.live_revision_id).content["title"] == "Sagatavota"
    assert not Page.find_problems()[0]
    page.title = "Cits"
    assert publish(page).title == "Cits"


def test_a_test_that_has_pages_keeps_them(prepared: Prepared, home: Any) -> None:
    own = make_standard(home, title="Sava")
    times = len(MADE)
    page = prepared.there()["page"]
    assert len(MADE) == times + 1
    assert {own.pk, page.pk} <= set(Page.objects.values_list("pk", flat=True))
