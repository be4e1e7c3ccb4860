"""Files that public pages show are found, whichever engine responds."""

from functools import partial
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from home.models import MethodMaterial
from search.files import extraction, page_files
from search.models import FileText
from search.presentation.documents import FoundDocument
from tests.factories import make_method, make_method_index, make_standard, publish
from tests.search.files_made import docx, encrypted_pdf, pdf

from .conftest import Searching


def upload(content: bytes, name: str, title: str = "Veidlapa") -> Any:
    return Document.objects.create(title=title, file=ContentFile(content, name=name))


@pytest.fixture
def method(home: Any) -> Any:
    index = make_method_index(publish(home))
    return make_method(index, title="Darbnīca", search_description="Kopsavilkums.")


def show(page: Any, *files: Any) -> None:
    MethodMaterial.objects.filter(page=page).delete()
    for file in files:
        MethodMaterial.objects.create(page=page, document=file)
    publish(type(page).objects.get(pk=page.pk))


def found(searching: Searching, text: str) -> list[FoundDocument]:
    searching.follow()
    return searching.shown(text)


def test_the_page_is_found_and_the_place_is_shown(searching: Searching, method: Any) -> None:
    other = upload(pdf("Something else"), "b.pdf", "Cits")
    show(method, other, upload(docx("Ievads", "Iesniedziet pilnvaru & pasi."), "a.docx"))
    (hit,) = found(searching, "pilnvara")
    assert hit.document["id"] == method.pk
    assert hit.file == "Veidlapa"
    assert "Iesniedziet <mark>pilnvaru</mark> &amp; pasi." in hit.excerpt
    (hit,) = found(searching, '"iesniegt pilnvaru"')
    assert "<mark>Iesniedziet</mark> <mark>pilnvaru</mark>" in hit.excerpt
    (hit,) = found(searching, "something")
    assert (hit.file, hit.excerpt) == ("Cits", "<mark>Something</mark> else")
    hit = found(searching, "darbnīca kopsavilkumi")[0]
    assert hit.file == ""


def test_a_file_that_a_text_links_to(searching: Searching, home: Any) -> None:
    file = upload(docx("Iesniedziet pilnvaru."), "a.docx")
    link = f'<p>Lasiet <a linktype="document" id="{file.pk}">kārtību</a>.</p>'
    page = publish(make_standard(home, body=[("rich_text", link)]))
    (hit,) = found(searching, "pilnvara")
    assert (hit.document["id"], hit.file) == (page.pk, "Veidlapa")


def test_the_file_with_most_of_the_words_is_shown(searching: Searching, method: Any) -> None:
    one = upload(docx("Kopsavilkums: līdzi ņemiet pilnvaru un pasi."), "a.docx", "Pirmā")
    text = "Pilnvara. " + "Cits teksts. " * 40 + "Dzīvesvietas apliecinājums un pilnvara."
    show(method, one, upload(docx(text), "b.docx", "Otrā"))
    hit = found(searching, "dzīvesvietas apliecinājuma pilnvara")[0]
    assert hit.file == "Otrā"
    assert "<mark>Dzīvesvietas</mark> <mark>apliecinājums</mark> un <mark>pilnvara" in hit.excerpt
    # A word that only the file has is shown, although the page has another one.
    hit = found(searching, "kopsavilkums pilnvara")[0]
    assert (hit.file, "<mark>pilnvaru</mark>" in hit.excerpt) == ("Pirmā", True)
    # But not a file that has no more of the words than the page.
    assert found(searching, "kopsavilkums kaut")[0].file == ""


def test_words_of_the_page_come_before_those_of_its_files(
    searching: Searching, method: Any
) -> None:
    show(method, upload(docx("Pilnvara, pilnvara, pilnvara."), "a.docx"))
    other = make_method(method.get_parent(), title="Pilnvaras")
    assert [hit.document["id"] for hit in found(searching, "pilnvara")] == [other.pk, method.pk]


def test_a_file_is_read_once_for_all_pages(
    searching: Searching, method: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []

    def extract(path: Any, name: str) -> extraction.Extracted:
        read.append(name)
        return extraction.extract(path, name)

    monkeypatch.setattr(page_files, "extract", extract)
    file = upload(docx("Pilnvara"), "a.docx")
    show(method, file)
    assert len(found(searching, "pilnvara")) == 1
    other = make_method(method.get_parent(), title="Cita")
    show(other, file)
    method.title = "Citādi"
    show(method, file)
    assert len(found(searching, "pilnvara")) == 2
    assert len(read) == 1


def test_a_file_that_is_not_shown_any_more_is_not_found(searching: Searching, method: Any) -> None:
    file = upload(docx("Pilnvara"), "a.docx")
    show(method, file)
    assert len(found(searching, "pilnvara")) == 1
    show(method)
    assert found(searching, "pilnvara") == []


def test_a_replaced_file_is_found_by_its_new_text(searching: Searching, method: Any) -> None:
    file = upload(docx("Pilnvara"), "a.docx")
    show(method, file)
    searching.follow()
    file.file = ContentFile(docx("Apliecība"), name="c.docx")
    # As Wagtail's edit view does.
    file._set_document_file_metadata()
    file.save()
    assert found(searching, "pilnvara") == []
    assert len(found(searching, "apliecības")) == 1
    page_files.purge()
    assert FileText.objects.count() == 1


def test_a_file_made_private_is_not_found(searching: Searching, method: Any) -> None:
    file = upload(docx("Pilnvara"), "a.docx")
    show(method, file)
    assert len(found(searching, "pilnvara")) == 1
    closed = Collection.get_first_root_node().add_child(name="Slēgta")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    file.collection = closed
    file.save()
    assert found(searching, "pilnvara") == []


def test_one_that_cannot_be_read_stops_nothing(searching: Searching, method: Any) -> None:
    show(
        method,
        upload(encrypted_pdf("parole", "Slogs"), "a.pdf"),
        upload(pdf("Slogs")[:300], "b.pdf"),
        upload(docx("Pilnvara"), "c.docx"),
    )
    assert len(found(searching, "pilnvara")) == 1
    assert sorted(FileText.objects.values_list("state", flat=True)) == [
        "read",
        "unreadable",
        "unreadable",
    ]


def test_one_that_is_not_in_the_storage_stops_nothing(searching: Searching, method: Any) -> None:
    file = upload(docx("Pilnvara"), "a.docx")
    show(method, file)
    file.file.storage.delete(file.file.name)
    assert found(searching, "pilnvara") == []
    assert len(found(searching, "darbnīca")) == 1
    assert not FileText.objects.exists()


def test_all_words_of_a_long_file_are_found(searching: Searching, method: Any) -> None:
    words = " ".join(f"vārds{number}" for number in range(12_000))
    show(method, upload(f"{words} pilnvara".encode(), "a.txt"))
    (hit,) = found(searching, "pilnvara")
    assert hit.excerpt.endswith("<mark>pilnvara</mark>")


def test_a_long_file_leaves_the_others_their_part(searching: Searching, method: Any) -> None:
    long = upload(("garais " * 60_000).encode(), "a.txt", "Gara")
    show(method, long, upload("ķieģelis".encode(), "b.txt", "Īsa"))
    (hit,) = found(searching, "ķieģeļi")
    assert hit.file == "Īsa"


def test_one_that_took_too_long_is_read_again_later(
    searching: Searching, method: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine may have been busy."""
    file = upload(docx("Pilnvara"), "a.docx")

    def publish_as(title: str) -> int:
        type(method).objects.filter(pk=method.pk).update(title=title)
        show(method, file)
        return len(found(searching, "pilnvara"))

    with monkeypatch.context() as busy:
        busy.setattr(page_files, "extract", partial(extraction.extract, seconds=0.001))
        assert publish_as("Pirmais") == 0
    assert publish_as("Otrais") == 0
    FileText.objects.update(read_at=timezone.now() - page_files.READ_AGAIN_AFTER * 2)
    assert publish_as("Trešais") == 1
