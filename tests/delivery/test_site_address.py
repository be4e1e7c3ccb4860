"""One address of the site, whatever Wagtail's record, the request's host or its path say."""

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.test import Client
from wagtail.models import Site

from govlab.core.site_record import follow_site_url
from govlab.delivery.log import relay
from govlab.delivery.models import Mark
from govlab.delivery.site_address import corrected_root, page_address, site_address
from tests.factories import make_home, make_news, make_news_index, publish, translate_page

ADDRESSES = ["https://inovacija.example.lv", "https://inovacija.example.lv:8443"]


def addresses_in(client: Client, path: str) -> set[str]:
    """Scheme and host of every absolute address that a page's head, map or answer names."""
    answer: Any = client.get(path, SERVER_NAME="localhost")
    text = b"".join(answer).decode()
    return {
        found
        for found in re.findall(r"https?://[^/\"<>\s\\]+", text)
        if not re.search(r"w3\.org|sitemaps\.org|schema\.org|json-schema|mk\.gov\.lv", found)
    }


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_emitter_says_the_same_address(
    client: Client, db: None, settings: Any, address: str
) -> None:
    settings.GOVLAB_SITE_URL = address
    home = make_home()
    news = publish(make_news(make_news_index(home, slug="jaunumi")))
    translate_page(home, title="Home")
    relay.drain()
    for path in (
        "/lv/",
        news.url,
        "/lv/meklet/?q=zina",
        "/sitemap.xml",
        "/robots.txt",
        "/api/v1/",
        f"/api/v1/pages/{news.pk}",
        f"/api/v1/pages/by-path?path={news.url}",
        "/api/v1/export",
    ):
        assert addresses_in(client, path) == {address}, path


def test_the_record_follows_when_it_is_saved(home: Any, settings: Any) -> None:
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("testserver", 80)
    site.hostname = "elsewhere.example"
    site.save()
    assert Site.objects.get(pk=site.pk).hostname == "testserver"


@pytest.mark.django_db(transaction=True)
def test_a_migration_takes_a_changed_address_over_and_marks_every_document(settings: Any) -> None:
    make_home()
    relay.drain()
    settings.GOVLAB_SITE_URL = "https://inovacija.example.lv"
    settings.GOVLAB_INLINE_RELAY = False
    Site.objects.filter(is_default_site=True).update(hostname="localhost", port=80)
    call_command("migrate", verbosity=0)
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("inovacija.example.lv", 443)
    assert Mark.objects.exists()
    assert not follow_site_url()


def test_without_a_setting_the_record_says_the_address(
    client: Client, home: Any, settings: Any
) -> None:
    settings.GOVLAB_SITE_URL = ""
    Site.objects.filter(is_default_site=True).update(hostname="portal.example", port=443)
    relay.drain()
    for path in ("/api/v1/", f"/api/v1/pages/{home.pk}"):
        assert addresses_in(client, path) == {"https://portal.example"}, path
    assert corrected_root("https://portal.example") == "https://portal.example"


def test_another_site_with_the_address_is_told(home: Any, settings: Any) -> None:
    Site.objects.create(hostname="other.example", port=443, root_page=home)
    settings.GOVLAB_SITE_URL = "https://other.example"
    with pytest.raises(ImproperlyConfigured, match="Settings → Sites"):
        follow_site_url()


def test_other_sites_have_the_address_of_their_record(home: Any) -> None:
    branch = make_news_index(home, slug="filiale")
    site = Site.objects.create(hostname="branch.example", port=8080, root_page=branch)
    assert site_address(site) == "http://branch.example:8080"
    page = make_news(branch, slug="zina")
    assert page_address(page) == page.get_full_url() == "http://branch.example:8080/lv/zina/"
    assert corrected_root(site.root_url) == site.root_url


HOSTILE = [
    "//evil.example/lv/x",
    "//evil.example/lv/meklet/",
    "///evil.example/lv/",
    "/\\evil.example/lv/x",
    "/\\/evil.example/",
    "/%2fevil.example/lv/x",
    "/%2f%2fevil.example/lv/x",
    "/%5cevil.example/lv/x",
    "/lv//evil.example/",
    "/lv///evil.example",
    "/en//evil.example/search/",
    "/lv/%2f%2fevil.example/",
    "//evil.example",
    "//evil.example/%2e%2e",
    "//lv/meklet/",
    "//evil/lv/jaunumi",
    "//evil.example@testserver/lv/",
    "/.//evil.example/lv/",
    "/lv/..//evil.example/",
    "/\t/evil.example/lv/",
    "//evil.example/lv/meklet?q=x",
    "/lv/meklet//evil.example",
    "/lv/meklesana//evil.example/",
    "/lv/meklesana/?next=//evil.example",
    "/lv/meklet/?q=x&next=//evil.example",
    "//evil.example/admin/login/",
    "//evil.example/documents/1/x.pdf",
    "//evil.example/api/v1/news",
]


def leads_away(address: str) -> bool:
    """As a browser reads it: a backslash is a slash, tabs and line ends are nothing."""
    read = re.sub(r"[\t\r\n]", "", address.strip()).replace("\\", "/")
    return bool(re.match(r"(?:[a-z][a-z0-9+.-]*:)?//", read, re.I)) and not re.match(
        r"https?://testserver(?::\d+)?(?:/|$)", read, re.I
    )


@pytest.mark.parametrize("path", HOSTILE)
@pytest.mark.parametrize("host", ["testserver", "localhost"])
def test_no_path_becomes_a_link_to_another_host(
    client: Client, home: Any, path: str, host: str
) -> None:
    translate_page(home, title="Home")
    answer = client.get("/", REQUEST_METHOD="GET", SERVER_NAME=host, **wsgi(path))
    assert answer.status_code < 500
    assert not leads_away(answer.get("Location", ""))
    if answer.get("Content-Type", "").startswith("text/html"):
        soup = BeautifulSoup(answer.content, "html.parser")
        links = [
            str(value)
            for tag in soup.find_all(True)
            for name, value in tag.attrs.items()
            if name in {"href", "src", "action", "content", "formaction", "data-suggest"}
        ]
        assert [link for link in links if leads_away(link)] == []


def wsgi(path: str) -> dict[str, str]:
    """As gunicorn hands a raw request target on; the test client would read `//host` as a host."""
    from urllib.parse import unquote_to_bytes

    raw, _, query = path.partition("?")
    return {"PATH_INFO": unquote_to_bytes(raw).decode("latin-1"), "QUERY_STRING": query}


@pytest.mark.parametrize("host", ["evil.example", "testserver@evil.example", "testserver:80:x", ""])
def test_a_host_that_is_not_ours_is_refused(client: Client, home: Any, host: str) -> None:
    answer = client.get("/lv/", headers={"Host": host})
    assert answer.status_code == 400 or b"evil" not in answer.content


@pytest.mark.parametrize("target", ["//evil.example", "https://evil.example/", "/\\evil.example"])
@pytest.mark.parametrize("login", ["/admin/login/", "/lv/_util/login/"])
def test_login_leads_to_no_other_host(
    client: Client, home: Any, admin_user: Any, target: str, login: str
) -> None:
    answer = client.post(
        login, {"username": "admin", "password": "password", "next": target}, follow=False
    )
    assert answer.status_code == 302
    assert not leads_away(answer["Location"])


def test_the_map_is_well_formed(client: Client, home: Any) -> None:
    ElementTree.fromstring(client.get("/sitemap.xml").content)
