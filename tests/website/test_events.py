"""Events apart from news: upcoming ones first, past ones marked at the moment when they are."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect

from govlab.delivery.api import response_cache
from govlab.delivery.log import relay
from tests.factories import make_news, make_news_index, publish, translate_page
from tests.news.test_calendar import read

NOW = dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


class Clock:
    """Both clocks at once: the time of day, and the one of the response cache."""

    def __init__(self, traveller: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self._traveller = traveller
        self._begin = NOW
        self.now = NOW
        monkeypatch.setattr(
            response_cache.time, "monotonic", lambda: (self.now - self._begin).total_seconds()
        )

    def move_to(self, moment: dt.datetime) -> None:
        self.now = moment
        self._traveller.move_to(moment, tick=False)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield Clock(traveller, monkeypatch)


def make_event(index: Any, title: str, start: dt.datetime, **fields: Any) -> Any:
    return make_news(index, title=title, kind="event", event_start=start, **fields)


@pytest.fixture
def index(clock: Clock, home: Any) -> Any:
    index = make_news_index(home)
    make_event(index, "Vēlāk", NOW + 9 * HOUR)
    make_event(index, "Drīz", NOW + HOUR, event_end=NOW + 2 * HOUR, event_place="Rīga")
    make_event(index, "Bija", NOW - 48 * HOUR)
    make_news(index, title="Ziņa")
    relay.drain()
    return index


def _soup(client: Client, url: str) -> BeautifulSoup:
    answer = client.get(url)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def _upcoming(soup: BeautifulSoup) -> list[str]:
    return [link.text for link in soup.select(".events__title a")]


def _past(soup: BeautifulSoup) -> list[str]:
    return [
        card.select_one(".card__title").text.strip()  # type: ignore[union-attr]
        for card in soup.select(".card")
        if card.select_one(".past")
    ]


def test_upcoming_events_come_first_by_their_start(client: Client, index: Any) -> None:
    soup = _soup(client, index.url)
    assert _upcoming(soup) == ["Drīz", "Vēlāk"]
    assert _past(soup) == ["Bija"]
    assert len(soup.select(".card")) == 4


@pytest.mark.parametrize(
    ("query", "number"), [("kind=event", 2), ("page=1", 2), ("kind=result", 0), ("year=2026", 0)]
)
def test_a_filtered_list_is_only_what_was_asked_for(
    client: Client, index: Any, query: str, number: int
) -> None:
    assert len(_upcoming(_soup(client, f"{index.url}?{query}"))) == number


def test_an_event_becomes_past_without_a_change_of_the_log(
    client: Client, index: Any, clock: Clock
) -> None:
    end = NOW + 2 * HOUR
    event = index.get_children().get(title="Drīz").url
    for moment, upcoming in (
        (NOW, True),
        (end - dt.timedelta(seconds=1), True),
        (end, False),
        (end + HOUR, False),
    ):
        clock.move_to(moment)
        soup = _soup(client, index.url)
        assert ("Drīz" in _upcoming(soup)) == upcoming
        assert ("Drīz" not in _past(soup)) == upcoming
        assert (_soup(client, event).select_one(".past") is None) == upcoming
        assert (_soup(client, event).select_one("a[href$='event.ics']") is not None) == upcoming
        with CaptureQueriesContext(connection) as captured:
            Client().get(index.url)
        assert len(captured) == 1, "cached until the next one"


def test_one_event_as_a_file(client: Client, index: Any) -> None:
    event = index.get_children().get(title="Drīz")
    with CaptureQueriesContext(connection) as captured:
        answer = Client().get(f"{event.url}event.ics")
    assert len(captured) <= 3
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="event.ics"'
    assert not answer.cookies
    values = dict(read(answer.content))
    assert values["SUMMARY;LANGUAGE=lv"] == "Drīz"
    assert values["LOCATION;LANGUAGE=lv"] == "Rīga"
    again = client.get(f"{event.url}event.ics", headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_change_of_an_event_has_the_same_id_and_a_higher_sequence(
    client: Client, index: Any
) -> None:
    event = index.get_children().get(title="Drīz").specific
    before = dict(read(client.get(f"{event.url}event.ics").content))
    event.event_place = "Cēsis"
    publish(event)
    after = dict(read(client.get(f"{event.url}event.ics").content))
    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


def test_a_withdrawn_event_is_gone(client: Client, index: Any) -> None:
    event = index.get_children().get(title="Drīz").specific
    url = f"{event.url}event.ics"
    event.unpublish()
    assert client.get(url).status_code == 410
    assert "Drīz" not in client.get("/lv/events.ics").content.decode()


def test_what_is_no_event_has_no_calendar(client: Client, home: Any, index: Any) -> None:
    news = index.get_children().get(title="Ziņa")
    for url in (news.url, index.url, home.url, "/lv/nav/"):
        assert client.get(f"{url}event.ics").status_code == 404


def test_the_calendar_of_a_language(client: Client, index: Any, clock: Clock) -> None:
    lines = read(client.get("/lv/events.ics").content)
    titles = [value for name, value in lines if name == "SUMMARY;LANGUAGE=lv"]
    assert titles == ["Drīz", "Vēlāk"]
    assert ("BEGIN", "VEVENT") not in read(client.get("/en/events.ics").content)
    clock.move_to(NOW + 3 * HOUR)
    lines = read(client.get("/lv/events.ics").content)
    assert [value for name, value in lines if name == "SUMMARY;LANGUAGE=lv"] == ["Vēlāk"]


def test_languages_do_not_share_ids(client: Client, home: Any, index: Any) -> None:
    publish(home)
    translate_page(home, title="Home")
    translate_page(publish(index), title="News")
    event = publish(index.get_children().get(title="Drīz").specific)
    translate_page(event, title="Soon", event_place="Riga")
    ids = [
        dict(read(client.get(f"/{language}/events.ics").content))["UID"]
        for language in ("lv", "en")
    ]
    assert len(set(ids)) == 2


def _events(client: Client, path: str) -> dict[str, dict[str, str]]:
    """The events of a calendar by their ids."""
    found: list[dict[str, str]] = []
    for name, value in read(client.get(path).content):
        if (name, value) == ("BEGIN", "VEVENT"):
            found.append({})
        elif found:
            found[-1][name] = value
    return {event["UID"]: event for event in found}


def test_subscribed_calendars_cancel_a_withdrawn_event(
    client: Client, index: Any, clock: Clock
) -> None:
    event = index.get_children().get(title="Drīz").specific
    id_ = f"{event.translation_key}-lv"
    before = _events(client, "/lv/events.ics")[id_]
    assert before["STATUS"] == "CONFIRMED"
    event.unpublish()
    relay.drain()
    cancelled = _events(client, "/lv/events.ics")[id_]
    assert cancelled["STATUS"] == "CANCELLED"
    assert cancelled["DTSTART"] == before["DTSTART"]
    assert int(cancelled["SEQUENCE"]) > int(before["SEQUENCE"])
    assert cancelled["SUMMARY;LANGUAGE=lv"] == "Pasākums ir atcelts vai noņemts no vietnes"
    assert not {"LOCATION;LANGUAGE=lv", "URL"} & set(cancelled)
    # Back again, it is confirmed, with a sequence that is higher still.
    publish(type(event).objects.get(pk=event.pk))
    relay.drain()
    again = _events(client, "/lv/events.ics")[id_]
    assert again["STATUS"] == "CONFIRMED"
    assert int(again["SEQUENCE"]) > int(cancelled["SEQUENCE"])
    type(event).objects.get(pk=event.pk).delete()
    relay.drain()
    assert _events(client, "/lv/events.ics")[id_]["STATUS"] == "CANCELLED"
    clock.move_to(NOW + 3 * HOUR)
    assert id_ not in _events(client, "/lv/events.ics")


def test_what_never_was_public_and_other_news_are_not_cancelled(client: Client, index: Any) -> None:
    make_event(index, "Melnraksts", NOW + HOUR, live=False)
    index.get_children().get(title="Ziņa").specific.unpublish()
    index.get_children().get(title="Bija").specific.unpublish()
    relay.drain()
    statuses = [event["STATUS"] for event in _events(client, "/lv/events.ics").values()]
    assert statuses == ["CONFIRMED", "CONFIRMED"]


def test_a_moved_event_leads_on(client: Client, index: Any) -> None:
    event = index.get_children().get(title="Drīz").specific
    url = event.url
    Redirect.objects.create(old_path=url.rstrip("/"), redirect_page=event)
    event.slug = "citur"
    publish(event)
    relay.drain()
    answer = client.get(f"{url}event.ics")
    assert answer.status_code == 301
    assert answer["Location"] == f"{type(event).objects.get(pk=event.pk).url}event.ics"
