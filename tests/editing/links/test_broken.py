"""Links within the site that lead nowhere are known at once, without asking the site."""

import json
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect

from govlab.delivery.log import relay
from govlab.editing.links.broken import broken_links
from tests.factories import make_document, make_standard, publish, translate_page
from tests.factories.accounts import ENTER, make_account, make_group, sign_in

SITE = "https://laboratorija.example.lv"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site() -> Any:
    with override_settings(GOVLAB_SITE_URL=SITE):
        yield


def page_with(parent: Any, html: str, title: str = "Saista", *blocks: dict[str, Any]) -> Any:
    body = json.dumps([{"type": "rich_text", "value": html, "id": "a"}, *blocks])
    page = publish(make_standard(parent, title, body=body))
    relay.drain()
    return page


def found(account: Any) -> set[tuple[str, str]]:
    return {(link.text, link.address) for link in broken_links(account)}


@pytest.fixture
def root(home: Any) -> Any:
    return publish(home)


def test_links_to_pages_that_are_not_public(root: Any, admin_user: Any) -> None:
    live = publish(make_standard(root, "Publicēta"))
    draft = make_standard(root, "Melnraksts", live=False)
    deleted = publish(make_standard(root, "Dzēsta"))
    unpublished = publish(make_standard(root, "Noņemta"))
    page_with(
        root,
        "".join(
            f'<p><a linktype="page" id="{page.pk}">uz {page.title}</a></p>'
            for page in (live, draft, deleted, unpublished)
        ),
    )
    number = deleted.pk
    deleted.delete()
    unpublished.unpublish()
    relay.drain()
    with override("en"):
        assert found(admin_user) == {
            ("uz Melnraksts", "Melnraksts"),
            ("uz Dzēsta", f"Page no. {number}"),
            ("uz Noņemta", "Noņemta"),
        }
        since = {link.address: link.since for link in broken_links(admin_user)}
    assert since["Noņemta"]
    assert since[f"Page no. {number}"]
    assert since["Melnraksts"] is None


def test_a_link_leads_to_any_language(root: Any, admin_user: Any) -> None:
    translate_page(root, title="Home", summary="Summary.")
    target = publish(make_standard(root, "Mērķis"))
    translate_page(target, title="Target", summary="Summary.")
    target.unpublish()
    page_with(root, f'<p><a linktype="page" id="{target.pk}">saite</a></p>')
    assert found(admin_user) == set()


def test_files(root: Any, admin_user: Any) -> None:
    file, deleted = make_document("Ir"), make_document("Nav")
    number = deleted.pk
    page_with(
        root,
        f'<p><a linktype="document" id="{file.pk}">ir</a>'
        f'<a linktype="document" id="{number}">nav</a></p>',
    )
    deleted.delete()
    relay.drain()
    with override("en"):
        assert found(admin_user) == {("nav", f"File no. {number}")}


def test_typed_addresses(root: Any, admin_user: Any) -> None:
    target = page_with(
        root,
        "<p>Teksts.</p>",
        "Mērķis",
        {"type": "heading", "value": {"text": "Kontakti", "level": "2"}, "id": "b"},
    )
    Redirect.add_redirect("/vecs", target)
    good = [target.url, f"{target.url}#kontakti", "/vecs/", f"{SITE}{target.url}", "/lv/", "/"]
    bad = ["/lv/nav-tadas/", f"{target.url}#nav-tada", f"{SITE}/nekas/", "/documents/99/x.pdf"]
    html = "".join(f'<p><a href="{url}">saite {url}</a></p>' for url in [*good, *bad])
    page_with(root, f'{html}<p><a href="https://example.com/">cita vietne</a></p>')
    assert {text for text, _address in found(admin_user)} == {f"saite {url}" for url in bad}


def test_calls_to_action(root: Any, admin_user: Any) -> None:
    link = {"label": "Spied", "page": None, "document": None, "url": "/lv/nav-tadas/"}
    block = {
        "type": "call_to_action",
        "value": {"title": "Raksti", "text": "", "link": link},
        "id": "c",
    }
    page_with(root, "<p>Teksts.</p>", "Aicina", block)
    assert found(admin_user) == {("Spied", f"{SITE}/lv/nav-tadas/")}


def test_chosen_pages_that_were_deleted(root: Any, admin_user: Any) -> None:
    """Neither the reference index nor the document names them any more."""
    target = publish(make_standard(root, "Mērķis"))
    link = {"label": "Spied", "page": target.pk, "document": None, "url": ""}
    page_with(
        root,
        "<p>Teksts.</p>",
        "Aicina",
        {"type": "call_to_action", "value": {"title": "A", "text": "", "link": link}, "id": "c"},
        {"type": "related_pages", "value": {"title": "Skati", "pages": [target.pk]}, "id": "d"},
    )
    assert found(admin_user) == set()
    number = target.pk
    target.delete()
    relay.drain()
    with override("en"):
        address = f"Page no. {number}"
        assert found(admin_user) == {("Spied", address), ("Skati", address)}


def test_only_pages_that_the_account_may_explore(root: Any) -> None:
    english_home = translate_page(root, title="Home", summary="Summary.")
    page_with(root, '<p><a href="/nekas/">saite</a></p>', "Latviski")
    page_with(english_home, '<p><a href="/nothing/">link</a></p>', "In English")
    account = make_account(make_group(ENTER, pages={english_home: ("add", "change")}))
    response = sign_in(account).get(reverse("govlab_broken_links")).content.decode()
    assert "In English" in response
    assert "Latviski" not in response


def test_filters_and_csv(root: Any, editor_client: Any) -> None:
    page_with(root, '<p><a href="/nekas/">=1+1</a></p>')
    address = reverse("govlab_broken_links")
    assert "/nekas/" in editor_client.get(address, {"where": "site"}).content.decode()
    assert "/nekas/" not in editor_client.get(address, {"where": "others"}).content.decode()
    assert "/nekas/" not in editor_client.get(address, {"locale": "en"}).content.decode()
    rows = editor_client.get(address, {"export": "csv"}).content.decode().splitlines()
    assert len(rows) == 2
    # No formula for a spreadsheet.
    assert "'=1+1" in rows[1]


def test_a_fixed_number_of_queries(root: Any, admin_user: Any) -> None:
    draft = make_standard(root, "Melnraksts", live=False)
    html = f'<p><a linktype="page" id="{draft.pk}">a</a><a href="/nekas/">b</a></p>'

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            broken_links(type(admin_user).objects.get(pk=admin_user.pk))
        return len(queries)

    page_with(root, html)
    few = count()
    for number in range(20):
        publish(
            make_standard(
                root,
                f"Saista {number}",
                body=json.dumps([{"type": "rich_text", "value": html, "id": "a"}]),
            )
        )
    relay.drain()
    assert count() == few


def test_the_command_without_links(root: Any, capsys: pytest.CaptureFixture[str]) -> None:
    relay.drain()
    call_command("check_links")
    assert "0 works" in capsys.readouterr().out
