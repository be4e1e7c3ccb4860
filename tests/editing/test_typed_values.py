"""What editors type is read as they mean it, or refused; never something else in silence."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from cases.models import CasePage
from govlab.editing.typed_numbers import TypedDecimalField, TypedIntegerField
from govlab.editing.typed_times import TypedDateTimeField
from news.models import NewsPage
from tests.factories import make_case, make_case_index, make_news, make_news_index

from .forms import edit, served_form

both_languages = pytest.mark.parametrize("language", ["lv", "en"])
DAY = dt.date(2026, 12, 24)


@pytest.fixture
def user(editor_client: Client, admin_user: Any, language: str) -> Client:
    """The administration in a language."""
    UserProfile.objects.update_or_create(user=admin_user, defaults={"preferred_language": language})
    return editor_client


def refused(client: Client, page: Any, **fields: str) -> tuple[dict[str, Any], BeautifulSoup]:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = served_form(client.get(address).content.decode())
    response = client.post(address, form | fields)
    assert response.status_code == 200
    return response.context["form"].errors, BeautifulSoup(response.content, "html.parser")


@both_languages
@pytest.mark.parametrize(
    "text", ["24.12.2026", "24.12.2026.", "24. 12. 2026", "24.12.26", "24/12/2026", "2026-12-24"]
)
def test_a_day_in_every_usual_way(user: Client, home: Any, text: str) -> None:
    news = make_news(make_news_index(home))
    assert edit(user, news, date=text).get_latest_revision_as_object().date == DAY


@both_languages
def test_the_day_is_shown_as_it_is_typed(user: Client, home: Any) -> None:
    news = make_news(make_news_index(home), date=DAY)
    address = reverse("wagtailadmin_pages:edit", args=[news.pk])
    assert served_form(user.get(address).content.decode())["date"] == "24.12.2026"


@both_languages
@pytest.mark.parametrize("text", ["12/24/2026", "31.02.2026", "rīt", "24.12.", "24122026"])
def test_what_cannot_be_read_is_shown_again(user: Client, home: Any, text: str) -> None:
    news = make_news(make_news_index(home))
    errors, page = refused(user, news, date=text)
    assert set(errors) == {"date"}
    assert len(errors["date"]) == 1
    field: Any = page.find("input", attrs={"name": "date"})
    assert field["value"] == text


@both_languages
def test_times_of_events_and_of_publishing(user: Client, home: Any) -> None:
    news = make_news(make_news_index(home))
    times = {"event_start": "01.12.2026 10:00", "event_end": "1.12.2026, 12.30"}
    go_live = {"go_live_at": "05.12.2099 08:00", "expire_at": "2099-12-06 08:00"}
    saved = edit(user, news, kind="event", **times, **go_live).get_latest_revision_as_object()
    local = [timezone.localtime(moment) for moment in (saved.event_start, saved.event_end)]
    assert [f"{moment:%d.%m.%Y %H:%M}" for moment in local] == [
        "01.12.2026 10:00",
        "01.12.2026 12:30",
    ]
    assert timezone.localtime(saved.go_live_at).day == 5
    assert timezone.localtime(saved.expire_at).day == 6


@both_languages
def test_an_hour_that_the_clocks_skip_is_one_mistake(user: Client, home: Any) -> None:
    news = make_news(make_news_index(home))
    skipped = {"event_start": "29.03.2026 03:30", "event_end": "29.03.2026 05:00"}
    errors, page = refused(user, news, kind="event", **skipped)
    assert {name: len(found) for name, found in errors.items()} == {"event_start": 1}
    field: Any = page.find("input", attrs={"name": "event_start"})
    assert field["value"] == "29.03.2026 03:30"


def test_of_an_hour_that_comes_twice_the_first_is_taken() -> None:
    moment = TypedDateTimeField().clean("25.10.2026 03:30")
    assert moment.utcoffset() == dt.timedelta(hours=3)
    with timezone.override("America/New_York"), pytest.raises(ValidationError):
        TypedDateTimeField().clean("08.03.2026 02:30")


@both_languages
def test_an_unreadable_start_is_one_mistake_of_a_case(user: Client, home: Any) -> None:
    case = make_case(make_case_index(home))
    errors, _ = refused(user, case, period_start="rīt", period_end="24.12.2026")
    assert {name: len(found) for name, found in errors.items()} == {"period_start": 1}


NUMBERS = {
    "12,5": "12.5",
    "12.5": "12.5",
    " 7 ": "7",
    "−5,25": "-5.25",
    "1 234,5": "1234.5",
    "1\u00a0234": "1234",
    "1\u202f234\u202f567": "1234567",
    "1.234,5": "1234.5",
    "1,234.5": "1234.5",
    "1.234.567": "1234567",
    "1'234,50": "1234.5",
    "0,12": "0.12",
}
NO_NUMBERS = ["1,234", "1.234", "1.234.5", "1,2,3", "12 5", "1e5", "NaN", "٣", "5,", "12,5 %", "½"]


@both_languages
def test_numbers_mean_the_same_in_every_language(language: str) -> None:
    field = TypedDecimalField(max_digits=14, decimal_places=2)
    with translation.override(language):
        assert {text: field.clean(text) for text in NUMBERS} == {
            text: Decimal(number) for text, number in NUMBERS.items()
        }
        for text in NO_NUMBERS:
            with pytest.raises(ValidationError):
                field.clean(text)


@both_languages
@pytest.mark.parametrize(("text", "number"), [("12", 12), ("1 500", 1500), ("3,0", 3)])
def test_whole_numbers(language: str, text: str, number: int) -> None:
    assert TypedIntegerField().clean(text) == number


@pytest.mark.parametrize("text", ["1,5", "1.500", "1,500", "x"])
def test_a_fraction_is_no_whole_number(text: str) -> None:
    with pytest.raises(ValidationError):
        TypedIntegerField().clean(text)


@both_languages
def test_an_outcome_is_typed_with_a_comma(user: Client, home: Any, language: str) -> None:
    case = make_case(make_case_index(home))
    row = {"metric": "Dienas", "unit": "", "before": "1 012,5", "after": "12,5", "source": ""}
    fields = {f"outcomes-0-{name}": value for name, value in row.items()}
    count = {"outcomes-TOTAL_FORMS": "1", "outcomes-0-ORDER": "1", "outcomes-0-id": ""}
    saved: CasePage = edit(user, case, **fields, **count).get_latest_revision_as_object()
    (outcome,) = saved.outcomes.all()
    assert (outcome.before, outcome.after) == (Decimal("1012.5"), Decimal("12.5"))
    address = reverse("wagtailadmin_pages:edit", args=[case.pk])
    shown = served_form(user.get(address).content.decode())["outcomes-0-after"]
    assert shown == {"lv": "12,5", "en": "12.5"}[language]


def test_fields_of_numbers_are_no_number_inputs(editor_client: Client, home: Any) -> None:
    """Which drop a comma where the browser's language has none."""
    for page in (make_case(make_case_index(home)), make_news(make_news_index(home))):
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert 'type="number"' not in editor_client.get(address).content.decode()
    assert NewsPage.objects.exists()
