"""One document by id and path, what stands in its place, and its group."""

from typing import Any

from wagtail.contrib.redirects.models import Redirect

from tests.factories import make_standard, publish, translate_page


def test_a_path_with_and_without_its_slash(api: Any, home: Any) -> None:
    page = make_standard(home)
    path = api.json(f"pages/{page.pk}")["path"]
    for form in (path, path.rstrip("/"), path.strip("/")):
        assert api.json(f"pages/by-path?path={form}")["id"] == page.pk


def test_a_changed_slug_leads_on(
    api: Any, home: Any, django_capture_on_commit_callbacks: Any
) -> None:
    """By the redirect that Wagtail makes after the commit."""
    page = make_standard(home)
    old = api.json(f"pages/{page.pk}")["path"]
    page.slug = "cits"
    with django_capture_on_commit_callbacks(execute=True):
        publish(page)
    found = api.json(f"pages/by-path?path={old}")
    assert (found["type"], found["permanent"]) == ("redirect", True)
    target = found["redirect_to"]
    assert (target["id"], target["path"]) == (page.pk, "/lv/cits/")
    assert api.json(f"pages/by-path?path={target['path']}")["id"] == page.pk


def test_a_redirect_to_another_site(api: Any, home: Any) -> None:
    Redirect.add_redirect("/lv/vecs", redirect_to="https://example.org/", is_permanent=False)
    found = api.json("pages/by-path?path=/lv/vecs/")
    assert found["redirect_to"] == {
        "path": "https://example.org/",
        "url": "https://example.org/",
        "id": None,
    }
    assert found["permanent"] is False


def test_a_redirect_to_what_is_not_public_says_nothing(api: Any, home: Any) -> None:
    draft = make_standard(home, "Noslēpums", live=False)
    Redirect.add_redirect("/lv/vecs", redirect_to=draft)
    assert "Noslēpums" not in api.get("pages/by-path?path=/lv/vecs/", 404).content.decode()


def test_withdrawn_is_gone_by_every_address(api: Any, home: Any) -> None:
    page = make_standard(home)
    path = api.json(f"pages/{page.pk}")["path"]
    page.unpublish()
    for address in (f"pages/{page.pk}", f"pages/by-path?path={path}"):
        assert "unpublished" in api.json(address, 410)["detail"]
    api.get(f"groups/{page.translation_key}", 410)


def test_a_group_has_every_public_language(api: Any, home: Any) -> None:
    page = make_standard(home)
    translate_page(home)
    english = translate_page(page, title="Page")
    found = api.json(f"groups/{page.translation_key}")
    assert [document["id"] for document in found["documents"]] == [page.pk, english.pk]
    english.unpublish()
    found = api.json(f"groups/{page.translation_key}")
    assert [document["id"] for document in found["documents"]] == [page.pk]
