from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document

from govlab.delivery.log import relay
from home.models import MethodMaterial
from search.files import page_files
from search.models import FileState, FileText, Reason
from tests.factories import make_method, make_method_index, publish
from tests.search.files_made import encrypted_pdf, pdf


def upload(title: str, content: bytes, state: FileState, reason: str = "") -> Any:
    file = Document(title=title, file=ContentFile(content, name=f"{title}.pdf"))
    file._set_document_file_metadata()
    file.save()
    FileText.objects.create(digest=file.file_hash, state=state, reason=reason)
    return file


def show(page: Any, *files: Any) -> None:
    for file in files:
        MethodMaterial.objects.create(page=page, document=file)
    publish(page)
    relay.drain()


@pytest.fixture
def method(home: Any) -> Any:
    return make_method(make_method_index(publish(home)))


@pytest.fixture
def files(method: Any) -> None:
    show(
        method,
        upload("Skenēts", pdf(""), FileState.EMPTY),
        upload("Slēgts", encrypted_pdf("x", "y"), FileState.UNREADABLE, Reason.ENCRYPTED),
        upload("Pa pusei", pdf("Pa pusei"), FileState.PARTLY, Reason.SCANNED),
        upload("Lasāms", pdf("Slogs"), FileState.READ),
    )
    upload("Nerādīts", pdf("Neradits"), FileState.EMPTY)


def report(client: Client) -> str:
    return client.get(reverse("search_unread_files")).content.decode()


def test_editors_see_what_search_cannot_read(admin_client: Client, files: None) -> None:
    page = report(admin_client)
    for said in ("Skenēts", "ajā nav teksta", "Slēgts", "parole", "Pa pusei", "daļēji"):
        assert said in page, said
    assert "Lasāms" not in page
    assert "Nerādīts" not in page


def test_a_file_that_no_page_shows_any_more_leaves_the_report(
    admin_client: Client, method: Any, files: None
) -> None:
    method.refresh_from_db()
    method.unpublish()
    relay.drain()
    assert "Skenēts" not in report(admin_client)
    page_files.purge()
    assert not FileText.objects.exists()


def test_a_list_costs_the_same_with_more_files(
    admin_client: Client, method: Any, files: None, django_assert_max_num_queries: Any
) -> None:
    others = [upload(f"Cits {number}", pdf(f"{number}"), FileState.EMPTY) for number in range(20)]
    method.refresh_from_db()
    show(method, *others)
    with django_assert_max_num_queries(15):
        admin_client.get(reverse("search_unread_files"))


def test_whoever_may_not_change_files_sees_nothing(
    client: Client, django_user_model: Any, files: None
) -> None:
    client.force_login(django_user_model.objects.create_user("lasitajs", "l@example.lv", "x"))
    assert client.get(reverse("search_unread_files")).status_code in (302, 403)
