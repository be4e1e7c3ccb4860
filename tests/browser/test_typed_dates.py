"""Dates typed into the administration, in both of its languages: read as meant, or left alone."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect
from wagtail.users.models import UserProfile

from tests.factories import make_news, make_news_index

pytestmark = pytest.mark.browser


@pytest.fixture(params=["lv", "en"])
def editor(request: Any, site: str, tab: Page) -> Iterator[Page]:
    """The tab, logged in, in a language of the administration."""
    user = get_user_model().objects.create_superuser("redaktore", "r@example.org", "parole-testam")
    UserProfile.objects.create(user=user, preferred_language=request.param)
    tab.goto(f"{site}/admin/")
    tab.fill("input[name=username]", "redaktore")
    tab.fill("input[name=password]", "parole-testam")
    tab.click("button[type=submit]")
    yield tab
    # The form saves itself while it is filled in; the database must not be cleared under it.
    tab.goto("about:blank")
    tab.wait_for_load_state("networkidle")


def typed(field: Locator, text: str) -> str:
    """What stands in the field after it was left."""
    field.focus()
    field.fill("")
    field.press_sequentially(text)
    field.press("Tab")
    return field.input_value()


DATES = {
    "24.12.2026": "24.12.2026",
    "1.2.2026": "01.02.2026",
    "24.12.26": "24.12.2026",
    "24/12/2026": "24.12.2026",
    "2026-12-24": "24.12.2026",
    "2026. gada 24. decembris": "24.12.2026",
    "24. decembrī 2026": "24.12.2026",
    "24 December 2026": "24.12.2026",
    "31.02.2026": "31.02.2026",
    "12/24/2026": "12/24/2026",
    "rīt": "rīt",
    "": "",
}
TIMES = {
    "01.12.2026 10:00": "01.12.2026 10:00",
    "1.12.2026, 9.05": "01.12.2026 09:05",
    "2026. gada 1. decembris, plkst. 10.30": "01.12.2026 10:30",
    "2026-12-01 10:00": "01.12.2026 10:00",
    "01.12.2026": "01.12.2026 00:00",
    "01.12.2026 25:00": "01.12.2026 25:00",
    "pusdienlaikā": "pusdienlaikā",
}


def test_fields_of_a_page(site: str, home: Any, editor: Page) -> None:
    news = make_news(make_news_index(home))
    editor.goto(f"{site}/admin/pages/{news.pk}/edit/")
    day, moment = editor.locator("[name=date]"), editor.locator("[name=event_start]")
    assert {text: typed(day, text) for text in DATES} == DATES
    assert {text: typed(moment, text) for text in TIMES} == TIMES


def test_a_day_can_still_be_picked(site: str, home: Any, editor: Page) -> None:
    news = make_news(make_news_index(home), date=dt.date(2026, 3, 12))
    editor.goto(f"{site}/admin/pages/{news.pk}/edit/")
    day = editor.locator("[name=date]")
    day.click()
    editor.locator(".xdsoft_datetimepicker:visible td[data-date='15']").first.click()
    expect(day).to_have_value("15.03.2026")
    typed(day, "24/12/2026")
    day.click()
    december = (
        ".xdsoft_datetimepicker:visible td[data-date='24'][data-month='11'][data-year='2026']"
    )
    expect(editor.locator(december)).to_be_visible()


def test_the_dialog_of_scheduled_publishing(site: str, home: Any, editor: Page) -> None:
    news = make_news(make_news_index(home))
    editor.goto(f"{site}/admin/pages/{news.pk}/edit/")
    editor.locator("button[data-a11y-dialog-show=schedule-publishing-dialog]").first.evaluate(
        "button => button.click()"
    )
    for name in ("go_live_at", "expire_at"):
        field = editor.locator(f"[name={name}]")
        assert {text: typed(field, text) for text in TIMES} == TIMES


def test_filters_of_a_report(site: str, home: Any, editor: Page) -> None:
    editor.goto(f"{site}/admin/reports/site-history/")
    field = editor.locator("[name=timestamp_from]")
    field.evaluate("field => field.closest('[hidden], .w-hidden')?.classList.remove('w-hidden')")
    values = field.evaluate_all(
        """(fields, texts) => texts.map((text) => {
            fields[0].value = text;
            fields[0].dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
            return fields[0].value;
        })""",
        list(DATES),
    )
    assert values == list(DATES.values())


def test_fields_of_other_models(site: str, home: Any, editor: Page) -> None:
    editor.goto(f"{site}{reverse('search_promotions:add')}")
    field = editor.locator("[name=until]")
    assert {text: typed(field, text) for text in DATES} == DATES
