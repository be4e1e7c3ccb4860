"""The calendar shows what is planned, by days of Latvia, as far as the account may see it."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from govlab.core.review_dates import set_date
from govlab.editing.calendar.events import events_in
from govlab.editing.calendar.months import Month, day_name
from govlab.editing.models import Release
from tests.delivery.schedule.scheduling import NOON, at, schedule
from tests.factories import make_standard, publish, translate_page
from tests.factories.accounts import ENTER, make_account, make_group, sign_in

MARCH = Month(2026, 3)
EDIT = ("add", "change", "publish")


@pytest.fixture
def editor(home: Any) -> Any:
    publish(home)
    return make_account(make_group(ENTER, pages={home: EDIT}))


def kinds(account: Any, month: Month = MARCH) -> dict[int, list[str]]:
    found = events_in(month, account)
    return {day.day: [event.kind for event in events] for day, events in found.items()}


def test_everything_that_is_planned(home: Any, editor: Any) -> None:
    page = make_standard(home, live=False)
    # 22:30 in London is past midnight in Riga.
    schedule(page, dt.datetime(2026, 3, 9, 22, 30, tzinfo=dt.UTC))
    expiring = make_standard(home)
    with at(NOON):
        expiring.expire_at = dt.datetime(2026, 3, 31, 20, 59, tzinfo=dt.UTC)
        publish(expiring)
    Release.objects.create(name="Pārskats", go_live_at=dt.datetime(2026, 3, 12, 9, tzinfo=dt.UTC))
    set_date(expiring, dt.date(2026, 3, 12))
    assert kinds(editor) == {
        10: ["publication"],
        12: ["review", "release"],
        31: ["expiry"],
    }
    assert kinds(editor, MARCH.next) == {}


def test_only_what_the_account_may_see(home: Any, editor: Any) -> None:
    english_home = translate_page(home, title="Home", summary="Summary.")
    schedule(make_standard(home, "Slepens", live=False), dt.datetime(2026, 3, 9, tzinfo=dt.UTC))
    set_date(home, dt.date(2026, 3, 3))
    english = make_account(make_group(ENTER, pages={english_home: EDIT}))
    assert kinds(english) == {}
    assert kinds(editor) == {3: ["review"], 9: ["publication"]}
    text = sign_in(english).get(reverse("govlab_calendar"), {"month": "2026-03"}).content.decode()
    assert "Slepens" not in text


def test_weeks_begin_on_monday_and_words_are_in_their_case(home: Any, editor: Any) -> None:
    weeks = MARCH.weeks()
    assert {week[0].weekday() for week in weeks} == {0}
    with override("lv"):
        assert MARCH.title == "2026. gada marts"
        assert day_name(dt.date(2026, 3, 9)) == "Pirmdiena, 9. marts"
        text = sign_in(editor).get(reverse("govlab_calendar"), {"month": "2026-11"})
        assert "2026. gada novembris" in text.content.decode()
    with override("en"):
        assert MARCH.title == "March 2026"
        assert day_name(dt.date(2026, 3, 9)) == "Monday, 9 March"


@pytest.mark.parametrize("month", ["2026-13", "2026-0", "x", "0001-01", "9999-12", "２０２６-01"])
def test_no_such_month(editor: Any, month: str) -> None:
    response = sign_in(editor).get(reverse("govlab_calendar"), {"month": month})
    assert response.status_code in {302, 404}


def test_months_of_a_year_follow_each_other() -> None:
    months = [Month(2026, 1)]
    for _step in range(12):
        assert months[-1].next.previous == months[-1]
        months.append(months[-1].next)
    assert months[-1] == Month(2027, 1)


def test_a_fixed_number_of_queries(home: Any, editor: Any) -> None:
    def count() -> int:
        account = type(editor).objects.get(pk=editor.pk)
        with CaptureQueriesContext(connection) as queries:
            events_in(MARCH, account)
        return len(queries)

    def plan(number: int) -> None:
        moment = dt.datetime(2026, 3, 9, number, tzinfo=dt.UTC)
        page = make_standard(home, live=False)
        schedule(page, moment)
        set_date(publish(make_standard(home)), dt.date(2026, 3, 9))
        Release.objects.create(name="Pārskats", go_live_at=moment)

    plan(0)
    few = count()
    for number in range(1, 20):
        plan(number)
    assert count() == few
