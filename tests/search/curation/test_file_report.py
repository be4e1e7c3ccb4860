from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document

from search.models import FileState, FileText, Reason
from tests.search.files_made import encrypted_pdf, pdf


def upload(title: str, content: bytes, state: FileState, reason: str = "") -> Any:
    file = Document(title=title, file=ContentFile(content, name=f"{title}.pdf"))
    file._set_document_file_metadata()
    file.save()
    FileText.objects.create(digest=file.file_hash, state=state, reason=reason)
    return file


@pytest.fixture
def files(db: None) -> None:
    upload("Skenēts", pdf(""), FileState.EMPTY)
    upload("Slēgts", encrypted_pdf("x", "y"), FileState.UNREADABLE, Reason.ENCRYPTED)
    upload("Lasāms", pdf("Slogs"), FileState.READ)


def test_editors_see_what_search_cannot_read(admin_client: Client, files: None) -> None:
    page = admin_client.get(reverse("search_unread_files")).content.decode()
    for said in ("Skenēts", "ajā nav teksta", "Slēgts", "parole"):
        assert said in page, said
    assert "Lasāms" not in page


def test_a_list_costs_the_same_with_more_files(
    admin_client: Client, files: None, django_assert_max_num_queries: Any
) -> None:
    for number in range(20):
        upload(f"Cits {number}", pdf(f"{number}"), FileState.EMPTY)
    with django_assert_max_num_queries(15):
        admin_client.get(reverse("search_unread_files"))


def test_whoever_may_not_change_files_sees_nothing(
    client: Client, django_user_model: Any, files: None
) -> None:
    client.force_login(django_user_model.objects.create_user("lasitajs", "l@example.lv", "x"))
    assert client.get(reverse("search_unread_files")).status_code in (302, 403)
