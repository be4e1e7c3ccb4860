"""What the site shows to everybody is what the API gives, page for page and link for link."""

from typing import Any
from urllib.parse import urldefrag, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from wagtail.models import Page

from govlab.delivery.documents.tree import PublicTree
from govlab.delivery.log import relay
from govlab.delivery.public import public_pages

from .editor import UndoneEditing
from .replica import export

# Addresses that lead to no page of the tree.
LOCATIONS = ".//{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
SEARCH = ("/lv/meklet/", "/en/search/")
# Other forms of pages and what browsers read beside them.
FORMS = ("index.md", "feed.atom", "feed.json", "changes.atom")
BESIDE = tuple(
    f"/{language}/{name}"
    for language in ("lv", "en")
    for name in ("opensearch.xml", "site.webmanifest")
)


class Machine(UndoneEditing):
    def compare(self) -> None:
        relay.drain()
        client = Client()
        documents = {document["path"]: document["id"] for document in export(client)[1]}
        tree = PublicTree()
        pages = list(Page.objects.filter(depth__gt=1).select_related("locale"))
        asked = {page.pk for page in pages if tree.why_withdrawn(page) is None}
        assert asked == set(public_pages().values_list("pk", flat=True)) == set(documents.values())
        paths = {tree.location(page)[0] for page in pages if tree.root_of(page)} | {"/lv/", "/en/"}
        answers = {path: client.get(path) for path in sorted(paths)}
        shown = {path for path, answer in answers.items() if _shows_itself(answer)}
        assert shown == set(documents)
        forms = {f"{path}{name}" for path in documents for name in FORMS}
        for path in shown:
            assert set(links(answers[path].content)) <= {*(*documents, *forms, *SEARCH, *BESIDE)}, (
                path
            )
        sitemap = ElementTree.fromstring(client.get("/sitemap.xml").content)
        listed = {urlsplit(str(place.text)).path for place in sitemap.iterfind(LOCATIONS)}
        assert listed == set(documents)


def _shows_itself(answer: Any) -> bool:
    """Not the form that asks for a page's password, which is a 200 too."""
    asked = {template.name for template in answer.templates}
    return answer.status_code == 200 and "wagtailcore/password_required.html" not in asked


def links(html: bytes) -> list[str]:
    """Paths of everything that leads to a page, alternates and canonical addresses included."""
    found = BeautifulSoup(html, "html.parser").find_all(["a", "link"], href=True)
    paths = [urlsplit(urldefrag(str(tag["href"])).url).path for tag in found]
    return [path for path in paths if path.startswith(("/lv/", "/en/"))]


@pytest.mark.django_db
def test_the_site_shows_what_the_api_gives(settings: Any) -> None:
    settings.GOVLAB_API_REQUESTS_PER_MINUTE = 0
    run_state_machine_as_test(Machine, settings=profile())


def profile() -> settings:
    """The same 8 examples each time, unless the chosen profile asks for more and others."""
    return settings(
        max_examples=max(8, settings().max_examples // 20),
        stateful_step_count=14,
        deadline=None,
        # Each step is a change of the site: making a failing example smaller takes minutes.
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=settings().max_examples <= 100,
    )
