from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from govlab.delivery.log import relay
from govlab.delivery.models import Document
from search.query.documents import found_documents
from search.query.results import Hit
from tests.factories import make_standard, publish


def hit(page: Any, title: str = "<mark>Vecs</mark>") -> Hit:
    sequence = Document.objects.get(pk=page.pk).sequence
    return Hit(page.pk, sequence, title, "<mark>vecs</mark> teksts")


def published(home: Any, title: str, **fields: Any) -> Any:
    page = publish(make_standard(home, title=title, **fields))
    relay.drain()
    return page


def test_marks_and_document_in_the_order_of_the_hits(home: Any) -> None:
    first, second = published(home, "Pirmā"), published(home, "Otrā")
    shown = found_documents([hit(second), hit(first)], "lv")
    assert [result.document["title"] for result in shown] == ["Otrā", "Pirmā"]
    assert (shown[0].title, shown[0].excerpt) == ("<mark>Vecs</mark>", "<mark>vecs</mark> teksts")


def test_what_changed_since_it_was_indexed_is_shown_as_it_is_now(home: Any) -> None:
    page = published(home, "Vecs")
    old = hit(page)
    page.title, page.summary = "Jauns <b>", "Cits & īss."
    publish(page)
    relay.drain()
    (result,) = found_documents([old], "lv")
    assert (result.title, result.excerpt) == ("Jauns &lt;b&gt;", "Cits &amp; īss.")


def test_what_was_withdrawn_since_it_was_indexed_is_not_shown(home: Any) -> None:
    page, other = published(home, "Vecs"), published(home, "Cits")
    hits = [hit(page), hit(other)]
    page.unpublish()
    relay.drain()
    assert [result.document["title"] for result in found_documents(hits, "lv")] == ["Cits"]
    assert found_documents([Hit(10**9, 1, "x", "x")], "lv") == []


def test_a_page_of_another_language_is_not_shown(home: Any) -> None:
    assert found_documents([hit(published(home, "Lapa"))], "en") == []


def test_queries_do_not_grow(home: Any) -> None:
    hits = [hit(published(home, f"Lapa {number}")) for number in range(20)]
    for found in (hits[:1], hits):
        with CaptureQueriesContext(connection) as queries:
            assert len(found_documents(found, "lv")) == len(found)
        assert len(queries) == 1
