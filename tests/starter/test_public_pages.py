"""A crawl of the whole starting site, as a reader without JavaScript walks it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

from tests.pictures import quickly_encoded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starting_content")]

HOST = "http://testserver"
START = ["/lv/", "/en/"]


@dataclass
class Crawl:
    """Everything that can be reached by links, by path with query."""

    answers: dict[str, Any] = field(default_factory=dict)
    # Parsed once for all tests, which only read them.
    pages: dict[str, BeautifulSoup] = field(default_factory=dict)


@pytest.fixture(scope="module")
def crawled(starting_content: str, django_db_blocker: Any) -> Crawl:
    done = Crawl()
    with django_db_blocker.unblock(), quickly_encoded():
        client = Client()
        queue = list(START)
        while queue:
            path = queue.pop()
            if path in done.answers:
                continue
            done.answers[path] = answer = client.get(path)
            if answer.streaming:
                b"".join(answer)  # a file is closed when it was read to its end
            if "text/html" in answer.get("Content-Type", ""):
                done.pages[path] = soup = BeautifulSoup(answer.content.decode(), "html.parser")
                queue += [link for link in links(path, soup) if link not in done.answers]
    return done


@pytest.fixture
def crawl(crawled: Crawl) -> dict[str, Any]:
    return crawled.answers


@pytest.fixture
def pages(crawled: Crawl) -> dict[str, BeautifulSoup]:
    return crawled.pages


def links(base: str, soup: BeautifulSoup) -> Iterator[str]:
    """Local targets of links, pictures and styles. Combinations of filters are not followed, as
    they are without end for robots, too."""
    found = [
        *(
            tag.get("href")
            for tag in soup.find_all(["a", "link"])
            if "?" not in base or "nofollow" not in tag.get("rel", [])
        ),
        *(tag.get("src") for tag in soup.find_all(["img", "script"])),
        *(
            part.split()[0]
            for tag in soup.find_all(["img", "source"])
            for part in str(tag.get("srcset", "")).split(",")
            if part.strip()
        ),
    ]
    for target in found:
        if not target:
            continue
        address = urlsplit(urldefrag(urljoin(HOST + base, str(target))).url)
        if address.netloc == "testserver":
            yield address.path + (f"?{address.query}" if address.query else "")


def test_no_link_is_broken(crawl: dict[str, Any]) -> None:
    assert {path: a.status_code for path, a in crawl.items() if a.status_code != 200} == {}


def test_every_public_page_is_reached(crawl: dict[str, Any]) -> None:
    public = {page.url for page in Page.objects.live().filter(depth__gt=1) if page.url}
    assert public - {path.partition("?")[0] for path in crawl} == set()


def test_one_h1_and_headings_skip_no_level(pages: dict[str, BeautifulSoup]) -> None:
    for path, soup in pages.items():
        levels = [int(tag.name[1]) for tag in soup.find_all(re.compile(r"^h[1-6]$"))]
        assert levels.count(1) == 1, path
        jumps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        assert jumps == [], (path, levels)


def test_language_is_declared_and_alternates_agree(pages: dict[str, BeautifulSoup]) -> None:
    for path, soup in pages.items():
        language = path.split("/")[1]
        assert soup.html is not None
        assert soup.html["lang"] == language, path
        alternates = {
            str(tag["hreflang"]): urlsplit(str(tag["href"])).path
            for tag in soup.find_all("link", rel="alternate", hreflang=True)
        }
        if "?" in path:
            continue
        assert alternates[language] == path
        for other in set(alternates.values()):
            assert other in pages, (path, other)


def test_language_switch_is_on_every_page(pages: dict[str, BeautifulSoup]) -> None:
    for path, soup in pages.items():
        other = "en" if path.startswith("/lv/") else "lv"
        targets = [str(tag["href"]) for tag in soup.find_all("a", hreflang=other)]
        assert targets, path
        assert all(target.startswith(f"/{other}/") for target in targets), (path, targets)


# What HTML takes for a date or a time; fractions of a second have three digits at most.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d))?")


def test_moments_labels_and_ids_are_as_html_has_them(pages: dict[str, BeautifulSoup]) -> None:
    """The whole standard is for a validator; these are what templates get wrong."""
    for path, soup in pages.items():
        moments = [str(tag.get("datetime", tag.text)) for tag in soup.find_all("time")]
        assert [moment for moment in moments if not _MOMENT.fullmatch(moment)] == [], path
        ids = [str(tag["id"]) for tag in soup.find_all(id=True)]
        assert len(ids) == len(set(ids)), path
        named = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "form")
        for name in named:
            for tag in soup.find_all(attrs={name: True}):
                assert set(str(tag[name]).split()) <= set(ids), (path, str(tag)[:100])


# Fields of documents that are no texts of their page: codes, which it has in words; what other
# places show, such as the heading of the browser's window; and links, whose pages may have others.
_NOT_TEXTS = {
    *("type", "id", "url", "path", "anchor", "locale", "digest", "sequence", "translation_key"),
    *("published_at", "updated_at", "date", "start", "end", "turns_at", "media_type", "filename"),
    *("slug", "vocabulary", "provider", "kind", "phase", "difficulty", "unit", "stage", "verdict"),
    *("direction", "conformance", "evaluation_method", "placeholders", "thanks"),
    *("seo", "translation", "translations", "breadcrumbs", "image", "link", "easy_to_read"),
}


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in _NOT_TEXTS:
                yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, str):
        yield BeautifulSoup(value, "html.parser").text if "<" in value else value


def squeezed(text: str) -> str:
    """Without spaces, which templates choose, and the brackets of placeholders, which they mark."""
    return re.sub(r"\s|\[\[|\]\]", "", text)


def test_each_text_of_a_document_is_on_its_page(
    client: Client, pages: dict[str, BeautifulSoup]
) -> None:
    found = 0
    export = b"".join(client.get("/api/v1/export").streaming_content)  # type: ignore[attr-defined]
    for line in export.decode().splitlines():
        document = json.loads(line)
        if "path" not in document:
            continue
        soup = pages[document["path"]]
        pictured = " ".join(str(image["alt"]) for image in soup.find_all("img"))
        shown = squeezed(f"{soup.body.text if soup.body else ''} {pictured}")
        # The front page has a heading of its own instead of its name.
        known = {document["title"]} if document["type"] == "home" else set()
        expected = set(texts(document)) - known
        assert [text for text in expected if squeezed(text) not in shown] == [], document["path"]
        found += len(expected)
    assert found > 1000


def test_pictures_say_what_they_show_or_that_they_only_decorate(
    pages: dict[str, BeautifulSoup],
) -> None:
    for path, soup in pages.items():
        assert all(image.has_attr("alt") for image in soup.find_all("img")), path


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, BeautifulSoup]) -> None:
    for path, soup in pages.items():
        sources = [
            *(tag.get("src") for tag in soup.find_all(["img", "script", "iframe", "source"])),
            *(tag.get("href") for tag in soup.find_all("link", rel="stylesheet")),
        ]
        assert [
            s for s in sources if s and urlsplit(str(s)).netloc not in ("", "testserver")
        ] == [], path


def test_sample_content_says_so(crawl: dict[str, Any]) -> None:
    sample = Page.objects.live().filter(slug="personas", locale__language_code="lv").get().specific
    assert sample.is_sample
    text = crawl[sample.url].content.decode()
    assert "parauga saturs" in text.lower()


def test_outdated_translation_says_so_and_untranslated_page_too(crawl: dict[str, Any]) -> None:
    from govlab.core.translation.states import translation_state
    from govlab.delivery.schemas.page import TranslationStatus

    english = list(Page.objects.live().filter(locale__language_code="en", depth__gt=1))
    outdated = [p for p in english if translation_state(p).status == TranslationStatus.OUTDATED]
    assert outdated
    for page in outdated:
        assert 'data-notice="outdated"' in crawl[page.url].content.decode()
    keys = [page.translation_key for page in english]
    alone = Page.objects.live().filter(locale__language_code="lv", depth__gt=2)
    for page in alone.exclude(translation_key__in=keys):
        assert "data-untranslated" in crawl[page.url].content.decode()


def test_sitemap_lists_the_public_pages(client: Client) -> None:
    answer = client.get("/sitemap.xml")
    sitemap = ElementTree.fromstring(answer.content)
    locations = sitemap.iterfind(".//{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    paths = {urlsplit(str(location.text)).path for location in locations}
    assert paths == {page.url for page in Page.objects.live().filter(depth__gt=1) if page.url}
