"""iCalendar, read back by the rules of RFC 5545."""

import datetime as dt
import uuid
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlab.delivery.schemas.page import Seo, TranslationInfo
from news.calendar import calendar
from news.schemas import Event, NewsDocument, over_at

START = dt.datetime(2026, 12, 10, 15, 0, tzinfo=dt.UTC)


def make_event(**fields: Any) -> NewsDocument:
    event = {"start": START, "end": START + dt.timedelta(hours=2), "place": "Rīga"}
    event |= {name: fields.pop(name) for name in list(fields) if name in event}
    values: dict[str, Any] = {
        "id": 7,
        "locale": "lv",
        "translation_key": uuid.UUID(int=5),
        "sequence": 12,
        "digest": "d",
        "title": "Atvērtā laboratorija",
        "summary": "Vakars.",
        "path": "/lv/jaunumi/a/",
        "url": "https://example.lv/lv/jaunumi/a/",
        "published_at": START,
        "updated_at": dt.datetime(2026, 11, 1, 8, 30, 15, tzinfo=dt.UTC),
        "image": None,
        "is_sample": False,
        "breadcrumbs": [],
        "translations": [],
        "translation": TranslationInfo(source_locale="lv", status="original", provenance="human"),
        "terms": [],
        "seo": Seo(title="", description=""),
        "body": [],
        "date": START.date(),
        "kind": "event",
        "event": Event(**event),
    }
    return NewsDocument(**values | fields)


def read(data: bytes) -> list[tuple[str, str]]:
    """Return names with parameters, and values, of unfolded lines."""
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")[:-1]
    for line in lines:
        assert b"\n" not in line
        assert b"\r" not in line
        assert len(line) <= 75
        line.decode()  # no character is cut
    unfolded = data.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]
    return [(name, value) for name, _colon, value in (line.partition(":") for line in unfolded)]


def plain(text: str) -> str:
    """Unescape a TEXT."""
    found, letters = "", iter(text)
    for letter in letters:
        if letter == "\\":
            following = next(letters)
            assert following in "\\;,nN"
            found += "\n" if following in "nN" else following
        else:
            assert letter not in ";,"
            found += letter
    return found


def test_an_event() -> None:
    lines = read(calendar([make_event()]))
    assert lines[0] == ("BEGIN", "VCALENDAR")
    assert lines[-1] == ("END", "VCALENDAR")
    values = dict(lines)
    assert values["VERSION"] == "2.0"
    assert values["UID"] == f"{uuid.UUID(int=5)}-lv"
    assert values["DTSTART"] == "20261210T150000Z"
    assert values["DTEND"] == "20261210T170000Z"
    assert values["DTSTAMP"] == "20261101T083015Z"
    assert values["SEQUENCE"] == "12"
    assert values["STATUS"] == "CONFIRMED"
    assert values["SUMMARY;LANGUAGE=lv"] == "Atvērtā laboratorija"
    assert values["LOCATION;LANGUAGE=lv"] == "Rīga"
    assert values["URL"] == "https://example.lv/lv/jaunumi/a/"


def test_times_are_utc_on_both_sides_of_a_change_of_the_clocks() -> None:
    """On 25 October 2026 the clocks of Riga go back at 4."""
    riga = dt.timezone(dt.timedelta(hours=3))
    start = dt.datetime(2026, 10, 25, 2, 30, tzinfo=riga)
    values = dict(read(calendar([make_event(start=start, end=None)])))
    assert values["DTSTART"] == "20261024T233000Z"
    assert "DTEND" not in values


@pytest.mark.parametrize("end", [START, START - dt.timedelta(hours=1), None])
def test_an_end_that_is_not_later_than_the_start_is_left_out(end: Any) -> None:
    assert "DTEND" not in dict(read(calendar([make_event(end=end)])))


def test_a_sequence_fits_an_integer() -> None:
    assert dict(read(calendar([make_event(sequence=2**40)])))["SEQUENCE"] == str(2**31 - 1)


@given(
    title=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])),
    words=st.text("āž;,\\\n:\"'😀 ", max_size=200),
)
def test_any_text_survives(title: str, words: str) -> None:
    lines = read(calendar([make_event(title=title, place=words)], name=words))
    values = dict(lines)
    assert plain(values["SUMMARY;LANGUAGE=lv"]) == title
    assert plain(values.get("LOCATION;LANGUAGE=lv", "")) == words
    assert [name for name, _value in lines].count("BEGIN") == 2


def test_control_characters_are_left_out() -> None:
    values = dict(read(calendar([make_event(title="a\x00b\x07c\td")])))
    assert values["SUMMARY;LANGUAGE=lv"] == "abc\td"


def test_no_text_adds_lines() -> None:
    lines = read(calendar([make_event(title="x\r\nEND:VCALENDAR", place="y\rATTENDEE:z")]))
    assert [name for name, _value in lines].count("END") == 2
    assert "ATTENDEE" not in dict(lines)


def test_an_event_without_an_end_is_over_with_its_day_in_latvia() -> None:
    assert over_at(START, None) == dt.datetime(2026, 12, 10, 22, 0, tzinfo=dt.UTC)
    assert over_at(START, START) == START
