"""Two engines side by side, without engines."""

from search.explanation.columns import Column, columns, differing
from search.explanation.pages import ShownPage
from search.query.explanation import Cause, ExplainedResults, Explanation, Reason, WordFound
from search.query.results import SearchResults
from search.query.search_query import SearchQuery
from search.text.tokens import WORD

QUERY = SearchQuery("vēstule skola", "lv")
PAGES = {
    pk: ShownPage(f"Lapa {pk}", f"/lv/{pk}/", f"/lv/{pk}/", "lv", {"title": "Vēstules, vēstule"})
    for pk in (1, 2, 3)
}


def results(*ids: int) -> ExplainedResults:
    asked = QUERY.concepts[0].asked
    reason = Reason(Cause.WORD, 3.0, WordFound(0, asked, asked[0], "title", WORD))
    return ExplainedResults(
        SearchResults(ids, len(ids), {}),
        {pk: Explanation(3.0, (reason,)) for pk in ids},
    )


def positions(column: Column) -> list[tuple[int, int | None, bool]]:
    assert column.results is not None
    return [(each.position, each.elsewhere, each.differs) for each in column.results]


def test_where_a_result_is_in_the_other_engine() -> None:
    database, elastic = columns(
        QUERY, {"database": results(1, 2), "elasticsearch": results(1, 3, 2)}, PAGES
    )
    assert positions(database) == [(1, 1, False), (2, 3, True)]
    assert positions(elastic) == [(1, 1, False), (2, 0, True), (3, 2, True)]
    assert differing([database, elastic]) == 2


def test_the_other_engine_alone_found_something() -> None:
    made = columns(QUERY, {"database": results(), "elasticsearch": results(1)}, PAGES)
    assert differing(made) == 1
    assert (
        differing(columns(QUERY, {"database": results(1), "elasticsearch": results(1)}, PAGES)) == 0
    )
    nothing = columns(QUERY, {"database": results(), "elasticsearch": results()}, PAGES)
    assert differing(nothing) is None


def test_without_another_engine_nothing_is_compared() -> None:
    (only,) = columns(QUERY, {"database": results(1)}, PAGES)
    assert positions(only) == [(1, None, False)]
    database, elastic = columns(QUERY, {"database": results(1), "elasticsearch": None}, PAGES)
    assert positions(database) == [(1, None, False)]
    assert elastic.results is None
    assert differing([only]) is differing([database, elastic]) is None


def test_what_is_no_longer_public_is_left_out() -> None:
    (column,) = columns(QUERY, {"database": results(1, 9, 2)}, PAGES)
    assert positions(column) == [(1, None, False), (2, None, False)]


def test_words_with_their_forms_and_those_that_lack() -> None:
    (column,) = columns(QUERY, {"database": results(1)}, PAGES)
    assert column.results is not None
    reasons = column.results[0].reasons
    (row,) = reasons.words
    assert (row.word, row.instead, row.weight) == ("vēstule", "", "")
    assert [forms for _how, forms in row.places[0].ways] == [["vēstule"], ["Vēstules"]]
    assert reasons.missing == ["skola"]
    assert [number.points for number in reasons.numbers] == [3.0]
