from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from cases.models import CaseInstitution, CasePage, CaseTopic
from govlab.delivery.documents.drafts import draft_document
from govlab.delivery.documents.specific import specific_pages
from tests.factories import (
    make_case,
    make_case_index,
    make_institution,
    make_standard,
    make_topic,
)


def named(home: Any, *topics: str) -> Any:
    rows = [CaseTopic(topic=make_topic(name)) for name in topics]
    institutions = [CaseInstitution(institution=make_institution(f"Iestāde {len(topics)}"))]
    return make_case(make_case_index(home), topics=rows, institutions=institutions)


def test_pages_of_all_types_with_their_rows(home: Any) -> None:
    case, other, standard = named(home, "Dati", "Valoda"), named(home), make_standard(home)
    pages = Page.objects.filter(pk__in=[case.pk, other.pk, standard.pk])
    found = specific_pages(list(pages))
    assert {type(page) for page in found.values()} == {CasePage, type(standard)}
    with CaptureQueriesContext(connection) as queries:
        assert [row.topic.name for row in found[case.pk].topics.all()] == ["Dati", "Valoda"]
        assert list(found[other.pk].topics.all()) == []
        assert found[case.pk].laboratory.locale.language_code == "lv"
    assert not queries.captured_queries


def test_a_document_in_memory_has_the_rows_in_memory(home: Any) -> None:
    case = CasePage.objects.get(pk=named(home, "Dati").pk)
    case.topics = [CaseTopic(topic=make_topic("Valoda"))]
    document = draft_document(case)
    assert document
    assert "Valoda" in {term.name for term in document.terms}
    assert "Dati" not in {term.name for term in document.terms}


def test_a_private_page_costs_the_same_with_any_number_of_rows(home: Any) -> None:
    def queries(number: int) -> int:
        page = named(home, *(f"Tēma {n} no {number}" for n in range(number)))
        stored = CasePage.objects.get(pk=page.pk)
        with CaptureQueriesContext(connection) as captured:
            document = draft_document(stored)
        assert document
        assert len(document.terms) == number + 2
        return len(captured)

    assert queries(1) == queries(20)
