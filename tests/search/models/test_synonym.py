from typing import Any

import pytest
from django.core.exceptions import ValidationError

from search.models import SearchSynonym
from search.query.expansion import MOST_ALTERNATIVES, Synonym
from search.query.related_terms import MOST_TERMS
from tests.factories import make_synonym


def problems(**fields: Any) -> dict[str, list[str]]:
    try:
        SearchSynonym(**fields).full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


def test_equal_words_find_each_other(db: None) -> None:
    rule = make_synonym("birokrātija", "administratīvais slogs").as_rule()
    assert rule == Synonym.equal("birokrātija", "administratīvais slogs")


def test_one_way(db: None) -> None:
    synonym = make_synonym("ideju talka", means=("radošā darbnīca",))
    assert synonym.as_rule() == Synonym(("ideju talka",), ("radošā darbnīca",))
    assert str(synonym) == "ideju talka → radošā darbnīca"


def test_related_terms(db: None) -> None:
    synonym = SearchSynonym(kind="related", words="vadītājs\natsauksme")
    synonym.full_clean()
    assert synonym.as_rule() == Synonym.subject("vadītājs", "atsauksme")
    assert str(synonym) == "vadītājs ~ atsauksme"


def test_a_subject_may_have_more_words_than_a_synonym() -> None:
    words = [f"vārds{number}" for number in range(MOST_TERMS + 1)]
    assert not problems(kind="related", words="\n".join(words[:-1]))
    assert list(problems(kind="related", words="\n".join(words))) == ["words"]
    assert list(problems(words="\n".join(words[: MOST_ALTERNATIVES + 1]))) == ["words"]
    assert not problems(words="\n".join(words[:MOST_ALTERNATIVES]))


def test_what_was_typed_is_tidied() -> None:
    synonym = SearchSynonym(words=" slogs\r\n\r\nbirokrātija  valstī \nslogs")
    synonym.full_clean()
    assert synonym.words == "slogs\nbirokrātija valstī"


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("words", {"words": "viens"}),
        ("words", {"words": "viens\n…"}),
        ("words", {"words": "viens\n" + "a b c d e f g h i"}),
        ("words", {"words": "\n".join("abcdefghi")}),
        ("words", {"words": ""}),
        ("means", {"words": "viens\ndivi", "means": "trīs"}),
        ("means", {"words": "viens", "kind": "one_way"}),
        ("words", {"words": "viens", "kind": "related"}),
        ("means", {"words": "viens\ndivi", "means": "trīs", "kind": "related"}),
        ("locale", {"words": "viens\ndivi", "locale": "de"}),
    ],
)
def test_what_is_wrong_is_said_at_its_field(field: str, fields: dict[str, str]) -> None:
    assert list(problems(**fields)) == [field]
