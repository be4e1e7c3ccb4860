"""What is told of a page type is told once, and contradictions are refused where they are made."""

from typing import Any

import pytest
from django.db.models import TextChoices
from django.utils import translation

from cases.models import CaseMethod, CasePage
from govlab.delivery.documents import registry
from govlab.delivery.documents.facets import ChoiceFacet, Facet, TermFacet, YearFacet
from govlab.delivery.documents.registry import document_type, facet_values, facets, parse, register
from govlab.delivery.log import feed, relay
from govlab.delivery.schemas.page import PageDocument
from home.models import HomePage, StandardPage
from news.models import NewsPage
from tests.factories import (
    make_case,
    make_case_index,
    make_laboratory,
    make_method,
    make_method_index,
    make_mission,
    make_news,
    make_news_index,
    publish,
)


class Colour(TextChoices):
    RED = "red"


class PaintedDocument(PageDocument):
    type: str = "painted"
    colour: Colour


def colour(**changes: Any) -> ChoiceFacet:
    fields = {"name": "colour", "label": "Colour", "description": "The colour.", "choices": Colour}
    return ChoiceFacet(**fields | changes)


@pytest.fixture
def _no_types(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_types", {})


def values(page: Any) -> set[tuple[str, str]]:
    (entry,) = [entry for entry in feed.after(0, 100) if entry.page_id == page.pk]
    return set(facet_values(parse(entry.document)))


def test_facets_are_ordered_by_what_they_are_of() -> None:
    assert [facet.name for facet in facets()] == [
        "type",
        *("topic", "laboratory", "institution"),
        "method",
        "year",
        *("phase", "duration", "people", "difficulty", "kind", "stage"),
    ]


def test_types_are_called_as_their_models_in_both_languages() -> None:
    kind = document_type(NewsPage)
    assert kind
    assert (kind.name, kind.collection, kind.ages, kind.related) == ("news", "news", True, True)
    with translation.override("lv"):
        assert (str(kind.label), str(kind.plural_label)) == ("Jaunums", "Jaunumi")
    with translation.override("en"):
        assert (str(kind.label), str(kind.plural_label)) == ("News item", "News items")


def test_values_are_read_from_where_the_type_has_them(home: Any) -> None:
    publish(home)
    method = publish(make_method(publish(make_method_index(home))))
    news = publish(make_news(publish(make_news_index(home)), kind="result"))
    case = make_case(publish(make_case_index(home)), laboratory=make_laboratory("Slogs"))
    case.period_start = "2024-05-01"
    publish(case)
    CaseMethod.objects.create(page=case, method=method, locale=case.locale)
    publish(case)
    relay.drain()
    assert values(news) == {("type", "news"), ("kind", "result"), ("year", "2026")}
    assert values(method) == {("type", "method"), ("phase", "define"), ("difficulty", "easy")}
    assert values(case) == {
        ("type", "case"),
        ("laboratory", "slogs"),
        ("stage", "idea"),
        ("year", "2024"),
        ("method", str(method.pk)),
    }


def test_terms_are_values_of_types_that_do_not_offer_them_too(home: Any) -> None:
    publish(home)
    mission = make_mission(home)
    mission.laboratories.create(laboratory=make_laboratory("Slogs"), locale=mission.locale)
    publish(mission)
    relay.drain()
    assert ("laboratory", "slogs") in values(mission)


def test_a_case_without_a_date_has_no_year(home: Any) -> None:
    publish(home)
    case = publish(make_case(publish(make_case_index(home))))
    relay.drain()
    assert "year" not in dict(values(case))


@pytest.mark.usefixtures("_no_types")
def test_two_types_may_share_a_facet() -> None:
    register(HomePage, PaintedDocument, facets=[colour()])
    sibling = type("Other", (PaintedDocument,), {"__annotations__": {"type": str}, "type": "other"})
    register(StandardPage, sibling, facets=[colour(label="Paint", description="Its paint.")])
    assert [facet.name for facet in facets()] == ["type", "colour"]


@pytest.mark.usefixtures("_no_types")
@pytest.mark.parametrize("other", [colour(in_search=False), colour(choices=TextChoices("C", "B"))])
def test_two_types_cannot_mean_different_things_by_a_facet(other: Facet) -> None:
    register(HomePage, PaintedDocument, facets=[colour()])
    sibling = type("Other", (PaintedDocument,), {"__annotations__": {"type": str}, "type": "other"})
    with pytest.raises(ValueError, match="colour"):
        register(StandardPage, sibling, facets=[other])
    assert document_type(StandardPage) is None


@pytest.mark.usefixtures("_no_types")
def test_a_facet_needs_a_field_of_the_schema() -> None:
    with pytest.raises(ValueError, match="has no field"):
        register(HomePage, PaintedDocument, facets=[YearFacet(field_name="period.start")])


@pytest.mark.usefixtures("_no_types")
def test_two_types_cannot_have_one_name_or_list() -> None:
    register(HomePage, PaintedDocument, collection="painted")
    with pytest.raises(ValueError, match="the same name"):
        register(StandardPage, PaintedDocument)


@pytest.mark.django_db
def test_labels_cost_nothing_where_there_are_no_values(django_assert_num_queries: Any) -> None:
    kind = document_type(CasePage)
    assert kind
    with django_assert_num_queries(0):
        assert all(
            facet.labels([], "lv") == {}
            for facet in kind.facets
            if not isinstance(facet, ChoiceFacet)
        )
    assert any(isinstance(facet, TermFacet) for facet in kind.facets)
