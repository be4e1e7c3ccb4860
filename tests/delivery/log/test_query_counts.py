"""What the documents of a step need is read once for all of them: a relay of twenty pages reads as
often as one of a single page, and writes what changed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from cases.models import CaseInstitution, CaseOutcome, CaseTopic
from govlab.delivery.log import relay
from govlab.delivery.models import Document
from home.models import MethodStep
from news.models import NewsTopic
from tests.factories import (
    make_case,
    make_case_index,
    make_image,
    make_institution,
    make_laboratory,
    make_method,
    make_method_index,
    make_news,
    make_news_index,
    make_standard,
    make_topic,
    translate_page,
)

NUMBER = 20
Make = Callable[[], Any]


def standard_pages(home: Any) -> Make:
    return lambda: make_standard(home)


def news(home: Any) -> Make:
    index, image, institution = make_news_index(home), make_image(), make_institution()
    topics = [make_topic(), make_topic()]
    return lambda: make_news(
        index,
        listing_image=image,
        institution=institution,
        topics=[NewsTopic(topic=topic) for topic in topics],
    )


def cases(home: Any) -> Make:
    index, image, laboratory = make_case_index(home), make_image(), make_laboratory()
    topic, institution = make_topic(), make_institution()
    return lambda: make_case(
        index,
        laboratory=laboratory,
        listing_image=image,
        topics=[CaseTopic(topic=topic)],
        institutions=[CaseInstitution(institution=institution)],
        outcomes=[CaseOutcome(metric="Dienas", after=1)],
    )


def methods(home: Any) -> Make:
    index, image = make_method_index(home), make_image()
    return lambda: make_method(
        index, steps=[MethodStep(title="Solis", text="Teksts", image=image, image_alt="Solis")]
    )


def statements() -> tuple[int, int]:
    """Relay, and return how many statements read, and how many wrote."""
    with CaptureQueriesContext(connection) as queries:
        relay.drain()
    found = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
    reads = sum(sql.startswith("SELECT") for sql in found)
    return reads, len(found) - reads


@pytest.mark.parametrize("kind", [standard_pages, news, cases, methods])
def test_a_step_reads_as_often_for_twenty_pages_as_for_one(
    home: Any, kind: Callable[[Any], Make]
) -> None:
    make = kind(home)
    make()
    relay.drain()
    make()
    one, _ = statements()
    pages = [make() for _ in range(NUMBER)]
    many, writes = statements()
    assert many == one
    assert writes <= 3 * NUMBER + 2, "the row, its facets, its references; the mark and the head"
    assert Document.objects.filter(pk__in=[page.pk for page in pages]).count() == NUMBER

    def change(changed: list[Page]) -> tuple[int, int]:
        for page in changed:
            page.title += "!"
            page.save()
        return statements()

    one, _ = change(pages[:1])
    many, writes = change(pages)
    assert many == one
    assert writes <= NUMBER + 2


def test_translations_cost_no_more(home: Any) -> None:
    translate_page(home, title="Home")
    pages = [make_standard(home) for _ in range(NUMBER)]
    for page in pages:
        translate_page(page, title="Page", summary="Summary.")
    relay.drain()

    def change(changed: list[Page]) -> int:
        for page in changed:
            page.refresh_from_db()
            page.is_sample = not page.is_sample
            page.save()
        return statements()[0]

    assert change(pages[:1]) == change(pages)


def test_where_nothing_is_due_one_statement_says_so(home: Any) -> None:
    relay.drain()
    assert statements() == (1, 0)
