"""Headers are on everything the server answers, and say what fits there."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as django_settings
from django.test import Client

from govlab.core.videos import video
from tests.editing.forms import served_form
from tests.factories import make_news, make_news_index, publish

EVERYWHERE = [
    ("/lv/", 200),
    ("/lv/meklet/?q=x", 200),
    ("/lv/nothing/", 404),
    ("/nothing.php", 404),
    ("/lv/" + "x" * 9000, 404),
    ("/", 302),
    ("/lv", 301),
    ("/sitemap.xml", 200),
    ("/robots.txt", 200),
    ("/healthz", 200),
    ("/readyz", 200),
    ("/admin/", 302),
    ("/admin/login/", 200),
    ("/static/govlab/search.js", 200),
    ("/static/none.js", 404),
    ("/media/none.webp", 404),
    ("/documents/1/none.pdf", 404),
    ("/api/v1/", 200),
    ("/api/v1/docs", 200),
    ("/api/v1/openapi.json", 200),
    ("/api/v1/nothing", 404),
    ("/api/v1/news?x=1", 422),
    ("/api/v1/export", 200),
]


def policy(answer: Any) -> dict[str, list[str]]:
    directives = [part.split() for part in answer["Content-Security-Policy"].split(";")]
    return {name: sources for name, *sources in directives}


@pytest.mark.parametrize(("path", "status"), EVERYWHERE)
def test_every_answer_has_them(client: Client, home: Any, path: str, status: int) -> None:
    answer = client.get(path)
    list(answer)
    answer.close()
    assert answer.status_code == status
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["Cross-Origin-Resource-Policy"] in {"same-origin", "cross-origin"}
    told = policy(answer)
    assert told["default-src"] == told["frame-ancestors"] == ["'none'"]
    assert told["base-uri"] == ["'none'"]
    if path != "/admin/":
        assert "'unsafe-inline'" not in answer["Content-Security-Policy"]
    assert "'unsafe-eval'" not in answer["Content-Security-Policy"]
    assert "*" not in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("path", "shared"),
    [("/api/v1/", True), ("/static/govlab/mark.svg", True), ("/lv/", False), ("/admin/", False)],
)
def test_other_sites_may_show_what_documents_point_to(
    client: Client, home: Any, path: str, shared: bool
) -> None:
    answer = client.get(path)
    answer.close()
    expected = "cross-origin" if shared else "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == expected


def test_a_failure_has_them_too(client: Client, home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("search.website.page.chosen_in", fail)
    client.raise_request_exception = False
    answer = client.get("/lv/meklet/?q=x")
    assert answer.status_code == 500
    assert policy(answer)["default-src"] == policy(answer)["frame-ancestors"] == ["'none'"]
    for host, status in (("evil.example", 400), ("testserver", 500)):
        answer = client.get("/lv/meklet/?q=x", headers={"Host": host})
        assert (answer.status_code, answer["X-Frame-Options"]) == (status, "DENY")


def test_a_page_in_preview_may_stand_in_the_administrations_frame(
    editor_client: Client, home: Any
) -> None:
    """It is answered within another answer, which must not leave its own word on frames there."""
    publish(home)
    address = f"/admin/pages/{home.pk}/edit/preview/"
    form = served_form(editor_client.get(f"/admin/pages/{home.pk}/edit/").content.decode())
    assert editor_client.post(address, form).json()["is_valid"]
    answer = editor_client.get(f"{address}?mode=")
    assert home.title in answer.content.decode()
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert policy(answer)["frame-ancestors"] == ["'self'"]


def test_scripts_of_the_site_make_no_code_out_of_text(client: Client, home: Any) -> None:
    for path in ("/lv/", "/lv/meklet/", "/lv/nav/"):
        assert policy(client.get(path))["require-trusted-types-for"] == ["'script'"]
    # Wagtail's own scripts do.
    assert "require-trusted-types-for" not in policy(client.get("/admin/login/"))


def test_the_players_of_videos_may_be_framed_and_nothing_else() -> None:
    addresses = ("https://youtu.be/abcdefghijk", "https://vimeo.com/1")
    videos = [found for found in map(video, addresses) if found]
    players = {f"https://{urlsplit(found.frame_url).netloc}" for found in videos}
    assert len(players) == len(addresses)
    assert set(django_settings.GOVLAB_CSP["SITE"]["frame-src"]) == players


@pytest.mark.parametrize(
    "path",
    ["/lv/", "/lv/jaunumi/", "/lv/meklet/", "/lv/meklet/?q=zina", "/lv/none/", "/lv/jaunumi/zina/"],
)
def test_no_page_has_code_or_styles_in_it(client: Client, home: Any, path: str) -> None:
    publish(make_news(make_news_index(home, slug="jaunumi"), slug="zina"))
    soup = BeautifulSoup(client.get(path).content, "html.parser")
    assert soup.find_all("style") == []
    inline = [tag for tag in soup.find_all("script") if not tag.get("src")]
    data = ("application/json", "application/ld+json")
    assert [tag for tag in inline if tag.get("type") not in data] == []
    attributes = {name for tag in soup.find_all(True) for name in tag.attrs}
    assert not {name for name in attributes if name == "style" or name.startswith("on")}


@pytest.mark.parametrize("name", ["400.html", "403_csrf.html", "429.html", "500.html"])
def test_pages_of_errors_are_in_both_languages(name: str) -> None:
    from django.template.loader import render_to_string

    soup = BeautifulSoup(render_to_string(name, {"minutes": 5}), "html.parser")
    assert soup.html
    assert soup.html["lang"] == "lv"
    assert soup.select('[lang="en"]')
    # The one of a failure has its style within it, by its hash: see test_error_pages.py.
    assert not soup.find_all(["script"] if name == "500.html" else ["style", "script"])
    assert not soup.select("[style]")


def test_a_form_without_its_token_is_told_in_both_languages(home: Any) -> None:
    answer = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})
    assert answer.status_code == 403
    assert "Veidlapa ir novecojusi" in answer.content.decode()
