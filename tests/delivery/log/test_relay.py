"""A page that no document can be made of stops nobody, is reported, and comes when it can."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any
from unittest.mock import patch

import pytest
import time_machine
from django.core.management import call_command

from govlab.delivery.log import relay
from govlab.delivery.models import Mark
from home.schemas import StandardDocument
from tests.factories import make_standard, publish, translate_page

from .portal import Portal

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


@contextmanager
def poison(*titles: str) -> Iterator[None]:
    """No document can be made of pages with these titles."""

    def details(page: Any, resolver: Any) -> dict[str, Any]:
        if page.title in titles:
            raise ValueError(f"{page.title} is broken")
        return {}

    with patch.object(StandardDocument, "details", details):
        yield


def test_others_go_on_and_it_comes_later(
    portal: Portal, home: Any, caplog: pytest.LogCaptureFixture
) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        with poison("Slikta"):
            bad = publish(make_standard(home, title="Slikta"))
            good = publish(make_standard(home, title="Laba"))
            assert relay.drain() == 1
            assert portal.get(f"pages/{good.pk}").status_code == 200
            assert portal.get(f"pages/{bad.pk}").status_code == 404
            assert str(bad.translation_key) in caplog.text
            marks = Mark.objects.filter(key=str(bad.translation_key))
            assert {mark.error for mark in marks} == {"ValueError: Slikta is broken"}
            assert relay.drain() == 0
            waits = []
            for _ in range(3):
                mark = marks.order_by("pk")[0]
                assert mark.not_before
                waits.append(mark.not_before - dt.datetime.now(dt.UTC))
                clock.move_to(mark.not_before)
                relay.drain()
            assert waits == sorted(set(waits)), "it waits longer each time"
        clock.shift(dt.timedelta(minutes=10))
        assert set(portal.follow().documents) == {bad.pk, good.pk}
        assert not Mark.objects.exists()


def test_mended_page_does_not_wait(portal: Portal, home: Any) -> None:
    with poison("Slikta"):
        page = publish(make_standard(home, title="Slikta"))
        relay.drain()
        page.title = "Laba"
        publish(page)
        assert list(portal.follow().documents) == [page.pk]


def test_it_holds_back_neither_its_translation_nor_what_is_withdrawn(
    portal: Portal, home: Any
) -> None:
    translate_page(home, title="Home")
    page = publish(make_standard(home, title="Lapa"))
    twin = translate_page(page, title="Page")
    portal.follow()
    with poison("Slikta"):
        page.title = "Slikta"
        publish(page)
        twin.unpublish()
        relay.drain()
        assert portal.get(f"pages/{twin.pk}").status_code == 410
        assert portal.get(f"pages/{page.pk}").json()["title"] == "Lapa"


def test_commands_report_it(portal: Portal, home: Any) -> None:
    with poison("Slikta"):
        page = publish(make_standard(home, title="Slikta", slug="slikta"))
        relay.drain()
        out = StringIO()
        with pytest.raises(SystemExit) as ended:
            call_command("check_documents", stdout=out, stderr=StringIO())
        assert ended.value.code == 1
        assert f"page {page.pk}" in out.getvalue()
        assert "Slikta is broken" in out.getvalue()
        Mark.objects.all().delete()
        call_command("rebuild_documents", stdout=StringIO())
        assert Mark.objects.filter(key=str(page.translation_key)).exists(), "it is tried again"
