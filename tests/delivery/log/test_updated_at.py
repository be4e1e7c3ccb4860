"""Readers are told when a page changed, not when its document was rebuilt."""

import datetime as dt
import json
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from govlab.delivery.documents.canonical import has_content_of
from govlab.delivery.log import relay
from govlab.delivery.log.rebuild import rebuild
from govlab.delivery.models import Document
from tests.factories import make_standard, publish


def _rebuild_a_year_later() -> int:
    with time_machine.travel(timezone.now() + dt.timedelta(days=365)):
        return rebuild(lambda done, total: None)


def _updated(page: Any) -> str:
    row = Document.objects.get(pk=page.pk)
    moment: str = json.loads(row.json)["updated_at"]
    assert row.updated_at == dt.datetime.fromisoformat(moment)
    return moment


@pytest.fixture
def page(home: Any) -> Any:
    page = publish(make_standard(home, "Lapa"))
    relay.drain()
    return page


def test_a_rebuild_moves_nothing(page: Any) -> None:
    before = _updated(page)
    assert _rebuild_a_year_later() == 0
    assert _updated(page) == before


def test_a_field_that_a_new_version_adds_is_an_entry_but_no_update(page: Any) -> None:
    row, before = Document.objects.get(pk=page.pk), _updated(page)
    stored = json.loads(row.json)
    del stored["easy_to_read"], stored["seo"]["description"]
    Document.objects.filter(pk=page.pk).update(json=json.dumps(stored), digest="earlier")
    assert _rebuild_a_year_later() >= 1
    assert Document.objects.get(pk=page.pk).sequence > row.sequence
    assert "easy_to_read" in json.loads(Document.objects.get(pk=page.pk).json)
    assert _updated(page) == before


def test_a_log_that_was_lost_has_the_dates_of_publication(page: Any) -> None:
    Document.objects.all().delete()
    assert _rebuild_a_year_later() >= 1
    page.refresh_from_db()
    assert dt.datetime.fromisoformat(_updated(page)) == page.last_published_at


def test_a_change_is_an_update(page: Any) -> None:
    before = _updated(page)
    page.title = "Cita"
    with time_machine.travel(timezone.now() + dt.timedelta(days=1)):
        publish(page)
        relay.drain()
    assert _updated(page) > before


@pytest.mark.parametrize(
    ("document", "earlier", "same"),
    [
        ({"a": 1, "b": None}, {"a": 1}, True),
        ({"a": 1}, {"a": 1, "sequence": 3, "digest": "x", "updated_at": "y"}, True),
        ({"a": [{"b": 1, "c": 2}]}, {"a": [{"b": 1}]}, True),
        ({"a": [1, 2]}, {"a": [1]}, False),
        ({"a": 2}, {"a": 1}, False),
        ({"b": 1}, {"a": 1, "b": 1}, False),
        ({"a": None}, {"a": {"b": 1}}, False),
    ],
)
def test_content(document: dict[str, Any], earlier: dict[str, Any], same: bool) -> None:
    assert has_content_of(document, earlier) == same
