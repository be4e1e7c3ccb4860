import pytest

from search.query.search_query import (
    MAX_RESULT_WINDOW,
    PageOutOfRangeError,
    SearchQuery,
    UnknownFacetError,
)


def test_an_unknown_facet_is_refused() -> None:
    with pytest.raises(UnknownFacetError, match="colour"):
        SearchQuery("slogs", "lv", {"colour": ["red"]})


@pytest.mark.parametrize(
    ("page", "size"), [(0, 10), (-1, 10), (1, 0), (1001, 10), (201, 50), (MAX_RESULT_WINDOW, 2)]
)
def test_a_page_that_no_engine_gives_is_refused(page: int, size: int) -> None:
    with pytest.raises(PageOutOfRangeError):
        SearchQuery("slogs", "lv", page=page, size=size)
    assert SearchQuery("slogs", "lv", page=MAX_RESULT_WINDOW // 10, size=10)


def test_the_text_is_normalised() -> None:
    assert SearchQuery("ve\u0304s\u00adtule\x00\ud800", "lv").text == "vēstule\ufffd"
