"""Each number of the dashboard is the length of the list that it leads to, for every role."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from govlab.editing.inbox.assignments import assign
from tests.factories import make_standard, make_zero_result, publish, translate_page
from tests.factories.accounts import sign_in
from tests.factories.terms import make_topic

HOME = "/admin/"
ITEM = re.compile(r'<li>.*?<a href="([^"]+)">\s*(\d+) [^<]*</a>', re.DOTALL)


def numbers(client: Client) -> dict[str, int]:
    """Address → number."""
    content = client.get(HOME).content.decode()
    start = content.find("w-summary__list")
    if start < 0:
        return {}
    summary = content[start : content.index("</section>", start)]
    return {unescape(address): int(number) for address, number in ITEM.findall(summary)}


def length(client: Client, address: str) -> int:
    response = client.get(address)
    assert response.status_code == 200
    return len(response.context["object_list"])


def add_work(home: Any, accounts: dict[str, Any], number: int) -> None:
    """Something of every kind."""
    english = Locale.objects.get(language_code="en")
    missing = publish(make_standard(home, title=f"Trūkst {number}"))
    assign(accounts["administrator"], missing, english, accounts["translator"])
    page = publish(make_standard(home, title=f"Novecojusi {number}"))
    english_page = translate_page(page, title="Outdated", summary="Summary.")
    page.summary = "Mainīts."
    publish(page)
    make_topic(f"Tēma {number}")
    for role, draft in (("author", missing), ("translator", english_page)):
        draft.save_revision(user=accounts[role])
        draft.get_workflow().start(draft, accounts[role])
    scheduled = make_standard(home, title=f"Ieplānota {number}", live=False)
    scheduled.go_live_at = timezone.now() + timedelta(days=1)
    scheduled.save_revision(user=accounts["author"]).publish()
    expiring = make_standard(home, expire_at=timezone.now() + timedelta(days=2))
    make_standard(expiring, live=False).save_revision(user=accounts["approver-lv"])
    make_zero_result(f"vaicājums {number}")


def test_numbers_are_those_of_their_lists(home: Any, accounts: dict[str, Any]) -> None:
    for number in range(2):
        add_work(home, accounts, number)
    for account in accounts.values():
        client = sign_in(account)
        for address, number in numbers(client).items():
            assert number == length(client, address) > 0, (account, address)


def paths(found: dict[str, int]) -> dict[str, int]:
    """By what the list is about."""
    names = {
        reverse("govlab_my_drafts"): "drafts",
        reverse("govlab_approvals"): "approvals",
        reverse("govlab_scheduled"): "scheduled",
        reverse("search_zero_results:index"): "queries",
    }

    def name(address: str) -> str:
        path, _, query = address.partition("?")
        return names.get(path) or query

    return {name(address): number for address, number in found.items()}


def test_who_is_told_what(home: Any, accounts: dict[str, Any]) -> None:
    add_work(home, accounts, 0)
    told = {role: paths(numbers(sign_in(account))) for role, account in accounts.items()}
    assert told["translator"] == {
        "state=open&assignee=me": 1,
        "state=outdated&work=me": 1,
        # The scheduled page is no original of anybody yet; the expiring one is live.
        "state=missing&work=me": 3,
        "drafts": 1,
    }
    assert list(told["translator"])[-1] == "drafts"
    assert told["author"] == {"drafts": 1, "scheduled": 2, "state=outdated": 1}
    assert told["approver-en"]["approvals"] == 1
    assert told["approver-lv"]["approvals"] == 1
    assert told["approver-lv"]["drafts"] == 1
    assert told["curator"] == {"queries": 1}
    assert told["integrator"] == {}
    assert {"approvals": 2, "queries": 1, "scheduled": 2}.items() <= told["administrator"].items()


def test_nothing_waits(home: Any, accounts: dict[str, Any]) -> None:
    for role in ("author", "integrator"):
        content = sign_in(accounts[role]).get(HOME).content.decode()
        assert "Nothing waits for you" in content or "Nekas jūs negaida" in content
        assert "w-panel--dashboard" not in content


def test_translations_come_first_for_translators(home: Any, accounts: dict[str, Any]) -> None:
    add_work(home, accounts, 0)
    content = sign_in(accounts["translator"]).get(HOME).content.decode()
    assert content.index('id="translations') < content.index('id="my-drafts')
    start = reverse("wagtail_localize:submit_page_translation", args=["0"])[:-2]
    assert f'action="{start}' in content


def test_queries_do_not_grow(home: Any, accounts: dict[str, Any]) -> None:
    clients = [
        sign_in(accounts[role])
        for role in ("translator", "approver-en", "administrator", "curator")
    ]

    def counts() -> list[int]:
        found = []
        for client in clients:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(HOME).status_code == 200
            found.append(len(queries))
        return found

    add_work(home, accounts, 0)
    counts()
    one = counts()
    for number in range(1, 20):
        add_work(home, accounts, number)
    assert counts() == one


def test_lists_are_refused_to_those_without_pages(accounts: dict[str, Any]) -> None:
    for name in ("govlab_my_drafts", "govlab_approvals", "govlab_scheduled"):
        assert sign_in(accounts["curator"]).get(reverse(name)).status_code == 302
        assert sign_in(accounts["author"]).get(reverse(name)).status_code == 200


def test_a_draft_says_what_became_of_it(home: Any, accounts: dict[str, Any]) -> None:
    page = publish(make_standard(home, title="Lapa"))
    page.save_revision(user=accounts["author"])
    state = page.get_workflow().start(page, accounts["author"])
    client = sign_in(accounts["author"])

    def status() -> str:
        (row,) = client.get(reverse("govlab_my_drafts")).context["object_list"]
        return str(row.status)

    waiting = status()
    # Whoever sends it back saves it first.
    page.save_revision(user=accounts["approver-lv"])
    state.current_task_state.specific.reject(user=accounts["approver-lv"], comment="Nav.")
    assert status() != waiting


def test_a_draft_of_others_is_not_mine(home: Any, accounts: dict[str, Any]) -> None:
    page = publish(make_standard(home, title="Lapa"))
    page.save_revision(user=accounts["approver-lv"])
    page.get_workflow().start(page, accounts["approver-lv"])
    drafts = reverse("govlab_my_drafts")
    assert not sign_in(accounts["author"]).get(drafts).context["object_list"]


def test_outdated_translations_lead_to_what_changed(home: Any, accounts: dict[str, Any]) -> None:
    page = publish(make_standard(home, title="Lapa"))
    english = translate_page(page, title="Page", summary="Summary.")
    page.summary = "Mainīts."
    publish(page)
    address = reverse("govlab_translation_changes", args=[english.pk])
    assert f'href="{address}' in sign_in(accounts["translator"]).get(HOME).content.decode()


def test_pages_are_searched_by_those_who_explore_them(home: Any, accounts: dict[str, Any]) -> None:
    for role, account in accounts.items():
        client = sign_in(account)
        found = BeautifulSoup(client.get(HOME).content, "html.parser").select(
            "main form[role=search]"
        )
        assert bool(found) == (role not in {"curator", "integrator"}), role
        for form in found:
            assert client.get(str(form["action"]), {"q": "Lapa"}).status_code == 200, role
