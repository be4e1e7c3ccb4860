"""The report “Translations”: filters, order, spreadsheets, and who sees it."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Locale, Page

from govlab.editing.inbox.assignments import assign
from tests.factories import make_news, make_news_index, make_standard, publish, translate_page
from tests.factories.accounts import sign_in
from tests.factories.terms import make_topic

ADDRESS = "/admin/reports/govlab-translations/"


def titles(client: Client, **parameters: str) -> list[str]:
    response = client.get(ADDRESS, parameters)
    assert response.status_code == 200
    return [item.title for item in response.context["object_list"]]


@pytest.fixture
def pages(home: Any, accounts: dict[str, Any]) -> dict[str, Any]:
    """One missing below a section, one outdated, one done."""
    index = publish(make_news_index(home, title="Jaunumi"))
    translate_page(index, title="News", summary="Summary.")
    missing = publish(make_news(index, "Ziņa", owner=accounts["author"]))
    outdated = publish(make_standard(home, title="Novecojusi"))
    translate_page(outdated, title="Outdated", summary="Summary.")
    outdated.summary = "Mainīts."
    return {"index": index, "missing": missing, "outdated": publish(outdated)}


def test_work_is_shown_by_default_and_the_rest_on_request(
    pages: dict[str, Any], accounts: dict[str, Any]
) -> None:
    client = sign_in(accounts["translator"])
    assert titles(client) == ["Novecojusi", "Ziņa"]
    assert titles(client, state="all") == ["Novecojusi", "Ziņa", "Sākums", "Jaunumi"]
    assert titles(client, state="nonsense") == titles(client)


def test_filters(pages: dict[str, Any], accounts: dict[str, Any]) -> None:
    english = Locale.objects.get(language_code="en")
    make_topic("Veselība")
    assign(accounts["administrator"], pages["missing"], english, accounts["translator"])
    Page.objects.filter(pk=pages["missing"].pk).update(
        first_published_at=pages["missing"].first_published_at - timedelta(days=8)
    )
    client = sign_in(accounts["translator"])
    assert titles(client, state="missing") == ["Ziņa", "Veselība"]
    assert titles(client, state="outdated") == ["Novecojusi"]
    assert titles(client, state="done") == ["Sākums", "Jaunumi"]
    assert titles(client, state="for_me") == []
    assert titles(client, type="news.newspage") == ["Ziņa"]
    assert titles(client, type="core.topic") == ["Veselība"]
    assert titles(client, section=str(pages["index"].pk)) == ["Ziņa"]
    assert titles(client, age="7") == ["Ziņa"]
    assert titles(client, age="30") == []
    assert titles(client, owner=str(accounts["author"].pk)) == ["Ziņa"]
    assert titles(client, assignee="me") == ["Ziņa"]
    assert titles(client, assignee="nobody") == ["Novecojusi", "Veselība"]
    assert titles(client, language="en") == ["Novecojusi", "Ziņa", "Veselība"]
    assert titles(client, work="me") == ["Novecojusi", "Ziņa", "Veselība"]
    assert titles(sign_in(accounts["author"]), work="me") == []
    assert titles(client, q="zIņ") == ["Ziņa"]


@pytest.mark.parametrize("name", ["title", "state", "language", "type_name", "since"])
def test_order(pages: dict[str, Any], accounts: dict[str, Any], name: str) -> None:
    client = sign_in(accounts["translator"])
    forwards, backwards = titles(client, ordering=name), titles(client, ordering=f"-{name}")
    assert sorted(forwards) == sorted(backwards)
    if name == "title":
        assert (forwards, backwards) == (["Novecojusi", "Ziņa"], ["Ziņa", "Novecojusi"])


def test_spreadsheets_hold_no_formulas_and_only_what_is_seen(
    pages: dict[str, Any], home: Any, accounts: dict[str, Any]
) -> None:
    publish(make_standard(home, title="=HYPERLINK(1)"))
    draft = make_standard(home, title="Slepena", live=False)
    translate_page(draft, title="+Secret", summary="Summary.").unpublish()
    client = sign_in(accounts["translator"])
    text = b"".join(client.get(ADDRESS, {"export": "csv"}).streaming_content).decode()
    cells = {row[0] for row in csv.reader(io.StringIO(text))}
    assert {"'=HYPERLINK(1)", "'+Secret", "Ziņa"} < cells
    assert "Slepena" not in text
    content = b"".join(client.get(ADDRESS, {"export": "xlsx"}).streaming_content)
    sheet = load_workbook(io.BytesIO(content)).active
    formula = next(row[0] for row in sheet.iter_rows() if "HYPERLINK" in str(row[0].value))
    assert (formula.value, formula.data_type) == ("=HYPERLINK(1)", "s")


def test_a_click_starts_the_translation(
    pages: dict[str, Any], home: Any, accounts: dict[str, Any]
) -> None:
    client = sign_in(accounts["translator"])
    content = client.get(ADDRESS).content.decode()
    address = reverse("wagtail_localize:submit_page_translation", args=[pages["missing"].pk])
    assert f'action="{address}"' in content
    english = Locale.objects.get(language_code="en")
    response = client.post(address, {"locales": english.pk})
    target = pages["missing"].get_translation(english)
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert client.get(response["Location"]).status_code == 200


def test_a_term_is_started_the_same_way(accounts: dict[str, Any]) -> None:
    topic = make_topic("Veselība")
    client = sign_in(accounts["translator"])
    address = reverse(
        "wagtail_localize:submit_snippet_translation", args=["core", "topic", topic.pk]
    )
    assert f'action="{address}"' in client.get(ADDRESS).content.decode()
    english = Locale.objects.get(language_code="en")
    response = client.post(address, {"locales": english.pk})
    target = topic.get_translation(english)
    assert response["Location"] == reverse("wagtailsnippets_core_topic:edit", args=[target.pk])
    assert client.get(response["Location"]).status_code == 200


def test_every_link_of_the_inbox_opens(pages: dict[str, Any], accounts: dict[str, Any]) -> None:
    make_topic("Veselība")
    make_standard(pages["outdated"].get_parent(), title="Melnraksts")
    for account in accounts.values():
        client = sign_in(account)
        response = client.get(ADDRESS, {"state": "all"})
        for item in response.context["object_list"] if response.status_code == 200 else ():
            for address in filter(None, (item.url, item.start_url, item.changes_url)):
                assert client.get(address).status_code == 200, (account, address)


def test_one_report_for_those_who_may_use_it(accounts: dict[str, Any]) -> None:
    for role, account in accounts.items():
        client = sign_in(account)
        menu = client.get(reverse("wagtailadmin_home")).content.decode()
        seen = role not in {"curator", "integrator"}
        assert menu.count(ADDRESS) >= seen
        assert (ADDRESS in menu) == seen, role
        other = reverse("wagtail_localize:translations_report")
        assert other not in menu
        assert (client.get(ADDRESS).status_code == 200) == seen
        assert (client.get(other).get("Location") == ADDRESS) == seen


def test_results_are_the_same_list(pages: dict[str, Any], accounts: dict[str, Any]) -> None:
    response = sign_in(accounts["translator"]).get(f"{ADDRESS}results/", {"state": "missing"})
    assert [item.title for item in response.context["object_list"]] == ["Ziņa"]


def test_it_is_for_editors_only(client: Client, home: Any) -> None:
    assert client.get(ADDRESS).status_code == 302


def test_chosen_filters_are_named(pages: dict[str, Any], accounts: dict[str, Any]) -> None:
    client = sign_in(accounts["translator"])
    chosen = {"type": "news.newspage", "section": str(pages["index"].pk), "assignee": "me"}
    chosen |= {"language": "en", "owner": str(accounts["author"].pk)}
    response = client.get(ADDRESS, chosen)
    pills = BeautifulSoup(response.content, "html.parser").select(
        ".w-active-filters .w-pill__content b"
    )
    named = [pill.get_text(strip=True) for pill in pills]
    assert len(named) == len(chosen)
    assert not set(named) & set(chosen.values())
