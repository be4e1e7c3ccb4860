"""View restrictions of every kind, on a page and above it; and titles that nobody may read."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import PageViewRestriction, Site

from tests.editing.forms import edit
from tests.factories import make_home, make_news, make_news_index, make_standard
from tests.factories import publish as publish_in_code

from .admin import post, restrict
from .portal import NOTHING, Portal

KINDS = ("login", "groups", "password")


def details(kind: str) -> dict[str, Any]:
    match kind:
        case "groups":
            return {"groups": [Group.objects.get_or_create(name="Grupa")[0].pk]}
        case "password":
            return {"password": "slepeni"}
    return {}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("below", [0, 1, 2])
def test_restriction_comes_and_goes(
    portal: Portal, editor_client: Client, home: Any, kind: str, below: int
) -> None:
    """On the page itself, on its parent, and further above."""
    pages = [home]
    for _ in range(below):
        pages.append(publish_in_code(make_standard(pages[-1])))
    beside = publish_in_code(make_standard(home))
    top = publish_in_code(make_standard(pages[-1]))
    closed = [top, publish_in_code(make_standard(top))]
    portal.follow()

    restrict(editor_client, top, kind, **details(kind))
    assert portal.follow().withdrawn == {page.pk: "restricted" for page in closed}
    assert beside in portal
    restrict(editor_client, top, "none")
    assert set(portal.follow().documents) == {page.pk for page in closed}


def test_kind_of_restriction_changes(portal: Portal, editor_client: Client, home: Any) -> None:
    page = publish_in_code(make_standard(home))
    restrict(editor_client, page, "login")
    portal.follow()
    restrict(editor_client, page, "password", password="slepeni")
    assert portal.follow() == NOTHING


def test_inner_restriction_outlasts_the_outer(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    outer = publish_in_code(make_standard(home))
    inner = publish_in_code(make_standard(outer))
    portal.follow()
    restrict(editor_client, outer, "login")
    restrict(editor_client, inner, "login")
    portal.follow()
    restrict(editor_client, outer, "none")
    assert list(portal.follow().documents) == [outer.pk]


def test_site_root_change(portal: Portal, editor_client: Client, home: Any) -> None:
    page = publish_in_code(make_standard(home))
    portal.follow()
    site = Site.objects.get()
    other = publish_in_code(make_home(title="Cits sākums"))
    Site.objects.update(root_page=home)
    portal.follow()
    data = {"hostname": "localhost", "port": "80", "site_name": "", "is_default_site": "on"}
    post(editor_client, "wagtailsites:edit", site.pk, **data, root_page=str(other.pk))
    changes = portal.follow()
    assert changes.withdrawn == dict.fromkeys([home.pk, page.pk], "outside_site")
    assert list(changes.documents) == [other.pk]
    assert portal[other]["path"] == "/lv/"


def test_secret_titles_are_found_nowhere(portal: Portal, editor_client: Client, home: Any) -> None:
    index = publish_in_code(make_news_index(home, title="Jaunumi"))
    news = publish_in_code(make_news(index, title="Noslepumots"))
    make_news(index, title="Noslepumots melnraksts", live=False)
    closed = publish_in_code(make_news_index(home, title="Noslepumota sadaļa"))
    publish_in_code(make_news(closed, title="Noslepumots zem tās"))
    restrict(editor_client, closed, "login")
    shown = publish_in_code(make_news(index, title="Redzams"))
    edit(editor_client, shown, title="Noslepumots nākamais")
    portal.follow()
    news.unpublish()
    portal.follow()
    calls = ["changes", "news", "pages", "navigation?locale=lv", f"pages/{news.pk}", "export"]
    for call in calls:
        answer = portal.get(call)
        text = b"".join(answer).decode()
        assert "oslepumot" not in text, call
    assert "Redzams" in portal.get("news").content.decode()


def test_an_alias_is_withdrawn_with_its_source(home: Any, portal: Portal) -> None:
    source = publish_in_code(make_standard(home))
    alias = source.create_alias(parent=home, update_slug="aizstajvards")
    portal.follow()
    restriction = PageViewRestriction.objects.create(page=source, restriction_type="login")
    changes = portal.follow()
    assert changes.withdrawn == {source.pk: "restricted", alias.pk: "restricted"}
    restriction.delete()
    assert set(portal.follow().documents) == {source.pk, alias.pk}
