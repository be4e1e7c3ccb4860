from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client

from cases.models import CaseMethod
from tests.factories import make_case, make_case_index, make_method, make_method_index
from tests.spaces import plain


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"duration_min": 90, "duration_max": 60}, {"duration_max"}),
        ({"people_min": 9, "people_max": 3}, {"people_max"}),
        ({"people_min": 0}, {"people_min"}),
    ],
)
def test_spans_run_upwards(home: Any, fields: dict[str, int], wrong: set[str]) -> None:
    method = make_method(make_method_index(home))
    for name, value in fields.items():
        setattr(method, name, value)
    with pytest.raises(ValidationError) as caught:
        method.full_clean()
    assert set(caught.value.message_dict) == wrong


def shown(client: Client, page: Any) -> dict[str, list[str]]:
    """Heading → titles of the cards below it."""
    soup = BeautifulSoup(plain(client.get(page.url).content), "html.parser")
    return {
        section.h2.get_text(): [title.get_text() for title in section.select(".card__title")]
        for section in soup.select("section.related")
        if section.h2
    }


def test_methods_are_listed_by_phase_then_title(client: Client, home: Any) -> None:
    index = make_method_index(home)
    for title, phase in (("B", "test"), ("C", "define"), ("A", "test"), ("D", "empathise")):
        make_method(index, title=title, phase=phase)
    items = client.get(index.url).context["items"]
    assert [method.title for method in items] == ["D", "C", "A", "B"]


def test_method_and_its_cases_find_each_other(client: Client, home: Any) -> None:
    method = make_method(make_method_index(home))
    index = make_case_index(home)
    case = make_case(index, title="Publicēts")
    draft = make_case(index, title="Melnraksts", live=False)
    for page in (case, draft):
        CaseMethod.objects.create(page=page, method=method, locale=page.locale)
    assert shown(client, method) == {"Pieredzes stāsti, kuros lietota šī metode": ["Publicēts"]}
    assert shown(client, case) == {"Lietotās metodes": ["Metode"]}


def test_unused_method_has_no_related_groups(client: Client, home: Any) -> None:
    assert shown(client, make_method(make_method_index(home))) == {}
