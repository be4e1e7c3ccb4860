import pytest

from search.question import Question, UnknownFacetError


def test_an_unknown_facet_is_refused() -> None:
    with pytest.raises(UnknownFacetError, match="colour"):
        Question("slogs", "lv", {"colour": ["red"]})
