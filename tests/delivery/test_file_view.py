"""Who may open an uploaded document, and how it is sent."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.utils.http import http_date
from pytest_django.fixtures import DjangoAssertNumQueries
from wagtail.documents.models import Document
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
    PageViewRestriction,
)

from govlab.delivery.log import relay
from tests.factories import make_document, make_standard, make_user, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_index")]

PUBLIC, PRIVATE = "public, max-age=60", "private, no-store"


@pytest.fixture
def file() -> Document:
    return make_document()


def show(parent: Any, file: Document, **fields: Any) -> Any:
    block = {"title": "", "documents": [{"document": file, "title": ""}]}
    page = publish(make_standard(parent, body=[("documents", block)], **fields))
    relay.drain()
    return page


def restrict(page: Any, kind: str, **fields: Any) -> PageViewRestriction:
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, **fields)
    relay.drain()
    return restriction


def closed_collection(kind: str, **fields: Any) -> Collection:
    collection = Collection.get_first_root_node().add_child(name="Slēgta")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=kind, **fields)
    return collection


def into(collection: Collection, file: Document) -> None:
    file.collection = collection
    file.save()
    relay.drain()


def status(client: Client, file: Document) -> int:
    response = client.get(file.url)
    body(response)
    if response.status_code != 404:
        assert response["Cache-Control"] == PRIVATE
    return response.status_code


def public(client: Client, file: Document) -> bool:
    response = client.get(file.url)
    return body(response) == b"text" and response["Cache-Control"] == PUBLIC


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else bytes(response.content)


def editor(*names: str, collection: Collection | None = None) -> Client:
    """In the administration, with rights on the documents of a collection, or of all of them."""
    group = Group.objects.create(name="Redaktori")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for name in names:
        GroupCollectionPermission.objects.create(
            group=group,
            collection=collection or Collection.get_first_root_node(),
            permission=Permission.objects.get(
                content_type__app_label="wagtaildocs", codename=f"{name}_document"
            ),
        )
    client = Client()
    client.force_login(make_user("Redaktori"))
    return client


def test_file_of_a_public_page_is_public(client: Client, home: Any, file: Document) -> None:
    show(home, file)
    response = client.get(file.url)
    assert (response.status_code, response["Cache-Control"]) == (200, PUBLIC)
    assert body(response) == b"text"
    assert "Cookie" not in response.get("Vary", "")


def test_file_that_nothing_shows(client: Client, file: Document) -> None:
    assert status(client, file) == 404
    assert status(editor("choose"), file) == 200


@pytest.mark.parametrize("right", ["change", "choose"])
def test_right_on_another_collection_opens_nothing(file: Document, right: str) -> None:
    other = Collection.get_first_root_node().add_child(name="Cita")
    assert status(editor(right, collection=other), file) == 404


def test_account_without_rights_is_a_reader(client: Client, file: Document) -> None:
    client.force_login(make_user())
    assert status(client, file) == 404


def test_draft_keeps_its_file_to_itself(client: Client, home: Any, file: Document) -> None:
    page = show(home, file)
    page.unpublish()
    relay.drain()
    assert status(client, file) == 404


def test_page_below_an_unpublished_page(client: Client, home: Any, file: Document) -> None:
    above = publish(make_standard(home))
    show(above, file)
    above.refresh_from_db()
    above.unpublish()
    relay.drain()
    assert status(client, file) == 404


def test_page_that_the_log_does_not_have_yet(client: Client, home: Any, file: Document) -> None:
    block = {"title": "", "documents": [{"document": file, "title": ""}]}
    publish(make_standard(home, body=[("documents", block)]))
    assert status(client, file) == 200


def test_link_in_rich_text_shows_a_file(client: Client, home: Any, file: Document) -> None:
    link = f'<p><a linktype="document" id="{file.pk}">te</a></p>'
    publish(make_standard(home, body=[("rich_text", link)]))
    relay.drain()
    assert public(client, file)


def test_password_of_the_page_opens_its_file(client: Client, home: Any, file: Document) -> None:
    page = show(home, file)
    restriction = restrict(page, "password", password="atslēga")
    asked = client.get(file.url)
    assert (asked.status_code, asked["Cache-Control"]) == (200, PRIVATE)
    assert asked.content != b"text"
    assert "password" in asked.content.decode()
    answered = client.post(
        f"/lv/_util/authenticate_with_password/{restriction.pk}/{page.pk}/",
        {"password": "atslēga", "return_url": file.url},
    )
    assert answered["Location"] == file.url
    response = client.get(file.url)
    assert body(response) == b"text"
    assert response["Cache-Control"] == PRIVATE


def test_restriction_above_the_page(client: Client, home: Any, file: Document) -> None:
    above = publish(make_standard(home))
    show(above, file)
    restrict(above, "login")
    assert status(client, file) == 302
    client.force_login(make_user())
    assert status(client, file) == 200


def test_group_of_the_page_opens_its_file(client: Client, home: Any, file: Document) -> None:
    page = show(home, file)
    group = Group.objects.create(name="Padome")
    restrict(page, "groups").groups.add(group)
    client.force_login(make_user())
    assert status(client, file) == 302
    client.force_login(make_user("Padome"))
    assert status(client, file) == 200


def test_one_public_page_is_enough(client: Client, home: Any, file: Document) -> None:
    restrict(show(home, file), "login")
    show(home, file)
    assert public(client, file)


@pytest.mark.parametrize("shown", [True, False])
def test_closed_collection(client: Client, home: Any, file: Document, shown: bool) -> None:
    """The page does not open what its collection closes; who passes the collection may have it."""
    if shown:
        show(home, file)
    into(closed_collection("login").add_child(name="Iekšā"), file)
    assert status(client, file) == 302
    client.force_login(make_user())
    assert status(client, file) == 200


def test_collection_and_page_are_both_asked(client: Client, home: Any, file: Document) -> None:
    page = show(home, file)
    Group.objects.create(name="Padome")
    restrict(page, "groups").groups.add(Group.objects.get(name="Padome"))
    into(closed_collection("login"), file)
    client.force_login(make_user())
    assert status(client, file) == 302
    client.force_login(make_user("Padome"))
    assert status(client, file) == 200


def test_password_of_the_collection(client: Client, file: Document) -> None:
    into(closed_collection("password", password="atslēga"), file)
    assert body(client.get(file.url)) != b"text"
    restriction = CollectionViewRestriction.objects.get()
    client.post(
        f"/documents/authenticate_with_password/{restriction.pk}/",
        {"password": "atslēga", "return_url": file.url},
    )
    assert body(client.get(file.url)) == b"text"


def test_editor_needs_no_password(file: Document) -> None:
    into(closed_collection("password", password="atslēga"), file)
    assert body(editor("change").get(file.url)) == b"text"


def test_no_address_of_media_leads_to_uploads(client: Client, home: Any, file: Document) -> None:
    show(home, file)
    assert not list(Path(settings.MEDIA_ROOT).rglob("*.txt"))
    assert client.get(f"/media/{file.file.name}").status_code == 404
    assert client.get(file.file.url)["Location"].startswith("/admin/login/")


def test_public_answer_asks_little(
    client: Client, home: Any, file: Document, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    show(home, file)
    with django_assert_num_queries(3):
        response = client.get(file.url)
    body(response)


@pytest.mark.parametrize("method", ["get", "head"])
def test_headers(client: Client, home: Any, file: Document, method: str) -> None:
    show(home, file)
    response = getattr(client, method)(file.url)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith('attachment; filename="dokuments')
    assert response["Content-Type"].startswith("text/plain")
    assert response["Content-Length"] == "4"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'"
    body(response)


def test_pdf_is_shown_by_the_browser(client: Client, home: Any) -> None:
    file = Document.objects.create(title="P", file=ContentFile(b"%PDF-1.7", name="ā.pdf"))
    show(home, file)
    response = client.get(file.url)
    assert response["Content-Disposition"].startswith("inline")
    assert response["Content-Type"] == "application/pdf"
    body(response)


def test_old_html_is_only_downloaded(client: Client, home: Any) -> None:
    """From before the kinds of files were limited."""
    name = default_storage.save("documents/lapa.html", ContentFile(b"<script>alert(1)</script>"))
    file = Document.objects.create(title="L", file=name)
    show(home, file)
    response = client.get(file.url)
    assert response["Content-Disposition"].startswith("attachment")
    body(response)


def test_conditional_requests(client: Client, home: Any, file: Document) -> None:
    show(home, file)
    first = client.get(file.url)
    body(first)
    for header in (
        {"If-None-Match": first["ETag"]},
        {"If-Modified-Since": first["Last-Modified"]},
    ):
        again = client.get(file.url, headers=header)
        assert (again.status_code, again["Cache-Control"]) == (304, PUBLIC)
    old = http_date(datetime(2001, 1, 1, tzinfo=UTC).timestamp())
    for header in (
        {"If-None-Match": '"cits"'},
        {"If-Modified-Since": old},
        {"If-Modified-Since": "vakar"},
        {"Range": "bytes=0-1"},
        {"Range": "bytes=9-1,x"},
    ):
        response = client.get(file.url, headers=header)
        assert (response.status_code, body(response)) == (200, b"text")


def test_only_reading(client: Client, home: Any, file: Document) -> None:
    show(home, file)
    assert client.post(file.url).status_code == 405


def test_missing_file_is_not_found(client: Client, home: Any, file: Document) -> None:
    show(home, file)
    Path(file.file.path).unlink()
    assert client.get(file.url).status_code == 404


def test_document_without_a_file(client: Client, editor_client: Client) -> None:
    file = Document.objects.create(title="Bez")
    assert editor_client.get(f"/documents/{file.pk}/", follow=True).status_code == 404


@pytest.mark.parametrize(
    "path", ["/documents/9999999999999999999999/a.txt", "/documents/0/a", "/documents/1/%00"]
)
def test_odd_addresses(client: Client, path: str) -> None:
    assert client.get(path, follow=True).status_code == 404


def test_another_name(client: Client, home: Any, file: Document) -> None:
    show(home, file)
    assert client.get(file.url + "x", follow=True).status_code == 404
    assert client.get(file.url.replace(file.filename, ""), follow=True).status_code == 404
