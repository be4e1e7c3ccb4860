"""Pages are reviewed by who may edit them, each language by itself, with one click."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from wagtail.models import PageLogEntry

from govlab.core.review_dates import PageReview, add_missing_dates, add_months, set_date
from govlab.editing.reviews.due import reviewed_pages
from home.models import StandardPage
from news.models import NewsPage
from tests.editing.forms import add, edit
from tests.factories import make_news, make_news_index, make_standard, publish, translate_page
from tests.factories.accounts import ENTER, make_account, make_group, sign_in

EDIT = ("add", "change")
TODAY = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _today() -> Any:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def page(home: Any) -> Any:
    publish(home)
    page = publish(make_standard(home, "Lapa"))
    set_date(page, dt.date(2026, 2, 1))
    return page


@pytest.fixture
def editor(home: Any) -> Any:
    return make_account(make_group(ENTER, pages={home: EDIT}))


def date_of(page: Any) -> dt.date | None:
    return PageReview.objects.get(page=page.pk).review_on


def test_still_true_is_one_click_and_audited(page: Any, editor: Any) -> None:
    client = sign_in(editor)
    report = client.get(reverse("govlab_review_report")).content.decode()
    address = reverse("govlab_review", args=[page.pk])
    assert f'action="{address}"' in report
    client.post(address, {"do": "still_true"})
    review = PageReview.objects.get(page=page.pk)
    assert (review.review_on, review.confirmed_by) == (dt.date(2027, 3, 1), editor)
    entry = PageLogEntry.objects.get(action="govlab.still_true")
    assert (entry.page_id, entry.user) == (page.pk, editor)
    assert not reviewed_pages(editor).exists()


def test_it_makes_no_version_and_no_publication(page: Any, editor: Any) -> None:
    before = StandardPage.objects.values().get(pk=page.pk)
    sign_in(editor).post(reverse("govlab_review", args=[page.pk]), {"do": "still_true"})
    assert StandardPage.objects.values().get(pk=page.pk) == before


def test_each_language_by_itself(page: Any, home: Any, editor: Any) -> None:
    english_home = translate_page(home, title="Home", summary="Summary.")
    english = translate_page(page, title="Page", summary="Summary.")
    set_date(english, dt.date(2026, 2, 1))
    translator = make_account(make_group(ENTER, pages={english_home: EDIT}))
    assert [each.pk for each in reviewed_pages(editor)] == [page.pk]
    assert [each.pk for each in reviewed_pages(translator)] == [english.pk]
    sign_in(translator).post(reverse("govlab_review", args=[english.pk]), {"do": "still_true"})
    assert date_of(page) == dt.date(2026, 2, 1)
    response = sign_in(translator).post(
        reverse("govlab_review", args=[page.pk]), {"do": "still_true"}
    )
    assert response.status_code == 302
    assert date_of(page) == dt.date(2026, 2, 1)


def test_what_is_due(home: Any, page: Any, editor: Any) -> None:
    for title, day, fields in (
        ("Šodien", 1, {}),
        ("Rīt", 2, {}),
        ("Melnraksts", 1, {"live": False}),
    ):
        set_date(make_standard(home, title, **fields), dt.date(2026, 3, day))
    assert [each.title for each in reviewed_pages(editor)] == ["Lapa", "Šodien"]
    report = sign_in(editor).get(reverse("govlab_review_report")).content.decode()
    assert "Rīt" in report
    assert "Melnraksts" not in report


def test_the_date_is_set_with_the_page(home: Any, admin_user: Any, editor_client: Any) -> None:
    publish(home)
    page = add(editor_client, StandardPage, home, title="Jauna", slug="jauna", summary="Par ko.")
    assert date_of(page) == dt.date(2027, 3, 1)
    edit(editor_client, page, review_on="15.06.2026")
    assert date_of(page) == dt.date(2026, 6, 15)
    publish(page)
    # A draft of a public page.
    edit(editor_client, page, review_on="16.06.2026")
    assert date_of(page) == dt.date(2026, 6, 16)
    edit(editor_client, page, review_on="")
    assert date_of(page) is None


def test_defaults_by_type(home: Any) -> None:
    with time_machine.travel(dt.datetime(2025, 1, 31, tzinfo=dt.UTC), tick=False):
        publish(home)
        old = publish(make_standard(home, "Sena"))
        index = publish(make_news_index(home))
        news = publish(make_news(index))
    draft = make_standard(home, "Melnraksts", live=False)
    add_missing_dates()
    assert date_of(old) == dt.date(2026, 1, 31)
    assert date_of(index) == dt.date(2027, 1, 31)
    assert date_of(news) is None
    assert not PageReview.objects.filter(page=draft.pk).exists()
    assert NewsPage.review_months is None


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        ((2026, 1, 31), 1, (2026, 2, 28)),
        ((2024, 2, 29), 12, (2025, 2, 28)),
        ((2026, 12, 1), 1, (2027, 1, 1)),
        ((2026, 6, 15), 18, (2027, 12, 15)),
    ],
)
def test_months_of_different_length(day: Any, months: int, result: Any) -> None:
    assert add_months(dt.date(*day), months) == dt.date(*result)


def test_the_dashboard_has_the_number(page: Any, editor: Any) -> None:
    text = sign_in(editor).get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("govlab_review_report") in text
    assert "1 lapa, iespējams, vairs nav spēkā" in text


def test_the_report_as_csv(page: Any, editor: Any) -> None:
    response = sign_in(editor).get(reverse("govlab_review_report"), {"export": "csv"})
    text = b"".join(response.streaming_content).decode()
    assert "Lapa" in text
