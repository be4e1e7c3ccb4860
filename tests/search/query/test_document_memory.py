"""Documents that a process knows are not read again, and never served where they are not current."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from govlab.delivery.models import Document, Head
from search.query import documents
from search.query.document_memory import DocumentMemory
from search.query.documents import FoundDocuments
from search.query.results import Hit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def memories(monkeypatch: pytest.MonkeyPatch) -> None:
    made = {True: DocumentMemory(), False: DocumentMemory()}
    monkeypatch.setattr(documents, "_memories", made)


def store(page: int, sequence: int, text: str, *, live: bool = True) -> Hit:
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
            "json": f'{{"whole": "{text}"}}',
            "summary_json": f'{{"summary": "{text}", "title": "{text}"}}',
            "tree_path": "0001",
        },
    )
    return Hit(page, sequence, "", "")


def found(*hits: Hit, whole: bool = False) -> list[bytes]:
    read = FoundDocuments(whole=whole)
    read.read(hits)
    return [document.stored for document in read.of(hits, "lv")]


def test_a_known_document_is_not_sent_again() -> None:
    Head.current()
    hits = [store(1, 1, "ā"), store(2, 2, "b")]
    first = found(*hits)
    Document.objects.update(summary_json="{}")  # As no change of a document does.
    with CaptureQueriesContext(connection) as queries:
        assert found(*hits) == first
        assert found(hits[0], store(3, 3, "c")) == [first[0], b'{"summary": "c", "title": "c"}']
    read = [query["sql"] for query in queries if "CASE WHEN" in query["sql"]]
    assert len(read) == 2
    assert found(*hits, whole=True) == ['{"whole": "ā"}'.encode(), b'{"whole": "b"}']


def test_what_changed_or_was_withdrawn_is_read_again() -> None:
    Head.current()
    old, other = store(1, 1, "a"), store(2, 2, "b")
    found(old, other)
    store(1, 3, "new")
    store(2, 4, "b", live=False)
    assert found(old, other) == [b'{"summary": "new", "title": "new"}']


def test_another_log_has_other_documents_at_the_same_sequences() -> None:
    Head.current()
    hit = store(1, 1, "a")
    found(hit)
    Head.objects.update(epoch="restored")
    store(1, 1, "other")
    assert found(hit) == [b'{"summary": "other", "title": "other"}']
    assert found(hit) == [b'{"summary": "other", "title": "other"}']


def test_memory_is_limited() -> None:
    memory = DocumentMemory(limit=1_000)
    memory.note("log", dict.fromkeys(range(5), b"x" * 400) | {9: b"x" * 2_000})
    epoch, known = memory.known(range(10))
    assert epoch == "log"
    assert list(known) == [3, 4]
