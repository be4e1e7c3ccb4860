"""The site and `by-path` lead on from the same addresses, to the same ones."""

from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction, Site

from govlab.delivery.api.response_cache import response_cache
from govlab.delivery.log import relay
from tests.factories import make_home, make_standard, publish


def on_the_site(client: Client, address: str) -> str | None:
    # The client itself would take what follows two slashes for a host.
    path = {"PATH_INFO": address} if address.startswith("//") else {}
    response = client.get("/" if path else address, **path)
    if response.status_code == 301 and response["Location"] == f"{address}/":
        response = client.get(response["Location"])  # what Django does for a missing slash
    return response["Location"] if response.status_code in (301, 302) else None


def in_the_api(client: Client, address: str) -> str | None:
    relay.drain()
    response_cache.clear()
    response = client.get(f"/api/v1/pages/by-path?path={quote(address, safe='')}")
    found = response.json()
    return found["redirect_to"]["path"] if found.get("type") == "redirect" else None


def agreed(client: Client, address: str) -> str | None:
    relay.drain()
    here, there = on_the_site(client, address), in_the_api(client, address)
    assert here == there, address
    return here


@pytest.mark.parametrize(
    ("old", "asked", "leads"),
    [
        ("/lv/vecs/", "/lv/vecs/", True),
        ("/lv/vecs", "/lv/vecs", True),
        ("/lv/vecs", "/lv/vecs/?utm_source=x", True),
        ("/vecs/lapa.aspx?id=5&a=1", "/vecs/lapa.aspx?a=1&id=5", True),
        ("/vecs/lapa.aspx?id=5", "/vecs/lapa.aspx?id=6", False),
        ("/vecs/lapa.aspx?id=5", "/vecs/lapa.aspx", False),
        ("/lv/Vecs/", "/lv/vecs/", False),
        ("/lv/jaunā/", "/lv/jaunā/", True),
        ("/lv/jaun%C4%81/", "/lv/jaunā/", True),
        ("/lv/vecs/", "/lv/vecs//", False),
        ("/lv/vecs/", "//evil.example/lv/vecs/", False),
        ("/lv/vecs/", "//[x/lv/vecs/", False),
    ],
)
def test_from(client: Client, home: Any, old: str, asked: str, leads: bool) -> None:
    page = make_standard(home)
    Redirect.add_redirect(old, redirect_to=page)
    assert agreed(client, asked) == (page.url if leads else None)


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("https://example.org/x?y=1", True),
        ("/lv/meklet/?q=x", True),
        ("//evil.example/lv/", False),
        ("javascript:alert(1)", False),
        ("mailto:a@b.lv", False),
        ("ftp://example.org/", False),
        ("/lv/vecs/", False),
        ("#sadala", False),
        ("", False),
    ],
)
def test_to_an_address(client: Client, home: Any, link: str, leads: bool) -> None:
    Redirect.objects.create(old_path="/lv/vecs", redirect_link=link)
    assert agreed(client, "/lv/vecs/") == (link if leads else None)


def test_to_what_is_not_public(client: Client, home: Any) -> None:
    draft = make_standard(home, live=False)
    private = make_standard(home)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for number, page in enumerate((draft, make_standard(draft), private)):
        Redirect.add_redirect(f"/lv/vecs-{number}", redirect_to=page)
        assert agreed(client, f"/lv/vecs-{number}/") is None


def test_whatever_page_stands_there_goes_first(client: Client, home: Any) -> None:
    other, page, private = make_standard(home), make_standard(home), make_standard(home)
    for stands in (page, private):
        Redirect.add_redirect(stands.url, redirect_to=other)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert agreed(client, page.url) is None
    assert agreed(client, f"{page.url}?a=1") is None
    assert client.get(private.url)["Location"].startswith("/")
    assert in_the_api(client, private.url) is None
    page.unpublish()
    assert agreed(client, page.url) == other.url


def test_of_one_site_goes_before_all_sites(client: Client, home: Any) -> None:
    here, there, everywhere = (make_standard(home) for _ in range(3))
    urls = {page: page.url for page in (here, there, everywhere)}
    second = Site.objects.create(hostname="second.example", root_page=home)
    Redirect.add_redirect("/lv/vecs", redirect_to=everywhere)
    assert agreed(client, "/lv/vecs/") == urls[everywhere]
    Redirect.add_redirect("/lv/vecs", redirect_to=there, site=second)
    assert agreed(client, "/lv/vecs/") == urls[everywhere]
    Redirect.add_redirect("/lv/vecs", redirect_to=here, site=Site.objects.get(is_default_site=True))
    assert agreed(client, "/lv/vecs/") == urls[here]
    # With its query it names the address more closely.
    Redirect.add_redirect("/lv/vecs?a=1", redirect_to=everywhere)
    assert agreed(client, "/lv/vecs/?a=1") == urls[everywhere]


def test_a_path_of_a_public_page_has_its_id(client: Client, home: Any) -> None:
    page = make_standard(home)
    Redirect.add_redirect("/lv/vecs", redirect_to=page.url)
    relay.drain()
    found = client.get("/api/v1/pages/by-path?path=/lv/vecs").json()["redirect_to"]
    assert found == {"path": page.url, "url": f"http://testserver{page.url}", "id": page.pk}


def change_slug(page: Any, capture: Any) -> None:
    page.slug = f"{page.slug}-cits"
    with capture(execute=True):
        page.save()


def test_only_addresses_that_readers_had_lead_on(
    home: Any, django_capture_on_commit_callbacks: Any
) -> None:
    draft = make_standard(home, live=False)
    change_slug(draft, django_capture_on_commit_callbacks)
    draft.move(publish(make_standard(home)), "last-child")
    assert not Redirect.objects.exists()
    published = publish(make_standard(home))
    old = published.url
    change_slug(published, django_capture_on_commit_callbacks)
    assert [row.old_path for row in Redirect.objects.all()] == [old.rstrip("/")]


@pytest.mark.django_db
def test_a_page_of_nobody_leads_nowhere(client: Client) -> None:
    make_home()
    assert agreed(client, "/lv/nav-tadas/") is None
