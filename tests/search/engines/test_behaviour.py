"""What readers may rely on, whichever engine answers."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.http import QueryDict
from django.utils.http import urlencode
from wagtail.models import PageViewRestriction

from news.models import NewsTopic
from search.query.expansion import Synonym
from search.query.facets import facet_names
from search.query.results import RELAXED_BELOW
from search.query.search_query import MAX_RESULT_WINDOW, SearchQuery
from search.website.facets import chosen_in
from tests.factories import (
    make_news,
    make_news_index,
    make_standard,
    make_topic,
    publish,
    translate_page,
)

from .conftest import Searching

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def standard(home: Any, title: str, text: str = "", **fields: Any) -> Any:
    body = [("rich_text", f"<p>{text}</p>")] if text else []
    return publish(make_standard(home, title=title, body=body, **fields))


def test_only_what_the_public_may_see_in_its_language(searching: Searching, home: Any) -> None:
    home = publish(home)
    translate_page(home, title="Home")
    page = standard(home, "Prototips")
    translate_page(page, title="Prototype")
    make_standard(home, title="Prototips melnrakstā", live=False)
    private = standard(home, "Prototips slēgts")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    gone = standard(home, "Prototips atsaukts")
    searching.follow()
    gone.unpublish()
    searching.follow()
    assert searching.titles("prototips") == ["Prototips"]
    assert searching.titles("prototypes", "en") == ["Prototype"]
    assert searching.titles("prototype") == []


def test_any_form_with_and_without_diacritics(searching: Searching, home: Any) -> None:
    standard(home, "Saprotama vēstule iedzīvotājam")
    standard(home, "Darbnīca bibliotēkā")
    searching.follow()
    for text in ("vēstules", "vestulem", "VĒSTUĻU", "saprotamas vestules", "iedzīvotāji"):
        assert searching.titles(text) == ["Saprotama vēstule iedzīvotājam"], text


def test_english_in_any_form(searching: Searching, home: Any) -> None:
    translate_page(publish(home), title="Home")
    page = translate_page(standard(home, "Pakalpojumi"), title="The laboratory's services")
    latvian = standard(home, "Service")
    searching.follow()
    assert searching.pages("service of laboratories", "en", promoted=[latvian.pk]) == [page.pk]


def test_what_was_typed_comes_first(searching: Searching, home: Any) -> None:
    for title in ("Mala", "Malas", "Māla", "Māli", "Cits"):
        standard(home, title)
    searching.follow()
    assert searching.titles("māla")[0] == "Māla"
    assert "Mala" not in searching.titles("māla")
    assert searching.titles("malas")[0] == "Malas"
    assert searching.titles("mala")[0] == "Mala"
    assert set(searching.titles("mala")) == {"Mala", "Malas", "Māla", "Māli"}


def test_titles_before_texts(searching: Searching, home: Any) -> None:
    standard(home, "Personas")
    standard(home, "Darbnīca", "Te ir arī personas.")
    searching.follow()
    assert searching.titles("persona") == ["Personas", "Darbnīca"]


def test_an_abbreviation_is_no_stop_word(searching: Searching, home: Any) -> None:
    """*ES* is not *es*, nor *IT* *it*; in a query all in capitals nothing stands out."""
    home = publish(home)
    translate_page(home, title="Home")
    for title, english in (
        ("Fondi un fondi", "Systems and systems"),
        ("Darbs ar ES fondiem", "How IT systems fail"),
    ):
        translate_page(standard(home, title), title=english)
    searching.follow()
    assert searching.titles("ES fondi")[0] == "Darbs ar ES fondiem"
    assert searching.titles("IT systems", "en")[0] == "How IT systems fail"
    assert searching.titles("es fondi")[0] == "Fondi un fondi"
    assert "<mark>ES</mark>" in searching.shown("ES fondi")[0].title
    assert set(searching.titles("ES FONDI")) == set(searching.titles("fondi"))


def test_few_words_of_a_sentence_may_lack(searching: Searching, home: Any) -> None:
    standard(home, "Kā pieteikties darbnīcai", "Aizpildiet veidlapu.")
    standard(home, "Darbnīca")
    standard(home, "Vēstule")
    searching.follow()
    asked = "kā es varu pieteikties uz darbnīcu ar veidlapu internetā"
    answer = searching.engine.search(SearchQuery(asked, "lv"))
    assert searching.titles(asked) == ["Kā pieteikties darbnīcai", "Darbnīca"]
    assert (answer.total, answer.complete, answer.partial) == (2, 1, False)


def test_where_no_page_has_enough_words_the_fullest_come(searching: Searching, home: Any) -> None:
    standard(home, "Darbnīca bibliotēkā")
    standard(home, "Vēstule")
    searching.follow()
    answer = searching.engine.search(SearchQuery("darbnīca kosmodromā", "lv"))
    assert answer.partial
    assert searching.titles("darbnīca kosmodromā") == ["Darbnīca bibliotēkā"]
    assert not searching.engine.search(SearchQuery("darbnīca bibliotēkā", "lv")).partial


def test_where_few_pages_have_all_words_others_follow(searching: Searching, home: Any) -> None:
    standard(home, "Kontakti", "Rakstiet iestādei, ja vēstuli neesat saņēmis. " * 3)
    standard(home, "Saprotama vēstule", "Cilvēki zvanīja retāk.")
    standard(home, "Iestādes vērtības")
    searching.follow()
    answer = searching.engine.search(SearchQuery("iestādes vēstule", "lv"))
    assert (answer.total, answer.complete, answer.partial) == (3, 1, False)
    for number in range(RELAXED_BELOW - 1):
        standard(home, f"Vēstule iestādei {number}")
    searching.follow()
    answer = searching.engine.search(SearchQuery("iestādes vēstule", "lv"))
    assert (answer.total, answer.complete, answer.lacking) == (RELAXED_BELOW, RELAXED_BELOW, 0)


def test_facets_do_not_decide_whether_pages_lack_words(searching: Searching, home: Any) -> None:
    for number in range(3):
        standard(home, f"Vēstule iestādei {number}")
    standard(home, "Vēstule")
    searching.follow()
    query = SearchQuery("iestādes vēstule", "lv", chosen={"type": ["news"]})
    answer = searching.engine.search(query)
    assert (answer.total, answer.partial) == (0, False)


def test_nothing_is_found(searching: Searching, home: Any) -> None:
    standard(home, "Darbnīca")
    searching.follow()
    answer = searching.engine.search(SearchQuery("kosmodroms", "lv"))
    assert (answer.pages, answer.total, answer.partial) == ((), 0, False)
    assert not any(answer.facets.values())


def test_without_a_word_everything_the_newest_first(searching: Searching, home: Any) -> None:
    index = make_news_index(publish(home), title="Ziņas")
    for year in (2024, 2026, 2025):
        make_news(index, title=f"Ziņa {year}", date=date(year, 3, 1))
    searching.follow()
    titles = searching.titles(" ,.", chosen={"type": ["news"]})
    assert titles == ["Ziņa 2026", "Ziņa 2025", "Ziņa 2024"]


def test_old_news_yield(searching: Searching, home: Any) -> None:
    index = make_news_index(home, title="Ziņas")
    make_news(index, title="Slogs", date=date(2019, 1, 1))
    make_news(index, title="Slogs", date=date(2026, 11, 20))
    searching.follow()
    old, new = searching.pages("slogs", now=NOW)[::-1]
    assert old < new


def test_synonyms_find_and_count_less(searching: Searching, home: Any) -> None:
    standard(home, "Administratīvais slogs")
    standard(home, "Birokrātija")
    searching.follow()
    rule = Synonym.equal("birokrātija", "administratīvais slogs")
    assert searching.titles("birokrātijas") == ["Birokrātija"]
    assert searching.titles("birokratijas", synonyms=[rule]) == [
        "Birokrātija",
        "Administratīvais slogs",
    ]
    assert searching.titles("administratīvo slogu", synonyms=[rule])[0] == "Administratīvais slogs"


def test_promoted_pages_come_first_in_their_order(searching: Searching, home: Any) -> None:
    standard(home, "Slogs")
    first, second = standard(home, "Pirmā"), standard(home, "Otrā")
    searching.follow()
    promoted = [second.pk, 999_999, first.pk]
    assert searching.titles("slogs", promoted=promoted) == ["Otrā", "Pirmā", "Slogs"]


def test_facets_count_without_their_own_choice(searching: Searching, home: Any) -> None:
    index = make_news_index(home, title="Ziņas")
    topics = {name: make_topic(name) for name in ("Dati", "Pakalpojumi")}
    for year, name in ((2025, "Dati"), (2026, "Dati"), (2026, "Pakalpojumi")):
        news = make_news(index, title="Slogs", date=date(year, 3, 1))
        NewsTopic.objects.create(page=news, topic=topics[name], locale=news.locale)
        publish(news)
    searching.follow()
    answer = searching.engine.search(SearchQuery("slogi", "lv", {"topic": ["dati"]}))
    assert answer.total == 2
    assert answer.facets["topic"] == [("dati", 2), ("pakalpojumi", 1)]
    assert answer.facets["year"] == [("2025", 1), ("2026", 1)]
    both = SearchQuery("slogi", "lv", {"topic": ["dati", "pakalpojumi"], "year": ["2026"]})
    assert searching.engine.search(both).total == 2
    assert searching.titles("slogi", chosen={"topic": ["nav"]}) == []


def test_marks_are_on_the_words_and_nothing_else_is_markup(searching: Searching, home: Any) -> None:
    standard(home, "Slogs & <b>iestādes</b>", "Mazāk sloga iestādēm &lt;script&gt;.")
    searching.follow()
    (hit,) = searching.shown("slogu iestade <script>")
    assert hit.title == ("<mark>Slogs</mark> &amp; &lt;b&gt;<mark>iestādes</mark>&lt;/b&gt;")
    assert "Mazāk <mark>sloga</mark> <mark>iestādēm</mark>" in hit.excerpt
    assert "<script" not in hit.excerpt


def test_pages_of_results_hold_each_page_once(searching: Searching, home: Any) -> None:
    made = {standard(home, f"Prototips {number}").pk for number in range(5)}
    searching.follow()
    pages = [searching.pages("prototips", page=page, size=2) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [2, 2, 1]
    assert {pk for page in pages for pk in page} == made
    assert searching.pages("prototips", page=4, size=2) == []


@pytest.mark.parametrize(
    "text", ["*:*", '"', "\\", "AND OR", "(", "a" * 5000, "\x00", "😀", "/re/", "vārds " * 500]
)
def test_odd_queries_get_an_answer(searching: Searching, home: Any, text: str) -> None:
    standard(home, "Slogs")
    searching.follow()
    assert searching.engine.search(SearchQuery(text, "lv")).total in (0, 1, 2)
    assert searching.engine.suggest(text, "lv", 8) in ([], searching.pages(""))


@pytest.mark.parametrize("text", ["inov", "inovāc", "INOVAC", "inovācijas lab", "laborator"])
def test_suggestions_while_typing(searching: Searching, home: Any, text: str) -> None:
    page = standard(home, "Inovācijas laboratorija")
    standard(home, "Prototips")
    searching.follow()
    assert searching.engine.suggest(text, "lv", 8) == [page.pk]
    assert searching.engine.suggest(text, "en", 8) == []


def test_whole_words_with_their_marks_are_suggested_first(searching: Searching, home: Any) -> None:
    for title in ("Zemes kabata", "Žēlums", "Zemene", "Zeme"):
        standard(home, title)
    searching.follow()
    suggested = searching.engine.suggest("zeme", "lv", 8)
    assert len(suggested) == 3
    assert suggested[0] == searching.pages("zeme")[0]


LONG = "cits vārds " * 2000


@pytest.mark.parametrize(
    "text",
    [
        *("\ud800", "\u202e", "x\u0304" * 200, "🙂" * 200, "1 " * 200, "a-" * 200, "viens " * 3000),
        *(
            "*",
            "?",
            "~",
            "^",
            "\\*",
            "slogs~2",
            "title:slogs",
            "[a TO b]",
            "{",
            "/",
            "&&",
            "!",
            LONG,
        ),
        "".join(chr(number) for number in range(1, 0x300)),
    ],
    ids=lambda text: ascii(text[:8]),
)
def test_no_text_is_more_than_a_query(searching: Searching, home: Any, text: str) -> None:
    standard(home, "Slogs")
    searching.follow()
    assert searching.engine.search(SearchQuery(text, "lv")).total in (0, 1, 2)
    assert searching.engine.suggest(text, "lv", 8) in ([], searching.pages(""))


@pytest.mark.parametrize("value", ["", "\x00", "a" * 40_000, "*", "🙂", "\ufffd", "9" * 40])
def test_no_value_of_a_facet_is_more_than_one_that_nothing_has(
    searching: Searching, home: Any, value: str
) -> None:
    standard(home, "Slogs")
    searching.follow()
    chosen = chosen_in(QueryDict(urlencode(dict.fromkeys(facet_names(), value))))
    found = searching.engine.search(SearchQuery("slogs", "lv", chosen))
    assert found.total == (0 if value else 1)


def test_the_deepest_page(searching: Searching, home: Any) -> None:
    standard(home, "Slogs")
    searching.follow()
    assert searching.pages("slogs", page=MAX_RESULT_WINDOW // 50, size=50) == []


def test_synonyms_of_every_word_are_no_outage(searching: Searching, home: Any) -> None:
    """As many and as long as editors may write, all in one query."""
    page = standard(home, "Slogs")
    searching.follow()
    means = tuple(
        " ".join(f"vārds{number}{letter}" for letter in "abcdefgh") for number in range(8)
    )
    asked = [f"ierosinājums{number}" for number in range(15)]
    rules = [Synonym((word,), means) for word in asked]
    found = searching.engine.search(
        SearchQuery(
            " ".join(["slogs", *asked]), "lv", synonyms=[*rules, Synonym(("slogs",), means)]
        )
    )
    assert list(found.pages) in ([], [page.pk])
