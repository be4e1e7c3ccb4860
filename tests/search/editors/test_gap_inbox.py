"""From what readers missed to an answer, through the administration's own views."""

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

from search import rules
from search.models import GapState, Promotion, SearchGap, SearchSynonym
from tests.factories import make_gap, make_synonym, make_user

INBOX = "/admin/search/gaps/"


def opened(client: Client, **query: str) -> BeautifulSoup:
    answer = client.get(INBOX, query)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def questions(client: Client, **query: str) -> list[str]:
    titles = opened(client, **query).select(".title-wrapper")
    return [title.get_text(strip=True) for title in titles]


def steps(client: Client, gap: SearchGap, **query: str) -> dict[str, str]:
    """Labels of the row's links with where they lead."""
    links = opened(client, **query).select("td li a")
    ending = f" – {gap.question}"
    return {
        link.get_text().removesuffix(ending): str(link["href"])
        for link in links
        if link.get_text().endswith(ending)
    }


def state(gap: SearchGap) -> str:
    gap.refresh_from_db()
    return gap.state


def test_lists_open_questions_that_were_asked_twice(group_client: Client) -> None:
    make_gap("slogs", count=2)
    make_gap("asistents", count=9)
    make_gap("jānis bērziņš", count=1)
    make_gap("joks", state=GapState.DISMISSED)
    make_gap("red tape", locale="en", count=3)
    assert questions(group_client) == ["asistents", "red tape", "slogs"]
    assert questions(group_client, locale="en") == ["red tape"]
    assert questions(group_client, state="dismissed") == ["joks"]
    assert questions(group_client, q="asis") == ["asistents"]
    assert questions(group_client, state="cits") == ["asistents", "red tape", "slogs"]


def test_a_synonym_in_one_step(group_client: Client, editor: Any) -> None:
    gap, other = make_gap("burocracy", locale="en"), make_gap("asistents")
    address = steps(group_client, gap)["Pievienot sinonīmu"]
    form = group_client.get(address).context["form"]
    assert (form["locale"].value(), form["words"].value()) == ("en", "burocracy")
    values = {"locale": "en", "kind": "equal", "words": "burocracy\nbureaucracy", "means": ""}
    answer = group_client.post(address, values)
    assert (answer.status_code, answer["Location"]) == (302, INBOX)
    assert (state(gap), state(other)) == (GapState.HANDLED, GapState.OPEN)
    assert rules.synonyms("en")[0].words == ("burocracy", "bureaucracy")
    logged = ModelLogEntry.objects.filter(user=editor).order_by("pk")
    assert [entry.action for entry in logged] == ["wagtail.create", "search.handle"]


def test_the_form_itself_leads_back_to_its_question(group_client: Client) -> None:
    address = steps(group_client, make_gap("slogs"))["Pievienot sinonīmu"]
    html = BeautifulSoup(group_client.get(address).content, "html.parser")
    assert html.select_one(f'form[action="{address}"]')


def test_a_question_may_be_put_in_other_words(group_client: Client) -> None:
    gap = make_gap("kā es varu samazināt slogu")
    values = {"locale": "lv", "kind": "one_way", "words": "slogs", "means": "birokrātija"}
    group_client.post(steps(group_client, gap)["Pievienot sinonīmu"], values)
    assert state(gap) == GapState.HANDLED


def test_all_forms_of_a_question_are_handled_together(group_client: Client) -> None:
    same = [make_gap("slogu"), make_gap("administratīvais slogs"), make_gap("administrativo slogu")]
    other = make_gap("slogs skolā")
    synonym = make_synonym("slogs", "birokrātija")
    values = {
        "locale": "lv",
        "kind": "equal",
        "words": "slogs\nadministratīvais slogs\nbirokrātija",
        "means": "",
    }
    group_client.post(reverse("search_synonyms:edit", args=[synonym.pk]), values)
    assert {state(gap) for gap in same} == {GapState.HANDLED}
    assert state(other) == GapState.OPEN


def test_a_promotion_in_one_step(group_client: Client, home: Any) -> None:
    gap = make_gap("asistents")
    address = steps(group_client, gap)["Izcelt lapu"]
    form = group_client.get(address).context["form"]
    assert (form["locale"].value(), form["questions"].value()) == ("lv", "asistents")
    values = {"locale": "lv", "questions": "asistents", "until": "", **pages(home)}
    answer = group_client.post(address, values)
    assert (answer.status_code, answer["Location"]) == (302, INBOX)
    assert state(gap) == GapState.HANDLED
    assert rules.promoted("asistentam", "lv") == [home.pk]


def pages(*chosen: Any) -> dict[str, str]:
    values = {"pages-TOTAL_FORMS": str(len(chosen)), "pages-INITIAL_FORMS": "0"}
    for place, page in enumerate(chosen):
        values |= {f"pages-{place}-page": str(page.pk), f"pages-{place}-ORDER": str(place + 1)}
    return values


def test_dismissed_and_opened_again(group_client: Client, editor: Any) -> None:
    gap = make_gap("joks")
    for name, new in (("dismiss", GapState.DISMISSED), ("reopen", GapState.OPEN)):
        address = reverse(f"search_gaps:{name}", args=[gap.pk])
        assert group_client.get(address).status_code == 405
        answer = group_client.post(address, {"next": f"{INBOX}?locale=lv"})
        assert (answer.status_code, answer["Location"]) == (302, f"{INBOX}?locale=lv")
        assert state(gap) == new
    actions = ModelLogEntry.objects.filter(user=editor).order_by("pk")
    assert [entry.action for entry in actions] == ["search.dismiss", "search.reopen"]


def test_many_are_dismissed_at_once(group_client: Client) -> None:
    first, second = make_gap("joks"), make_gap("testēju")
    once, other = make_gap("jānis bērziņš", count=1), make_gap("slogs")
    address = reverse("wagtail_bulk_action", args=["search", "searchgap", "dismiss"])
    query = urlencode({"id": [first.pk, second.pk, once.pk], "next": INBOX}, doseq=True)
    html = group_client.get(f"{address}?{query}").content.decode()
    assert "testēju" in html
    assert "bērziņš" not in html
    assert group_client.post(f"{address}?{query}")["Location"] == INBOX
    assert [state(gap) for gap in (first, second)] == [GapState.DISMISSED] * 2
    assert [state(gap) for gap in (once, other)] == [GapState.OPEN] * 2
    group_client.post(f"{address}?id=all")
    assert state(other) == GapState.OPEN


def test_try_the_search_where_readers_ask(group_client: Client) -> None:
    assert steps(group_client, make_gap("slogs"))["Izmēģināt"] == "/lv/meklet/?q=slogs"
    english = make_gap("red tape", locale="en")
    assert steps(group_client, english)["Izmēģināt"] == "/en/search/?q=red+tape"


def test_in_english(group_client: Client, editor: Any) -> None:
    UserProfile.objects.create(user=editor, preferred_language="en")
    gap = make_gap("slogs")
    assert set(steps(group_client, gap)) == {"Add synonym", "Promote a page", "Try the search"}


@pytest.mark.parametrize("number", ["0", "999999", "x", "٣", "9" * 40])
def test_an_odd_question_opens_an_empty_form(group_client: Client, number: str) -> None:
    answer = group_client.get(reverse("search_synonyms:add"), {"gap": number})
    assert answer.context["form"]["words"].value() in {None, ""}


def test_a_question_asked_once_is_out_of_reach(group_client: Client) -> None:
    gap = make_gap("jānis bērziņš", count=1)
    answer = group_client.get(reverse("search_synonyms:add"), {"gap": str(gap.pk)})
    assert "jānis bērziņš" not in answer.content.decode()
    address = reverse("search_gaps:dismiss", args=[gap.pk])
    group_client.post(address)
    assert state(gap) == GapState.OPEN


@pytest.mark.parametrize(
    "permissions", [("access_admin",), ("access_admin", "change_searchsynonym")]
)
def test_is_for_those_who_may_add_synonyms(
    db: None, client: Client, permissions: tuple[str, ...]
) -> None:
    gap = make_gap("slogs")
    client.force_login(make_user(permissions=permissions))
    assert client.get(INBOX).status_code == 302
    client.post(reverse("search_gaps:dismiss", args=[gap.pk]))
    bulk = reverse("wagtail_bulk_action", args=["search", "searchgap", "dismiss"])
    client.post(f"{bulk}?id={gap.pk}")
    client.post(reverse("search_synonyms:add"), {"words": "slogs\njoks", "kind": "equal"})
    client.post(reverse("search_promotions:add"), {"questions": "slogs"})
    assert state(gap) == GapState.OPEN
    assert not SearchSynonym.objects.exists()
    assert not Promotion.objects.exists()
    assert INBOX not in client.get("/admin/").content.decode()


def test_who_may_only_add_synonyms_is_not_offered_to_promote(db: None, client: Client) -> None:
    client.force_login(make_user(permissions=("access_admin", "add_searchsynonym")))
    assert set(steps(client, make_gap("slogs"))) == {"Pievienot sinonīmu", "Izmēģināt"}


def test_nobody_writes_questions(admin_user: Any) -> None:
    policy = policy_registry.get_by_type(SearchGap)
    may = {
        action
        for action in ("add", "change", "delete", "view")
        if policy.user_has_permission(admin_user, action)
    }
    assert may == {"change", "view"}
    with pytest.raises(NoReverseMatch):
        reverse("search_gaps:add")


def test_queries_do_not_grow(group_client: Client) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            questions(group_client)
        return len(queries)

    make_gap("slogs")
    questions(group_client)
    one = count()
    for number in range(19):
        make_gap(f"jautājums {number}")
    assert count() == one
