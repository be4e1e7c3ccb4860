"""What is shown of the reasons is what the engine ranked by."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from search.engines.elastic.engine import ElasticsearchEngine, is_relaxed
from search.engines.elastic.hits import page_id
from search.engines.elastic.query import relaxed_request, search_request
from search.engines.elastic.requests import Request, Requests
from search.engines.explaining import EXPLAIN, explain
from search.query.boosts import DEFAULT
from search.query.expansion import Synonym
from search.query.explanation import Cause, ExplainedResults, Explanation, WordFound, most_precise
from search.query.search_query import SearchQuery
from search.text.tokens import FOLDED_LEMMA, LEMMA, WORD
from tests.factories import make_news, make_news_index, make_standard, publish

from .conftest import Searching

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def pages(searching: Searching, home: Any) -> dict[str, Any]:
    home = publish(home)
    news = make_news_index(home, title="Jaunumi")
    made = [
        publish(make_standard(home, title="Saprotama vēstule", summary="Vēstuļu darbnīca.")),
        publish(
            make_standard(
                home,
                title="Darbnīca bibliotēkā",
                body=[
                    ("heading", {"text": "Bezmaksas Wi-Fi", "level": "2"}),
                    ("rich_text", "<p>Te raksta vēstules. Darbnīcā ir bezmaksas Wi-Fi.</p>"),
                ],
            )
        ),
        publish(make_standard(home, title="Seminārs", summary="Radošā darbnīca bibliotēkā.")),
        publish(make_news(news, title="Vēstule darbnīcai", date=date(2019, 3, 1))),
    ]
    searching.follow()
    return {page.title: page for page in made}


def explained(searching: Searching, text: str, **options: Any) -> ExplainedResults:
    query = SearchQuery(text, "lv", now=NOW, **options)
    return EXPLAIN[searching.engine.name](query)


def reasons(found: ExplainedResults, page: Any) -> dict[Cause, float]:
    return {reason.cause: reason.points for reason in found.explanations[page.pk].reasons}


def words_found(explanation: Explanation) -> list[WordFound]:
    return [reason.found for reason in explanation.reasons if reason.found]


RELATED = Synonym.subject("lekcija", "kurss", "darbnīca", "radošā darbnīca", "vēstule")
QUERIES: list[tuple[str, dict[str, Any]]] = [
    ("vēstule", {}),
    ("vestulem", {}),
    ("saprotamas vestules", {}),
    ("darbnīca bibliotēkā", {}),
    ("vēstule darbnīca bibliotēkā wifi", {}),
    ("darbnīca kosmodromā", {}),
    ('"bezmaksas wifi"', {}),
    ("darbnīca -vēstule", {}),
    ("seminārs", {"synonyms": [Synonym.equal("seminārs", "radošā darbnīca")]}),
    ("darbnīca seminārs", {"synonyms": [Synonym.equal("darbnīca", "seminārs", "vēstule")]}),
    ("lekcija", {"synonyms": [RELATED]}),
    ("bezmaksas lekcija", {"synonyms": [RELATED]}),
    ("vēstule kursiem", {"synonyms": [RELATED]}),
]


def test_the_points_together_are_the_score_and_make_the_order(
    searching: Searching, pages: dict[str, Any]
) -> None:
    for text, options in QUERIES:
        found = explained(searching, text, **options)
        order = list(found.results.pages)
        assert order, text
        assert order == searching.pages(text, now=NOW, **options), text
        assert set(order) == set(found.explanations), text
        for explanation in found.explanations.values():
            points = sum(reason.points for reason in explanation.reasons)
            assert points == pytest.approx(explanation.score, rel=1e-3), text
            assert Cause.OTHER not in {reason.cause for reason in explanation.reasons}
        scores = [found.explanations[page].score for page in order]
        assert scores == sorted(scores, reverse=True), text


def test_a_word_is_found_in_texts_in_ways(searching: Searching, pages: dict[str, Any]) -> None:
    found = explained(searching, "vēstule")
    words = words_found(found.explanations[pages["Saprotama vēstule"].pk])
    assert [(word.text, word.kind) for word in words] == [("title", WORD), ("summary", LEMMA)]
    plain = explained(searching, "vestulu")
    words = words_found(plain.explanations[pages["Saprotama vēstule"].pk])
    assert {word.kind for word in words} == {FOLDED_LEMMA}


def test_a_synonym_is_named(searching: Searching, pages: dict[str, Any]) -> None:
    found = explained(searching, "kurss", synonyms=[Synonym(("kurss",), ("radošā darbnīca",))])
    (explanation,) = found.explanations.values()
    words = words_found(explanation)
    assert {word.phrase for word in words} == {words[0].phrase}
    assert len(words[0].phrase) == 2
    assert {word.concept for word in words} == {0}


def test_a_related_term_is_named_and_does_not_stand_for_the_word(
    searching: Searching, pages: dict[str, Any]
) -> None:
    found = explained(searching, "bezmaksas lekcija", synonyms=[RELATED])
    words = words_found(found.explanations[pages["Darbnīca bibliotēkā"].pk])
    own, related = ([word for word in words if word.is_related == kind] for kind in (False, True))
    assert {word.concept for word in own} == {0}
    assert {word.concept for word in related} == {1}
    assert {word.word[0] for word in related} == {"wdarbni0ca", "wve0stule"}


def test_what_old_news_lose(searching: Searching, pages: dict[str, Any]) -> None:
    found = explained(searching, "vēstule")
    assert reasons(found, pages["Vēstule darbnīcai"])[Cause.AGE] < 0
    assert Cause.AGE not in reasons(found, pages["Saprotama vēstule"])


def test_a_promoted_page_says_so(searching: Searching, pages: dict[str, Any]) -> None:
    page = pages["Seminārs"]
    found = explained(searching, "vēstule", promoted=[page.pk])
    assert found.results.pages[0] == page.pk
    assert set(reasons(found, page)) == {Cause.PROMOTED}
    assert Cause.PROMOTED not in reasons(found, pages["Saprotama vēstule"])
    points = sum(reason.points for reason in found.explanations[page.pk].reasons)
    assert points == found.explanations[page.pk].score


def test_what_is_left_out_is_not_explained(searching: Searching, pages: dict[str, Any]) -> None:
    found = explained(searching, "darbnīca -vēstule")
    assert list(found.explanations) == [pages["Seminārs"].pk]


@pytest.mark.elasticsearch
@pytest.mark.parametrize("searching", ["elasticsearch"], indirect=True)
def test_names_do_not_change_the_scores_of_readers(
    searching: Searching, pages: dict[str, Any]
) -> None:
    for text, options in QUERIES:
        query = SearchQuery(text, "lv", now=NOW, **options)
        lacking = is_relaxed(query, ElasticsearchEngine().search(query))
        body = relaxed_request(query) if lacking else search_request(query)
        (reply,) = Requests().send([Request("lv", body)])
        hits = reply.response()["hits"]["hits"]
        explanations = EXPLAIN["elasticsearch"](query).explanations
        if hits:
            assert {page_id(hit): hit["_score"] for hit in hits} == {
                page: explanation.score for page, explanation in explanations.items()
            }


@pytest.mark.elasticsearch
@pytest.mark.parametrize("searching", ["elasticsearch"], indirect=True)
def test_both_engines_are_explained(searching: Searching, pages: dict[str, Any]) -> None:
    found = explain(SearchQuery("vēstule", "lv", now=NOW))
    assert list(found) == ["database", "elasticsearch"]
    both = [set(results.explanations) for results in found.values() if results]
    assert both[0] == both[1] != set()


def test_a_kind_of_every_boost_has_an_order() -> None:
    assert most_precise(DEFAULT.tokens) == WORD
