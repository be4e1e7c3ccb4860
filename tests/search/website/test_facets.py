from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from cases.models import CaseMethod
from govlab.delivery.log import relay
from govlab.delivery.models import DocumentFacet
from search.query.facets import facet_names, search_facets
from search.query.results import SearchResults
from search.website.facets import MAX_CHOSEN, MAX_SHOWN, Facet, chosen_in, narrowing, query_string
from tests.factories import (
    make_case,
    make_case_index,
    make_institution,
    make_laboratory,
    make_method,
    make_method_index,
    make_topic,
    publish,
    translate_page,
)

NOTHING: dict[str, tuple[str, ...]] = {}


def answer(total: int = 9, **facets: list[tuple[str, int]]) -> SearchResults:
    return SearchResults((), total, {name: facets.get(name, []) for name in facet_names()})


def facets(found: SearchResults, chosen: Any = NOTHING, locale: str = "lv") -> list[Facet]:
    return narrowing(found, chosen, "vārds", locale)[0]


def labels(facet: Facet) -> list[str]:
    return [link.label for link in facet.links]


def test_every_facet_of_the_engines_has_a_heading() -> None:
    with translation.override("en"):
        assert {facet.name: str(facet.label) for facet in search_facets()} == {
            "type": "Type",
            "topic": "Topic",
            "laboratory": "Laboratory",
            "institution": "Institution",
            "method": "Method",
            "year": "Year",
            "kind": "Kind of news",
            "stage": "Stage",
        }


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("lv", ["Metodes", "Jaunumi", "Pasākums", "Rezultāts", "Ideja", "Ieviests"]),
        ("en", ["Methods", "News items", "Event", "Result", "Idea", "In use"]),
    ],
)
def test_fixed_values_are_named_in_both_languages(locale: str, expected: list[str]) -> None:
    found = answer(
        type=[("method", 2), ("news", 1)],
        kind=[("event", 2), ("result", 1)],
        stage=[("idea", 2), ("in_use", 1)],
    )
    with translation.override(locale):
        shown = facets(found, locale=locale)
    assert [label for facet in shown for label in labels(facet)] == expected


def test_terms_and_methods_have_their_names(home: Any) -> None:
    make_topic("Dati")
    make_institution("Ministrija")
    make_laboratory("Slogs")
    method = publish(make_method(make_method_index(home), title="Personas"))
    relay.drain()
    found = answer(
        topic=[("dati", 1)],
        institution=[("ministrija", 1)],
        laboratory=[("slogs", 1)],
        method=[(str(method.pk), 1), ("nav", 1), ("9" * 40, 1)],
    )
    shown = {facet.name: labels(facet) for facet in facets(found)}
    assert shown == {
        "topic": ["Dati"],
        "laboratory": ["Slogs"],
        "institution": ["Ministrija"],
        "method": ["Personas"],
    }


def test_a_method_is_named_in_the_readers_language(home: Any) -> None:
    publish(home)
    index, cases = publish(make_method_index(home)), publish(make_case_index(home))
    method = publish(make_method(index, title="Personas"))
    case = publish(make_case(cases))
    CaseMethod.objects.create(page=case, method=method, locale=case.locale)
    for page in (home, index, cases, method, case):
        translate_page(page, title="In English")
    relay.drain()
    named = DocumentFacet.objects.get(name="method", document__locale="en").value
    (facet,) = facets(answer(method=[(named, 1)]), locale="en")
    assert labels(facet) == ["In English"]


def test_a_facet_that_changes_nothing_is_hidden_unless_it_is_chosen() -> None:
    everything = answer(total=3, kind=[("event", 3)])
    assert facets(everything) == []
    assert [facet.name for facet in facets(answer(total=4, kind=[("event", 3)]))] == ["kind"]
    assert [facet.name for facet in facets(everything, {"kind": ("event",)})] == ["kind"]


def test_a_long_facet_is_cut_and_shows_what_is_chosen() -> None:
    years = [(str(2000 + number), 1) for number in range(15)]
    (facet,) = facets(answer(year=years), {"year": ("2001",)})
    assert labels(facet) == [str(year) for year in range(2014, 2004, -1)] + ["2001"]
    assert len(facet.links) == MAX_SHOWN + 1
    assert [link.label for link in facet.rest] == ["2004", "2003", "2002", "2000"]


def test_chosen_values_can_be_taken_away_even_if_nothing_has_them() -> None:
    chosen = {"kind": ("event", "nav-tāda"), "year": ("2026",)}
    with translation.override("lv"):
        _, chips = narrowing(answer(0), chosen, "vārds", "lv")
    assert [(chip.heading, chip.label) for chip in chips] == [
        ("Jaunuma veids", "Pasākums"),
        ("Jaunuma veids", "nav-tāda"),
        ("Gads", "2026"),
    ]
    taken = QueryDict(chips[0].query)
    assert dict(taken.lists()) == {
        "q": ["vārds"],
        "kind": ["nav-tāda"],
        "year": ["2026"],
    }


def test_an_address_gives_known_facets_once_and_not_without_end() -> None:
    address = QueryDict("topic=a&topic=a&topic=&topic=%00&other=x&page=2&" + "year=1&" * 3)
    assert {name: values for name, values in chosen_in(address).items() if values} == {
        "topic": ("a", "\ufffd"),
        "year": ("1",),
    }
    many = QueryDict("&".join(f"year={number}" for number in range(100)))
    assert len(chosen_in(many)["year"]) == MAX_CHOSEN


def test_a_query_as_an_address() -> None:
    assert query_string("ā b", {"topic": ("x", "y"), "year": ()}) == "q=%C4%81+b&topic=x&topic=y"


def test_queries_do_not_grow(home: Any) -> None:
    for number in range(20):
        make_topic(f"Tēma {number}", slug=f"t{number}")
    for count in (1, 20):
        with CaptureQueriesContext(connection) as queries:
            (facet,) = facets(answer(topic=[(f"t{number}", 1) for number in range(count)]))
        assert len(facet.links) + len(facet.rest) == count
        assert len(queries) == 1
