"""From a zero-result query to a rule that resolves it, through the administration's own views."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode
from wagtail.models import ModelLogEntry
from wagtail.permissions import policy_registry
from wagtail.users.models import UserProfile

from search.curation import rules
from search.models import Promotion, SearchSynonym, ZeroResultQuery, ZeroResultState
from tests.factories import make_synonym, make_user, make_zero_result

INBOX = "/admin/search/zero-results/"


def opened(client: Client, **query: str) -> BeautifulSoup:
    answer = client.get(INBOX, query)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def queries(client: Client, **query: str) -> list[str]:
    titles = opened(client, **query).select(".title-wrapper")
    return [title.get_text(strip=True) for title in titles]


def steps(client: Client, row: ZeroResultQuery, **query: str) -> dict[str, str]:
    """Labels of the row's links with where they lead."""
    links = opened(client, **query).select("td li a")
    ending = f" – {row.text}"
    return {
        link.get_text().removesuffix(ending): str(link["href"])
        for link in links
        if link.get_text().endswith(ending)
    }


def state(row: ZeroResultQuery) -> str:
    row.refresh_from_db()
    return row.state


def test_lists_open_queries_that_were_asked_twice(group_client: Client) -> None:
    make_zero_result("slogs", count=2)
    make_zero_result("asistents", count=9)
    make_zero_result("jānis bērziņš", count=1)
    make_zero_result("joks", state=ZeroResultState.DISMISSED)
    make_zero_result("red tape", locale="en", count=3)
    assert queries(group_client) == ["asistents", "red tape", "slogs"]
    assert queries(group_client, locale="en") == ["red tape"]
    assert queries(group_client, state="dismissed") == ["joks"]
    assert queries(group_client, q="asis") == ["asistents"]
    assert queries(group_client, state="cits") == ["asistents", "red tape", "slogs"]


def test_a_synonym_in_one_step(group_client: Client, editor: Any) -> None:
    query, other = make_zero_result("burocracy", locale="en"), make_zero_result("asistents")
    address = steps(group_client, query)["Pievienot sinonīmu"]
    form = group_client.get(address).context["form"]
    assert (form["locale"].value(), form["words"].value()) == ("en", "burocracy")
    values = {"locale": "en", "kind": "equal", "words": "burocracy\nbureaucracy", "means": ""}
    answer = group_client.post(address, values)
    assert (answer.status_code, answer["Location"]) == (302, INBOX)
    assert (state(query), state(other)) == (ZeroResultState.HANDLED, ZeroResultState.OPEN)
    assert rules.synonyms("en")[0].words == ("burocracy", "bureaucracy")
    logged = ModelLogEntry.objects.filter(user=editor).order_by("pk")
    assert [entry.action for entry in logged] == ["wagtail.create", "search.handle"]


def test_the_form_itself_leads_back_to_its_query(group_client: Client) -> None:
    address = steps(group_client, make_zero_result("slogs"))["Pievienot sinonīmu"]
    html = BeautifulSoup(group_client.get(address).content, "html.parser")
    assert html.select_one(f'form[action="{address}"]')


def test_a_query_may_be_put_in_other_words(group_client: Client) -> None:
    query = make_zero_result("kā es varu samazināt slogu")
    values = {"locale": "lv", "kind": "one_way", "words": "slogs", "means": "birokrātija"}
    group_client.post(steps(group_client, query)["Pievienot sinonīmu"], values)
    assert state(query) == ZeroResultState.HANDLED


def test_all_forms_of_a_query_are_handled_together(group_client: Client) -> None:
    same = [
        make_zero_result("slogu"),
        make_zero_result("administratīvais slogs"),
        make_zero_result("administrativo slogu"),
    ]
    other = make_zero_result("slogs skolā")
    synonym = make_synonym("slogs", "birokrātija")
    values = {
        "locale": "lv",
        "kind": "equal",
        "words": "slogs\nadministratīvais slogs\nbirokrātija",
        "means": "",
    }
    group_client.post(reverse("search_synonyms:edit", args=[synonym.pk]), values)
    assert {state(query) for query in same} == {ZeroResultState.HANDLED}
    assert state(other) == ZeroResultState.OPEN


def test_a_promotion_in_one_step(group_client: Client, home: Any) -> None:
    query = make_zero_result("asistents")
    address = steps(group_client, query)["Izcelt lapu"]
    form = group_client.get(address).context["form"]
    assert (form["locale"].value(), form["queries"].value()) == ("lv", "asistents")
    values = {"locale": "lv", "queries": "asistents", "until": "", **pages(home)}
    answer = group_client.post(address, values)
    assert (answer.status_code, answer["Location"]) == (302, INBOX)
    assert state(query) == ZeroResultState.HANDLED
    assert rules.promoted("asistentam", "lv") == [home.pk]


def pages(*chosen: Any) -> dict[str, str]:
    values = {"pages-TOTAL_FORMS": str(len(chosen)), "pages-INITIAL_FORMS": "0"}
    for place, page in enumerate(chosen):
        values |= {f"pages-{place}-page": str(page.pk), f"pages-{place}-ORDER": str(place + 1)}
    return values


def test_dismissed_and_opened_again(group_client: Client, editor: Any) -> None:
    query = make_zero_result("joks")
    for name, new in (("dismiss", ZeroResultState.DISMISSED), ("reopen", ZeroResultState.OPEN)):
        address = reverse(f"search_zero_results:{name}", args=[query.pk])
        assert group_client.get(address).status_code == 405
        answer = group_client.post(address, {"next": f"{INBOX}?locale=lv"})
        assert (answer.status_code, answer["Location"]) == (302, f"{INBOX}?locale=lv")
        assert state(query) == new
    actions = ModelLogEntry.objects.filter(user=editor).order_by("pk")
    assert [entry.action for entry in actions] == ["search.dismiss", "search.reopen"]


def test_many_are_dismissed_at_once(group_client: Client) -> None:
    first, second = make_zero_result("joks"), make_zero_result("testēju")
    once, other = make_zero_result("jānis bērziņš", count=1), make_zero_result("slogs")
    address = reverse("wagtail_bulk_action", args=["search", "zeroresultquery", "dismiss"])
    query = urlencode({"id": [first.pk, second.pk, once.pk], "next": INBOX}, doseq=True)
    html = group_client.get(f"{address}?{query}").content.decode()
    assert "testēju" in html
    assert "bērziņš" not in html
    assert group_client.post(f"{address}?{query}")["Location"] == INBOX
    assert [state(query) for query in (first, second)] == [ZeroResultState.DISMISSED] * 2
    assert [state(query) for query in (once, other)] == [ZeroResultState.OPEN] * 2
    group_client.post(f"{address}?id=all")
    assert state(other) == ZeroResultState.OPEN


def test_try_the_search_where_readers_ask(group_client: Client) -> None:
    assert steps(group_client, make_zero_result("slogs"))["Izmēģināt"] == "/lv/meklet/?q=slogs"
    english = make_zero_result("red tape", locale="en")
    assert steps(group_client, english)["Izmēģināt"] == "/en/search/?q=red+tape"


def test_in_english(group_client: Client, editor: Any) -> None:
    UserProfile.objects.create(user=editor, preferred_language="en")
    query = make_zero_result("slogs")
    assert set(steps(group_client, query)) == {
        "Add synonym",
        "Promote a page",
        "Why nothing is found",
        "Try the search",
    }


@pytest.mark.parametrize("number", ["0", "999999", "x", "٣", "9" * 40])
def test_an_odd_query_opens_an_empty_form(group_client: Client, number: str) -> None:
    answer = group_client.get(reverse("search_synonyms:add"), {"resolves": number})
    assert answer.context["form"]["words"].value() in {None, ""}


def test_a_query_asked_once_is_out_of_reach(group_client: Client) -> None:
    query = make_zero_result("jānis bērziņš", count=1)
    answer = group_client.get(reverse("search_synonyms:add"), {"resolves": str(query.pk)})
    assert "jānis bērziņš" not in answer.content.decode()
    address = reverse("search_zero_results:dismiss", args=[query.pk])
    group_client.post(address)
    assert state(query) == ZeroResultState.OPEN


@pytest.mark.parametrize(
    "permissions", [("access_admin",), ("access_admin", "change_searchsynonym")]
)
def test_is_for_those_who_may_add_synonyms(
    db: None, client: Client, permissions: tuple[str, ...]
) -> None:
    query = make_zero_result("slogs")
    client.force_login(make_user(permissions=permissions))
    assert client.get(INBOX).status_code == 302
    client.post(reverse("search_zero_results:dismiss", args=[query.pk]))
    bulk = reverse("wagtail_bulk_action", args=["search", "zeroresultquery", "dismiss"])
    client.post(f"{bulk}?id={query.pk}")
    client.post(reverse("search_synonyms:add"), {"words": "slogs\njoks", "kind": "equal"})
    client.post(reverse("search_promotions:add"), {"queries": "slogs"})
    assert state(query) == ZeroResultState.OPEN
    assert not SearchSynonym.objects.exists()
    assert not Promotion.objects.exists()
    assert INBOX not in client.get("/admin/").content.decode()


def test_who_may_only_add_synonyms_is_not_offered_to_promote(db: None, client: Client) -> None:
    client.force_login(make_user(permissions=("access_admin", "add_searchsynonym")))
    assert set(steps(client, make_zero_result("slogs"))) == {
        "Pievienot sinonīmu",
        "Kāpēc nekas nav atrasts",
        "Izmēģināt",
    }


def test_nobody_writes_queries(admin_user: Any) -> None:
    policy = policy_registry.get_by_type(ZeroResultQuery)
    may = {
        action
        for action in ("add", "change", "delete", "view")
        if policy.user_has_permission(admin_user, action)
    }
    assert may == {"change", "view"}
    with pytest.raises(NoReverseMatch):
        reverse("search_zero_results:add")


def test_queries_do_not_grow(group_client: Client) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            queries(group_client)
        return len(captured)

    make_zero_result("slogs")
    queries(group_client)
    one = count()
    for number in range(19):
        make_zero_result(f"jautājums {number}")
    assert count() == one
