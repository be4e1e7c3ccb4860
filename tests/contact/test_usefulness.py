"""“Was this page useful?”: counted by page and day, and nothing else."""

import datetime as dt
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from contact.models import UsefulCount
from contact.usefulness import votes
from tests.factories import (
    make_case_index,
    make_contact_page,
    make_method,
    make_method_index,
    make_mission,
    make_news,
    make_news_index,
    make_problem_page,
    make_standard,
)
from tests.factories.accounts import ENTER, make_account, make_group, sign_in

DAY = dt.date(2026, 3, 12)


def vote_path(page: Any) -> str:
    return f"/lv/noderigi/{page.pk}/"


@pytest.fixture
def page(client: Client, home: Any) -> Any:
    page = make_standard(home)
    client.get(page.url)
    return page


def test_a_vote_is_counted_by_page_and_day(client: Client, page: Any) -> None:
    form = BeautifulSoup(client.get(page.url).content, "html.parser").select_one("form.useful")
    assert form is not None
    assert form["action"] == vote_path(page)
    for answer in ("yes", "no", "yes"):
        response = client.post(str(form["action"]), {"answer": answer})
        assert response.status_code == 303
    thanks = client.get(response["Location"])
    assert page.url in thanks.content.decode()
    assert not client.cookies
    count = UsefulCount.objects.get()
    assert (count.page_id, count.yes, count.no) == (page.pk, 2, 1)
    stored = {field.name for field in UsefulCount._meta.get_fields()}
    assert stored == {"id", "page", "day", "yes", "no"}


def test_who_is_asked(client: Client, home: Any) -> None:
    news, methods = make_news_index(home), make_method_index(home)
    asked = [make_news(news), make_method(methods), make_mission(home), make_standard(home)]
    others = [home, news, methods, make_case_index(home), make_contact_page(home)]
    others.append(make_problem_page(home))
    for pages, expected in ((asked, True), (others, False)):
        for each in pages:
            assert (b"data-useful" in client.get(each.url).content) is expected, each


def test_robots_do_not_vote_by_get(client: Client, page: Any) -> None:
    for query in ("", "?answer=yes"):
        response = client.get(vote_path(page) + query)
        assert response["Location"] == page.url
    assert not UsefulCount.objects.exists()


@pytest.mark.parametrize("answer", [None, "", "maybe", "\0", "YES"])
def test_what_is_no_answer_counts_nothing(client: Client, page: Any, answer: str | None) -> None:
    response = client.post(vote_path(page), {} if answer is None else {"answer": answer})
    assert response["Location"] == page.url
    assert not UsefulCount.objects.exists()


def test_another_site_does_not_vote(client: Client, page: Any) -> None:
    headers = {"sec-fetch-site": "cross-site"}
    assert client.post(vote_path(page), {"answer": "yes"}, headers=headers).status_code == 403
    assert not UsefulCount.objects.exists()


def test_only_public_pages(client: Client, page: Any, home: Any) -> None:
    private = make_standard(home)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    draft = make_standard(home, live=False)
    for path in (
        vote_path(private),
        vote_path(draft),
        "/lv/noderigi/0/",
        f"/lv/noderigi/{10**30}/",
    ):
        assert client.post(path, {"answer": "yes"}).status_code == 404
        assert client.get(path).status_code == 404
        assert client.get(f"{path}paldies/").status_code == 404


def test_the_limits(client: Client, page: Any, home: Any) -> None:
    other = make_standard(home)
    with override_settings(**{votes.BY_PAGE.setting: 1, votes.BY_CLIENT.setting: 3}):
        assert client.post(vote_path(page), {"answer": "yes"}).status_code == 303
        refused = client.post(vote_path(page), {"answer": "yes"})
        assert refused.status_code == 429
        assert refused["Retry-After"]
        assert client.post(vote_path(other), {"answer": "yes"}).status_code == 303
        assert client.post(vote_path(other), {"answer": "no"}).status_code == 429
    assert list(UsefulCount.objects.values_list("yes", "no")) == [(1, 0), (1, 0)]


class TestReport:
    URL = "govlab_usefulness_report"

    def titles(self, client: Client, query: str = "") -> list[str]:
        response = client.get(f"{reverse(self.URL)}{query}")
        assert response.status_code == 200
        rows = BeautifulSoup(response.content, "html.parser").select("td.title")
        return [row.get_text(strip=True) for row in rows]

    def test_the_least_useful_comes_first(self, home: Any, admin_client: Client) -> None:
        good, bad = make_standard(home, "Laba"), make_standard(home, "Slikta")
        make_standard(home, "Nevērtēta")
        today = dt.date.today()  # noqa: DTZ011  the report counts local days
        for page, yes, no in ((good, 9, 1), (bad, 1, 3)):
            UsefulCount.objects.create(page=page, day=today, yes=yes, no=no)
            UsefulCount.objects.create(page=page, day=DAY, yes=100, no=100)
        assert self.titles(admin_client) == ["Slikta", "Laba"]
        text = admin_client.get(reverse(self.URL)).content.decode()
        assert "25 %" in text
        assert "90 %" in text
        query = f"?day_from={DAY.isoformat()}&day_to={DAY.isoformat()}"
        assert "50 %" in admin_client.get(reverse(self.URL) + query).content.decode()

    def test_only_pages_that_the_account_may_explore(self, home: Any) -> None:
        mine, theirs = make_standard(home, "Mana"), make_standard(home, "Cita")
        for page in (mine, theirs):
            UsefulCount.objects.create(page=page, day=dt.date.today(), yes=1)  # noqa: DTZ011
        editor = make_account(make_group(ENTER, pages={mine: ("change",)}))
        assert self.titles(sign_in(editor)) == ["Mana"]
        visitor = sign_in(make_account(make_group(ENTER)))
        assert visitor.get(reverse(self.URL)).status_code == 302

    @pytest.mark.parametrize("export", ["csv", "xlsx"])
    def test_it_is_exported(self, home: Any, admin_client: Client, export: str) -> None:
        UsefulCount.objects.create(page=make_standard(home), day=dt.date.today(), yes=1)  # noqa: DTZ011
        assert admin_client.get(f"{reverse(self.URL)}?export={export}").status_code == 200

    def test_it_costs_the_same_for_many_pages(self, home: Any, admin_client: Client) -> None:
        counts = []
        for number in (1, 19):
            for _ in range(number):
                page = make_standard(home)
                UsefulCount.objects.create(page=page, day=dt.date.today(), yes=1)  # noqa: DTZ011
            self.titles(admin_client)
            with CaptureQueriesContext(connection) as captured:
                self.titles(admin_client)
            counts.append(len(captured))
        assert counts[0] == counts[1]
