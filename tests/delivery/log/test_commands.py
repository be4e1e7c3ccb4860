"""`check_documents` finds what escaped every signal; `rebuild_documents` mends that and no more."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Page

from govlab.delivery.models import Document, Head
from home.models import StandardPage
from tests.factories import make_standard, publish

from .portal import NOTHING, Portal


def check() -> tuple[int, str, str]:
    """Exit status, and what was said on both streams."""
    out, err = StringIO(), StringIO()
    try:
        call_command("check_documents", stdout=out, stderr=err)
    except SystemExit as ended:
        return int(ended.code or 0), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def rebuild() -> str:
    out = StringIO()
    call_command("rebuild_documents", stdout=out)
    return out.getvalue()


@pytest.fixture
def page(portal: Portal, home: Any) -> Any:
    page = publish(make_standard(home, slug="lapa"))
    portal.follow()
    return page


@pytest.mark.usefixtures("page")
def test_all_is_well(portal: Portal) -> None:
    status, out, _ = check()
    assert (status, out) == (0, f"The log equals the pages, at sequence {portal.sequence}.\n")


def test_update_that_sends_no_signal(portal: Portal, page: Any) -> None:
    StandardPage.objects.filter(pk=page.pk).update(summary="Pa kluso.")
    status, out, err = check()
    assert status == 1
    assert out == f"page {page.pk} /lv/lapa/ – the content of the page differs: summary, seo\n"
    assert err.startswith("1 differences. `manage.py rebuild_documents`")
    assert "1 entries appended" in rebuild()
    assert list(portal.follow().documents) == [page.pk]
    assert check()[0] == 0


def test_unpublished_without_a_signal(portal: Portal, page: Any) -> None:
    StandardPage.objects.filter(pk=page.pk).update(live=False)
    assert "the log has it, but the page is not public" in check()[1]
    rebuild()
    assert portal.follow().withdrawn == {page.pk: "unpublished"}


def test_deleted_without_a_signal(portal: Portal, page: Any) -> None:
    number = page.pk
    copies = Document.objects.filter(pk=number)
    copies.update(page_id=number + 1000, translation_key="0" * 32)
    assert "the page was deleted" in check()[1]
    rebuild()
    assert portal.follow().withdrawn == {number + 1000: "deleted"}


@pytest.mark.parametrize("column", ["path", "sort_title", "collection", "type"])
def test_tampered_row(page: Any, portal: Portal, column: str) -> None:
    Document.objects.filter(pk=page.pk).update(**{column: "x"})
    assert f"the data stored with the document differs: {column}" in check()[1]
    rebuild()
    assert portal.follow() == NOTHING


@pytest.mark.parametrize("column", ["json", "summary_json", "card_json"])
def test_tampered_bytes(page: Any, portal: Portal, column: str) -> None:
    row = Document.objects.get(pk=page.pk)
    setattr(row, column, getattr(row, column).replace("Kopsavilkums.", "Kaut kas."))
    row.save()
    assert f"the data stored with the document differs: {column}" in check()[1]
    rebuild()
    assert portal.follow() == NOTHING


def test_reference_that_was_lost(page: Any, home: Any, portal: Portal) -> None:
    row = Document.objects.get(pk=page.pk)
    row.references.all().delete()
    assert "the references differ" in check()[1]
    rebuild()
    assert row.references.exists()
    assert portal.follow() == NOTHING


@pytest.mark.usefixtures("page")
def test_rebuild_moves_nothing_when_nothing_changed(portal: Portal) -> None:
    before = list(Document.objects.order_by("pk").values_list("pk", "sequence", "digest", "json"))
    head = Head.current()
    pages = Page.objects.filter(depth__gt=1).count()
    said = rebuild()
    assert f"] {pages} of {pages} pages" in said
    assert "0 entries appended" in said
    after = list(Document.objects.order_by("pk").values_list("pk", "sequence", "digest", "json"))
    assert (after, Head.current()) == (before, head)
    assert portal.follow() == NOTHING


def test_rebuild_from_nothing(portal: Portal, page: Any, home: Any) -> None:
    before = {pk: portal.copies[pk]["digest"] for pk in (page.pk, home.pk)}
    Document.objects.all().delete()
    rebuild()
    changes = portal.follow()
    assert {pk: item["digest"] for pk, item in changes.documents.items()} == before
