"""What is shown of results is what the log has now, with marks."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.models import SearchEntry
from search.presentation.documents import FoundDocument, FoundDocuments
from search.query.search_query import SearchQuery
from search.text.offsets import file_offsets_of
from tests.factories import make_standard, publish
from tests.search.indexed import bring_up_to_date


def shown(*pages: int, text: str = "vecs", locale: str = "lv") -> list[FoundDocument]:
    documents, query = FoundDocuments(), SearchQuery(text, locale)
    documents.read(pages, [query])
    return documents.of(pages, query)


def published(home: Any, title: str, **fields: Any) -> Any:
    page = publish(make_standard(home, title=title, **fields))
    bring_up_to_date()
    return page


def with_file(text: str) -> None:
    SearchEntry.objects.update(file_texts=text, file_offsets=file_offsets_of(text, "lv"))


def test_marks_and_document_in_the_order_of_the_results(home: Any) -> None:
    first = published(home, "Pirmā")
    second = published(home, "Otrā & vecā", summary="Vecie <laiki>.")
    found = shown(second.pk, first.pk)
    assert [result.document["title"] for result in found] == ["Otrā & vecā", "Pirmā"]
    assert found[0].title == "Otrā &amp; <mark>vecā</mark>"
    assert found[0].excerpt == "<mark>Vecie</mark> &lt;laiki&gt;."
    assert "<mark>" not in found[1].title + found[1].excerpt


@pytest.mark.parametrize("indexed", [True, False])
def test_what_changed_since_it_was_found_is_shown_and_marked_as_it_is_now(
    home: Any, *, indexed: bool
) -> None:
    page = published(home, "Vecs", body=[("rich_text", "<p>Teksts.</p>")])
    page.title, page.summary = "Jauns, ne vecs", "Cits & īss."
    publish(page)
    bring_up_to_date()
    if not indexed:
        SearchEntry.objects.update(sequence=0)
    (result,) = shown(page.pk)
    assert result.title == "Jauns, ne <mark>vecs</mark>"
    # Without an entry of the document there is its summary.
    assert result.excerpt == ("Cits &amp; īss. · Teksts." if indexed else "Cits &amp; īss.")


def test_what_was_withdrawn_since_it_was_found_is_not_shown(home: Any) -> None:
    page, other = published(home, "Vecs"), published(home, "Cits")
    page.unpublish()
    bring_up_to_date()
    assert [result.document["title"] for result in shown(page.pk, other.pk)] == ["Cits"]
    assert shown(10**9) == []


def test_a_page_of_another_language_is_not_shown(home: Any) -> None:
    assert shown(published(home, "Lapa").pk, locale="en") == []


def test_titles_alone(home: Any) -> None:
    page = published(home, "Vecs", summary="Vecais.")
    documents, query = FoundDocuments(), SearchQuery("vecs", "lv")
    documents.read([page.pk], [query])
    (found,) = documents.of([page.pk], query, excerpts=False)
    assert (found.title, found.excerpt) == ("<mark>Vecs</mark>", "")


def test_a_file_is_shown_only_where_the_page_shows_nothing(home: Any) -> None:
    page = published(home, "Lapa", summary="Vecais teksts.")
    with_file("Veidlapa\nVecā veidlapa un pilnvara.")
    with CaptureQueriesContext(connection) as queries:
        (of_page,) = shown(page.pk)
    assert len(queries) == 1
    (of_file,) = shown(page.pk, text="pilnvara")
    assert (of_page.file, of_page.excerpt) == ("", "<mark>Vecais</mark> teksts.")
    assert (of_file.file, of_file.excerpt) == (
        "Veidlapa",
        "Vecā veidlapa un <mark>pilnvara</mark>.",
    )


def test_files_of_another_version_are_not_shown(home: Any) -> None:
    page = published(home, "Lapa")
    with_file("Veidlapa\nPilnvara.")
    documents, query = FoundDocuments(), SearchQuery("pilnvara", "lv")
    documents.read([page.pk], [query])
    SearchEntry.objects.update(sequence=10**6)
    (found,) = documents.of([page.pk], query)
    assert found.file == ""


def test_queries_do_not_grow(home: Any) -> None:
    pages = [published(home, f"Lapa {number}").pk for number in range(20)]
    for found in (pages[:1], pages):
        with CaptureQueriesContext(connection) as queries:
            assert len(shown(*found)) == len(found)
        assert len(queries) == 1
