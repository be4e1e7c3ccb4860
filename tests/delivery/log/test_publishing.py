"""What publishing writes into the log, and what it leaves alone."""

import datetime as dt
from typing import Any

import time_machine
from django.core.management import call_command
from django.test import Client

from home.models import StandardPage
from tests.editing.forms import add, edit
from tests.editing.kinds import filled_in
from tests.factories import make_standard
from tests.factories import publish as publish_in_code

from .admin import PUBLISH, publish
from .portal import NOTHING, Portal

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
FORM_TIME = "%Y-%m-%d %H:%M"


def at(hours: int) -> str:
    """As the form wants it: in the site's time zone, which is two hours ahead in March."""
    return (NOON + dt.timedelta(hours=hours + 2)).strftime(FORM_TIME)


def test_draft_then_publish(portal: Portal, editor_client: Client, home: Any) -> None:
    page = add(editor_client, StandardPage, home, **filled_in(StandardPage))
    assert portal.follow() == NOTHING
    publish(editor_client, page)
    assert list(portal.follow().documents) == [page.pk]
    assert portal[page]["title"] == "Jauna lapa"


def test_republish_without_a_change_writes_nothing(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    page = publish_in_code(make_standard(home))
    portal.follow()
    publish(editor_client, page)
    assert portal.follow() == NOTHING


def test_republish_with_a_change_writes_that_page_only(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    page, _ = publish_in_code(make_standard(home)), publish_in_code(make_standard(home))
    portal.follow()
    before = portal[page]
    publish(editor_client, page, summary="Cits kopsavilkums.")
    assert list(portal.follow().documents) == [page.pk]
    assert portal[page]["summary"] == "Cits kopsavilkums."
    assert portal[page]["digest"] != before["digest"]
    assert portal[page]["published_at"] == before["published_at"]


def test_draft_of_a_public_page_changes_nothing(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    page = publish_in_code(make_standard(home))
    portal.follow()
    edit(editor_client, page, title="Vēl nepublicēts")
    assert portal.follow() == NOTHING


def test_schedule_and_expiry(portal: Portal, editor_client: Client, home: Any) -> None:
    page = make_standard(home, live=False)
    with time_machine.travel(NOON, tick=False) as clock:
        publish(editor_client, page, go_live_at=at(1), expire_at=at(3))
        assert portal.follow() == NOTHING, "a first publication in the future is no publication"
        clock.shift(dt.timedelta(hours=2))
        call_command("publish_scheduled", verbosity=0)
        assert list(portal.follow().documents) == [page.pk]
        assert portal[page]["published_at"] == "2026-03-01T14:00:00Z"
        clock.shift(dt.timedelta(hours=2))
        call_command("publish_scheduled", verbosity=0)
    assert portal.follow().withdrawn == {page.pk: "expired"}


def test_scheduled_change_of_a_public_page_waits(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        page = publish_in_code(make_standard(home, title="Tagad"))
        portal.follow()
        publish(editor_client, page, title="Vēlāk", go_live_at=at(1))
        assert portal.follow() == NOTHING
        clock.shift(dt.timedelta(hours=2))
        call_command("publish_scheduled", verbosity=0)
    portal.follow()
    assert portal[page]["title"] == "Vēlāk"


def test_page_that_was_made_live_without_a_revision(portal: Portal, home: Any) -> None:
    """As an import makes it: it has no date of publication."""
    page = make_standard(home)
    assert list(portal.follow().documents) == [page.pk]
    assert portal[page]["published_at"] is None


def test_publishing_again_after_a_withdrawal(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    page = publish_in_code(make_standard(home))
    portal.follow()
    page.unpublish()
    portal.follow()
    assert page not in portal
    edit(editor_client, page, **PUBLISH)
    assert list(portal.follow().documents) == [page.pk]
