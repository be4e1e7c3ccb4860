from typing import Any

import pytest
from django.core.exceptions import ValidationError

from cases.models import CaseMethod
from tests.factories import make_case, make_case_index, make_method, make_method_index


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


def test_methods_are_listed_by_phase_then_title(home: Any) -> None:
    index = make_method_index(home)
    for title, phase in (("B", "test"), ("C", "define"), ("A", "test"), ("D", "empathise")):
        make_method(index, title=title, phase=phase)
    assert [method.title for method in index.listed()] == ["D", "C", "A", "B"]


def test_method_and_its_cases_find_each_other(home: Any) -> None:
    method = make_method(make_method_index(home))
    index = make_case_index(home)
    case = make_case(index, title="Publicēts")
    draft = make_case(index, title="Melnraksts", live=False)
    for page in (case, draft):
        CaseMethod.objects.create(page=page, method=method, locale=page.locale)
    (group,) = method.related_groups
    assert [page.title for page in group.items] == ["Publicēts"]
    assert [page.title for page in case.public_methods()] == ["Metode"]


def test_unused_method_has_no_related_groups(home: Any) -> None:
    assert make_method(make_method_index(home)).related_groups == []
