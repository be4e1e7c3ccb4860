"""Documents that a process knows are not read again, nor served where they are not current."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from govlab.delivery.models import Document, Head
from search.models import SearchEntry
from search.presentation import documents
from search.presentation.document_memory import DocumentMemory, Known
from search.presentation.documents import FoundDocuments
from search.query.search_query import SearchQuery

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def memories(monkeypatch: pytest.MonkeyPatch) -> None:
    made = {True: DocumentMemory(), False: DocumentMemory()}
    monkeypatch.setattr(documents, "_memories", made)


def summary(text: str) -> str:
    return json.dumps({"title": f"{text} virsraksts", "summary": text}, ensure_ascii=False)


def store(page: int, sequence: int, text: str, *, live: bool = True, indexed: bool = True) -> int:
    Document.objects.update_or_create(
        page_id=page,
        defaults={
            "type": "standard",
            "locale": "lv",
            "translation_key": f"00000000-0000-0000-0000-{page:012}",
            "path": f"/lv/{page}/",
            "sequence": sequence,
            "live": live,
            "updated_at": timezone.now(),
            "sort_date": timezone.now(),
            "json": f'{{"whole": true, {summary(text)[1:]}',
            "summary_json": summary(text),
            "tree_path": "0001",
        },
    )
    if indexed:
        SearchEntry.objects.update_or_create(
            page_id=page,
            defaults={
                "locale": "lv",
                "sequence": sequence,
                "date": timezone.now(),
                "type": "standard",
                "length": 1,
                "text": f"{text} virsraksts\n{text} no rādītāja",
            },
        )
    return page


def found(*pages: int, whole: bool = False) -> list[str]:
    read = FoundDocuments(whole=whole)
    read.read(pages, [SearchQuery("x", "lv")])
    return [document.stored.decode() for document in read.of(pages, SearchQuery("x", "lv"))]


def excerpts(*pages: int, text: str = "x") -> list[str]:
    read, query = FoundDocuments(), SearchQuery(text, "lv")
    read.read(pages, [query])
    return [document.excerpt for document in read.of(pages, query)]


def test_a_known_document_is_not_sent_again() -> None:
    Head.current()
    pages = [store(1, 1, "ā"), store(2, 2, "b")]
    first = found(*pages)
    # As no change of a document does.
    Document.objects.update(summary_json="{}")
    SearchEntry.objects.update(text="")
    with CaptureQueriesContext(connection) as queries:
        assert found(*pages) == first
        assert excerpts(*pages) == ["ā no rādītāja", "b no rādītāja"]
        assert found(pages[0], store(3, 3, "c")) == [first[0], summary("c")]
    read = [query["sql"] for query in queries if "CASE WHEN" in query["sql"]]
    assert len(read) == 3
    assert [json.loads(each)["whole"] for each in found(*pages, whole=True)] == [True, True]


def test_what_changed_or_was_withdrawn_is_read_again() -> None:
    Head.current()
    old, other = store(1, 1, "a"), store(2, 2, "b")
    found(old, other)
    store(1, 3, "new")
    store(2, 4, "b", live=False)
    assert found(old, other) == [summary("new")]


def test_texts_are_read_again_until_the_index_has_them() -> None:
    Head.current()
    page = store(1, 1, "a", indexed=False)
    assert excerpts(page) == ["a"]
    store(1, 1, "a")
    assert excerpts(page) == ["a no rādītāja"]


def test_a_known_text_is_marked_while_its_entry_is_stored_again() -> None:
    Head.current()
    page = store(1, 1, "vecs")
    assert excerpts(page) == ["vecs no rādītāja"]
    SearchEntry.objects.update(sequence=0)
    assert excerpts(page, text="vecais rādītājs") == ["<mark>vecs</mark> no <mark>rādītāja</mark>"]


def test_another_log_has_other_documents_at_the_same_sequences() -> None:
    Head.current()
    page = store(1, 1, "a")
    found(page)
    Head.objects.update(epoch="restored")
    store(1, 1, "other")
    assert found(page) == [summary("other")]
    assert found(page) == [summary("other")]


def test_memory_is_limited() -> None:
    memory = DocumentMemory(limit=1_000)
    small, large = Known(1, b"x" * 300, "x" * 50, False), Known(1, b"x" * 700, "x" * 300, False)
    memory.note("log", dict.fromkeys(range(5), small) | {9: large})
    epoch, known = memory.known(range(10))
    assert epoch == "log"
    assert list(known) == [3, 4]
