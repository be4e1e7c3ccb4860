"""Public pages: served from the log, the same for everybody, and never stale."""

import gzip
from collections.abc import Callable
from typing import Any

import brotli
import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from cases.models import CaseMethod, CaseOutcome, CaseTopic
from govlab.delivery.log import relay
from govlab.delivery.models import Document
from govlab.website.reader.compression import accepted_format
from tests.factories import (
    make_case,
    make_case_index,
    make_image,
    make_method,
    make_method_index,
    make_mission,
    make_news,
    make_news_index,
    make_results,
    make_standard,
    make_topic,
    publish,
    translate_page,
)
from tests.search.indexed import bring_up_to_date
from tests.spaces import plain

COLD, WARM = 3, 1
Make = Callable[[Any, int], Any]


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def _list(make_index: Callable[..., Any], make: Callable[..., Any]) -> Make:
    def made(home: Any, number: int) -> Any:
        index = make_index(home)
        image = make_image()
        for at in range(number):
            make(index, title=f"Lapa {at}", listing_image=image)
        return index

    return made


def _home(home: Any, number: int) -> Any:
    for make in (
        _list(make_news_index, make_news),
        _list(make_method_index, make_method),
        _list(make_case_index, make_case),
    ):
        make(home, number)
    return home


def _method(home: Any, number: int) -> Any:
    method, index = make_method(make_method_index(home)), make_case_index(home)
    for at in range(number):
        case = make_case(index, title=f"Stāsts {at}")
        CaseMethod.objects.create(page=case, method=method, locale=case.locale)
    return method


def _case(home: Any, number: int) -> Any:
    case, index = make_case(make_case_index(home)), make_method_index(home)
    for at in range(number):
        method = make_method(index, title=f"Metode {at}")
        CaseMethod.objects.create(page=case, method=method, locale=case.locale)
        topic = make_topic(f"Temats {at}")
        CaseTopic.objects.create(page=case, topic=topic, locale=case.locale)
    return case


def _news(home: Any, number: int) -> Any:
    index = make_news_index(home)
    others = [make_news(index, title=f"Vēstule iedzīvotājam {at}") for at in range(number)]
    body = [("related_pages", {"title": "Skatīt arī", "pages": others[:6]})]
    return make_news(index, title="Vēstule iedzīvotājam", body=body)


def _results(home: Any, number: int) -> Any:
    index, topic = make_case_index(home), make_topic("Dati")
    for at in range(number):
        case = make_case(index, title=f"Stāsts {at}")
        CaseTopic.objects.create(page=case, topic=topic, locale=case.locale)
        CaseOutcome.objects.create(
            page=case, metric=f"Laiks {at}", before=2, after=1, locale=case.locale
        )
    return make_results(home)


PAGES: dict[str, Make] = {
    "home": _home,
    "news list": _list(make_news_index, make_news),
    "case list": _list(make_case_index, make_case),
    "method list": _list(make_method_index, make_method),
    "method": _method,
    "case": _case,
    "news": _news,
    "results": _results,
    "mission": lambda home, number: make_mission(home),
    "standard": lambda home, number: make_standard(home),
}


@pytest.mark.parametrize("number", [1, 20])
@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES.keys())
def test_queries(home: Any, make: Make, number: int) -> None:
    """A process that knows nothing yet, with an index that is up to date."""
    page = make(home, number)
    bring_up_to_date()
    client = Client()
    assert queries(client, page.url) <= COLD
    assert queries(client, page.url) == WARM


def test_the_same_bytes_for_readers_and_editors(home: Any, admin_user: Any) -> None:
    relay.drain()
    reader, editor = Client(), Client()
    editor.force_login(admin_user)
    first, second = reader.get(home.url), editor.get(home.url)
    assert first.content == second.content
    for answer in (first, second):
        assert answer["Vary"] == "Accept-Encoding, Accept"
        assert answer["Cache-Control"] == "public, no-cache"
        assert answer["Content-Language"] == "lv"
        assert not answer.cookies
        assert "Content-Security-Policy" in answer


def test_a_copy_that_is_current_is_not_sent_again(home: Any) -> None:
    relay.drain()
    client = Client()
    tag = client.get(home.url)["ETag"]
    answer = client.get(home.url, headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", tag)
    assert "Content-Type" not in answer
    head = client.head(home.url)
    assert (head.status_code, head.content) == (200, b"")
    assert int(head["Content-Length"]) == len(client.get(home.url).content)


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("gzip, deflate, br", "br"),
        ("GZIP", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("gzip;q=0", ""),
        ("identity", ""),
        ("", ""),
    ],
)
def test_accepted_formats(header: str, chosen: str) -> None:
    assert accepted_format(header) == chosen


def test_each_format_is_compressed_once_and_has_its_own_tag(home: Any) -> None:
    relay.drain()
    client = Client()
    plain = client.get(home.url)
    zipped = client.get(home.url, headers={"Accept-Encoding": "gzip"})
    small = client.get(home.url, headers={"Accept-Encoding": "br, gzip"})
    assert gzip.decompress(zipped.content) == plain.content
    assert brotli.decompress(small.content) == plain.content
    assert len({plain["ETag"], zipped["ETag"], small["ETag"]}) == 3
    assert (zipped["Content-Encoding"], small["Content-Encoding"]) == ("gzip", "br")


def test_an_edit_shows_at_once(client: Client, home: Any) -> None:
    page = publish(make_standard(home, title="Pirms"))
    for title in ("Otrais", "Trešais"):
        assert client.get(page.url).status_code == 200
        page.title = title
        publish(page)
        assert f"<h1>{title}</h1>" in client.get(page.url).content.decode()
        assert title in client.get(home.url).content.decode(), "the menu"


def test_a_page_speaks_its_own_language(client: Client, home: Any) -> None:
    index = publish(make_news_index(publish(home)))
    translate_page(home, title="Home")
    english = translate_page(index, title="News")
    translation.activate("lv")
    soup = BeautifulSoup(client.get(english.url).content, "html.parser")
    assert [plain(label.text) for label in soup.select(".filters label")] == [
        "Kind of news",
        "Topic",
        "Institution",
        "Year",
    ]
    assert {option.text for option in soup.select("option[value='']")} == {"All"}


def test_what_a_reader_sends_along_is_not_in_the_page(client: Client, home: Any) -> None:
    index = make_news_index(home)
    for _ in range(13):
        make_news(index)
    first = client.get(f"{index.url}?utm_source=odd&page=1&kind=")
    assert "odd" not in first.content.decode()
    assert first.content == client.get(f"{index.url}?page=1").content
    assert client.get(f"{home.url}?x=odd").content == client.get(home.url).content


def test_a_withdrawn_page_says_why_and_where_to_go(client: Client, home: Any) -> None:
    index = publish(make_news_index(home, title="Jaunumi"))
    page = publish(make_news(index))
    assert client.get(page.url).status_code == 200
    page.unpublish()
    answer = client.get(page.url)
    assert answer.status_code == 410
    soup = BeautifulSoup(answer.content, "html.parser")
    assert "noņēmuši" in soup.main.text  # type: ignore[union-attr]
    assert soup.select_one(f'main a[href="{index.url}"]')
    assert soup.select_one('meta[name="robots"][content="noindex"]')


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_deleted_page_says_so_in_its_language(client: Client, home: Any, language: str) -> None:
    page = publish(make_standard(publish(home)))
    translate_page(home, title="Home")
    if language == "en":
        page = translate_page(page, title="Page")
    url = page.url
    assert client.get(url).status_code == 200
    page.delete()
    answer = client.get(url)
    assert answer.status_code == 410
    words = {"lv": "Tā ir dzēsta.", "en": "It was deleted."}
    assert words[language] in plain(answer.content)


def test_a_redirect_has_priority_over_a_withdrawn_page(client: Client, home: Any) -> None:
    page, other = publish(make_standard(home)), publish(make_standard(home))
    url = page.url
    relay.drain()
    page.delete()
    Redirect.add_redirect(url, other, is_permanent=True)
    answer = client.get(url)
    assert (answer.status_code, answer["Location"]) == (301, other.url)


def test_what_never_was_public_is_unknown(client: Client, home: Any) -> None:
    draft = make_standard(home, live=False)
    assert client.get(draft.url).status_code == 404
    assert client.get("/lv/nav-tadas/").status_code == 404


def test_a_private_page_is_up_to_wagtail(client: Client, home: Any, admin_user: Any) -> None:
    page = publish(make_standard(home, title="Slēgta", body=[("rich_text", "<p>Iekšā</p>")]))
    assert client.get(page.url).status_code == 200
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(page.url).status_code == 302
    client.force_login(admin_user)
    answer = client.get(page.url)
    assert "<p>Iekšā</p>" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert Client().get(page.url).status_code == 302


@pytest.mark.parametrize("live", [True, False])
def test_a_preview_shows_the_draft(editor_client: Client, home: Any, live: bool) -> None:
    page = make_method(make_method_index(home), title="Publicēta", live=live)
    page.title, page.people_min = "Melnraksts", 7
    revision = page.save_revision()
    relay.drain()
    address = reverse("wagtailadmin_pages:revisions_view", args=[page.pk, revision.pk])
    html = plain(editor_client.get(address).content)
    assert "<h1>Melnraksts</h1>" in html
    assert "7 cilvēki" in html
    assert "Melnraksts" not in Client().get(page.url).content.decode()


def test_a_document_of_an_earlier_version_does_not_break_its_page(
    client: Client, home: Any
) -> None:
    page = publish(make_mission(home))
    relay.drain()
    row = Document.objects.get(pk=page.pk)
    row.json = row.json.replace('"statement"', '"statement_then"')
    row.save()
    assert page.statement in client.get(page.url).content.decode()
