"""What a publication sends to the database: as much as is written here, and no more."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import CaseOutcome
from tests.factories import (
    make_case,
    make_case_index,
    make_image,
    make_news,
    make_news_index,
    make_standard,
    publish,
    translate_page,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_index")]


def statements(do: Any, *args: Any, **kwargs: Any) -> int:
    with CaptureQueriesContext(connection) as queries:
        do(*args, **kwargs)
    return len(queries)


def test_a_draft_and_its_publication(home: Any) -> None:
    page = publish(make_standard(home))
    page.title = "Cits nosaukums"
    assert statements(page.save_revision) <= 17
    assert statements(page.get_latest_revision().publish) <= 43


def test_a_picture_costs_a_few_more(home: Any) -> None:
    page = publish(make_news(make_news_index(home), listing_image=make_image()))
    assert statements(page.save_revision().publish) <= 43


def test_a_row_costs_what_it_takes_to_write_it(home: Any) -> None:
    index = make_case_index(home)

    def published(rows: int) -> int:
        outcomes = [CaseOutcome(metric=f"Rādītājs {number}", after=1) for number in range(rows)]
        page = publish(make_case(index, outcomes=outcomes))
        return statements(page.save_revision().publish)

    one = published(1)
    assert published(11) - one <= 10 * 3


def test_a_translation(home: Any) -> None:
    translate_page(home, title="Home")
    page = publish(make_standard(home))
    assert statements(translate_page, page, title="Page", summary="Summary.") <= 249
