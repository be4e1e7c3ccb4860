"""Related content below a page."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.models import CaseMethod
from govlab.delivery.log import relay
from search import service
from tests.factories import (
    make_case,
    make_case_index,
    make_image,
    make_method,
    make_method_index,
    make_news,
    make_news_index,
    publish,
    translate_page,
)
from tests.search.indexed import bring_up_to_date

ABOUT = "Saprotama vēstule iedzīvotājam"
HEADING = "Saistītais saturs"


def groups(client: Client, page: Any) -> dict[str, list[str]]:
    answer = client.get(page.get_url())
    assert answer.status_code == 200
    soup = BeautifulSoup(answer.content, "html.parser")
    return {
        section.h2.get_text(): [title.get_text() for title in section.select(".card__title")]
        for section in soup.select("section.related")
    }


def related(client: Client, page: Any, heading: str = HEADING) -> list[str]:
    return groups(client, page).get(heading, [])


@pytest.fixture
def news_index(home: Any) -> Any:
    # Titles of the frame must share no words with the pages.
    return publish(make_news_index(publish(home)))


@pytest.mark.parametrize(
    ("make_index", "make"),
    [
        (make_news_index, make_news),
        (make_method_index, make_method),
        (make_case_index, make_case),
    ],
)
def test_each_kind_of_page_leads_to_pages_like_it(
    client: Client, home: Any, make_index: Callable[..., Any], make: Callable[..., Any]
) -> None:
    index = publish(make_index(publish(home)))
    page = publish(make(index, title=ABOUT))
    image = make_image()
    publish(make(index, title=f"{ABOUT} otrreiz", listing_image=image))
    publish(make(index, title="Darbnīca bibliotēkā", summary="Cits."))
    bring_up_to_date()
    assert related(client, page) == [f"{ABOUT} otrreiz"]


def test_in_the_pages_own_language(client: Client, home: Any, news_index: Any) -> None:
    page = publish(make_news(news_index, title=ABOUT))
    other = publish(make_news(news_index, title=f"{ABOUT} otrreiz"))
    for source, title in (
        (home, "Home"),
        (news_index, "News"),
        (page, "A letter that citizens understand"),
        (other, "Another letter that citizens understand"),
    ):
        twin = translate_page(source, title=title)
        if source == page:
            english = twin
    bring_up_to_date()
    assert related(client, english, "Related content") == [
        "Another letter that citizens understand"
    ]


def test_what_editors_chose_is_not_repeated(client: Client, news_index: Any) -> None:
    chosen = publish(make_news(news_index, title=f"{ABOUT} otrreiz"))
    body = [("related_pages", {"title": "Izvēlētās", "pages": [chosen]})]
    page = publish(make_news(news_index, title=ABOUT, body=body))
    bring_up_to_date()
    assert groups(client, page) == {"Izvēlētās": [f"{ABOUT} otrreiz"]}


def test_methods_of_a_case_and_cases_of_a_method_are_not_repeated(
    client: Client, home: Any
) -> None:
    publish(home)
    method = publish(make_method(publish(make_method_index(home)), title=ABOUT))
    case = publish(make_case(publish(make_case_index(home)), title=f"{ABOUT} otrreiz"))
    CaseMethod.objects.create(page=case, method=method, locale=case.locale)
    publish(case)
    bring_up_to_date()
    assert HEADING not in groups(client, method)
    assert HEADING not in groups(client, case)
    assert len(groups(client, method)) == len(groups(client, case)) == 1


def test_at_most_four(client: Client, news_index: Any) -> None:
    page = publish(make_news(news_index, title=ABOUT))
    for number in range(6):
        publish(make_news(news_index, title=f"{ABOUT} {number}"))
    bring_up_to_date()
    assert len(related(client, page)) == 4


def test_a_withdrawn_page_goes_at_once_and_a_new_one_comes_with_the_index(
    client: Client, news_index: Any
) -> None:
    page = publish(make_news(news_index, title=ABOUT))
    old = publish(make_news(news_index, title=f"{ABOUT} otrreiz"))
    bring_up_to_date()
    assert related(client, page) == [f"{ABOUT} otrreiz"]
    old.unpublish()
    publish(make_news(news_index, title=f"{ABOUT} trešoreiz"))
    relay.drain()
    assert related(client, page) == []
    bring_up_to_date()
    assert related(client, page) == [f"{ABOUT} trešoreiz"]


def test_a_page_is_there_without_search(
    client: Client, news_index: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = publish(make_news(news_index, title=ABOUT))
    publish(make_news(news_index, title=f"{ABOUT} otrreiz"))
    bring_up_to_date()

    def fails(*_: Any) -> None:
        raise RuntimeError("gone")

    monkeypatch.setattr(service, "related_pages", fails)
    assert groups(client, page) == {}


def test_queries_do_not_grow(client: Client, news_index: Any) -> None:
    page = publish(make_news(news_index, title=ABOUT))

    def queries() -> int:
        bring_up_to_date()
        related(client, page)
        with CaptureQueriesContext(connection) as captured:
            assert related(client, page)
        return len(captured)

    image = make_image()
    publish(make_news(news_index, title=f"{ABOUT} otrreiz", listing_image=image))
    one = queries()
    for number in range(19):
        publish(make_news(news_index, title=f"{ABOUT} {number}", listing_image=image))
    assert queries() == one
