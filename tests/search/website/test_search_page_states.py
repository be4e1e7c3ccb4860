"""What the search page says beside the results, in both languages."""

from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.http import QueryDict
from django.test import Client

from search import service
from search.models import ZeroResultQuery
from tests.factories import (
    make_home,
    make_news,
    make_news_index,
    make_standard,
    publish,
    translate_page,
)
from tests.prepared import Prepared
from tests.search.indexed import bring_up_to_date
from tests.spaces import plain

LATVIAN, ENGLISH = "/lv/meklet/", "/en/search/"


def _make_site() -> dict[str, Any]:
    home = publish(make_home())
    translate_page(home, title="Home")
    for latvian, english in (
        ("Prototipa izgatavošana", "Making a prototype"),
        ("Saprotama vēstule", "A plain letter"),
    ):
        page = publish(make_standard(home, title=latvian, show_in_menus=True))
        translate_page(page, title=english)
    bring_up_to_date()
    return {"home": home}


SITE = Prepared(_make_site)


@pytest.fixture(scope="session")
def prepared_site(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        SITE.prepare()


@pytest.fixture
def site(prepared_site: None, home: Any) -> Any:
    """One page on prototypes and one on letters, both in two languages."""
    return SITE.there()["home"]


def asked(client: Client, path: str, **query: Any) -> Tag:
    answer = client.get(path, query)
    assert answer.status_code == 200
    return BeautifulSoup(plain(answer.content), "html.parser")


def text(soup: Tag) -> str:
    return " ".join(soup.main.get_text(" ").split()) if soup.main else ""


def titles(soup: Tag) -> list[str]:
    return [title.get_text() for title in soup.select(".result__title")]


@pytest.mark.parametrize(
    ("path", "words", "nothing", "meant", "link", "title"),
    [
        (
            LATVIAN,
            "vēstuel",
            "Vaicājumam „vēstuel” nekas netika atrasts.",
            "Vai domājāt: vēstule ?",
            "/lv/meklet/?q=v%C4%93stule",
            "Saprotama vēstule",
        ),
        (
            ENGLISH,
            "lettre",
            "Nothing was found for “lettre”.",
            "Did you mean: letter ?",
            "/en/search/?q=letter",
            "A plain letter",
        ),
    ],
)
def test_a_slip_is_corrected_and_answered_at_once(
    client: Client,
    site: Any,
    path: str,
    words: str,
    nothing: str,
    meant: str,
    link: str,
    title: str,
) -> None:
    soup = asked(client, path, q=words)
    assert nothing in text(soup)
    assert meant in text(soup)
    assert titles(soup) == [title]
    followed = soup.select_one(".search__correction a")
    assert followed
    assert path + str(followed["href"]) == link
    assert titles(asked(client, link)) == [title]


@pytest.mark.parametrize(
    ("path", "words", "sentence"),
    [
        (LATVIAN, "vēstule astoņkājis", "Neviena lapa nesatur visus šos vārdus"),
        (ENGLISH, "letter octopus", "No page has all of these words"),
    ],
)
def test_pages_with_some_of_the_words_are_called_so(
    client: Client, site: Any, path: str, words: str, sentence: str
) -> None:
    soup = asked(client, path, q=words)
    assert sentence in text(soup)
    assert len(titles(soup)) == 1


@pytest.mark.parametrize(
    ("path", "words", "other", "heading", "there"),
    [
        (LATVIAN, "plain letter", "en", "Angļu valodā: 1 lapa", "/en/search/?q=plain+letter"),
        (
            ENGLISH,
            "saprotama vēstule",
            "lv",
            "In Latvian: 1 page",
            "/lv/meklet/?q=saprotama+v%C4%93stule",
        ),
    ],
)
def test_the_other_language_is_offered_and_labelled(
    client: Client, site: Any, path: str, words: str, other: str, heading: str, there: str
) -> None:
    section = asked(client, path, q=words).select_one(".elsewhere")
    assert section
    assert section.h2
    assert section.h2.a
    assert section.ul
    assert " ".join(section.h2.get_text().split()) == heading
    assert (section.h2.a["href"], section.h2.a["hreflang"]) == (there, other)
    assert section.ul["lang"] == other
    assert len(section.select("li a[hreflang]")) == 1
    assert len(titles(asked(client, there))) == 1


@pytest.mark.parametrize(
    ("path", "sentences", "catalogue"),
    [
        (
            LATVIAN,
            ("Vaicājumam „qwxyz” nekas netika atrasts.", "Pārbaudiet", "mazāk vārdu"),
            ["Prototipa izgatavošana", "Saprotama vēstule"],
        ),
        (
            ENGLISH,
            ("Nothing was found for “qwxyz”.", "spelling", "fewer words"),
            ["Making a prototype", "A plain letter"],
        ),
    ],
)
def test_where_nothing_is_found_it_says_what_to_do(
    client: Client, site: Any, path: str, sentences: tuple[str, ...], catalogue: list[str]
) -> None:
    soup = asked(client, path, q="qwxyz")
    for sentence in sentences:
        assert sentence in text(soup)
    assert [link.get_text() for link in soup.select(".search__advice a")] == catalogue
    assert not soup.select(".facets, .chips, .elsewhere, .search__correction")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [(LATVIAN, "vienkāršāka meklēšana"), (ENGLISH, "A simpler search is in use")],
)
def test_a_simpler_search_is_owned_up_to(
    client: Client, site: Any, path: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sentence not in text(asked(client, path, q="prototype"))
    answer = service.search
    monkeypatch.setattr(
        service, "search", lambda *args, **kwargs: replace(answer(*args, **kwargs), degraded=True)
    )
    assert sentence in text(asked(client, path, q="prototype"))


@pytest.mark.parametrize("path", [LATVIAN, ENGLISH])
def test_values_and_parameters_that_nobody_knows_find_nothing_and_break_nothing(
    client: Client, site: Any, path: str
) -> None:
    for facet in ("topic", "year", "method", "kind", "type"):
        for value in ("nav", "\x00", "<b>", "9" * 40):
            soup = asked(client, path, q="prototips prototype", **{facet: value})
            assert titles(soup) == []
            assert len(soup.select(".chips li")) == 1
    assert len(titles(asked(client, path, q="prototype prototips", colour="red"))) == 1


@pytest.mark.parametrize(
    ("path", "heading", "remove", "clear"),
    [
        (LATVIAN, "Veids: Informatīvas lapas ×", "Noņemt filtru:", "Notīrīt filtrus"),
        (ENGLISH, "Type: Information pages ×", "Remove the filter:", "Clear the filters"),
    ],
)
def test_what_is_chosen_can_be_taken_away(
    client: Client, site: Any, path: str, heading: str, remove: str, clear: str
) -> None:
    soup = asked(client, path, q="prototype prototips", type="standard")
    (chip,) = soup.select(".chips li a")
    assert " ".join(chip.get_text().split()) == f"{remove} {heading}"
    assert chip["href"] == "?q=prototype+prototips"
    link = soup.select_one(".chips > a")
    assert link
    assert (link.get_text(), link["href"]) == (clear, "?q=prototype+prototips")
    (chosen,) = soup.select(".facets a[aria-current=true]")
    assert "✓" in chosen.get_text()


def test_a_filter_that_leaves_out_everything_can_be_dropped(client: Client, site: Any) -> None:
    soup = asked(client, LATVIAN, q="prototips", type="news")
    assert "Iespējams, izvēlētie filtri meklējumu pārāk sašaurina." in text(soup)
    assert titles(asked(client, LATVIAN + "?q=prototips")) == ["Prototipa izgatavošana"]


def test_a_result_says_where_it_is(client: Client, home: Any) -> None:
    index = publish(make_news_index(publish(home)))
    news = publish(make_news(index, title="Pēcpusdiena", is_sample=True))
    bring_up_to_date()
    meta = asked(client, LATVIAN, q="pēcpusdiena").select_one(".result__meta")
    assert meta
    assert " ".join(meta.get_text().split()) == (
        f"Jaunums · 2026. gada 12. marts · Paraugs · {news.get_url()}"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/lv/meklesana/", LATVIAN),
        ("/lv/meklesana/?q=v%C4%93stule&page=2", LATVIAN + "?q=v%C4%93stule&page=2"),
    ],
)
def test_the_old_address_leads_to_the_new_one(
    client: Client, home: Any, old: str, new: str
) -> None:
    answer = client.get(old)
    assert (answer.status_code, answer["Location"]) == (301, new)


def test_the_language_switch_takes_along_what_both_languages_know(
    client: Client, site: Any
) -> None:
    soup = asked(client, LATVIAN, q="prototips", topic="dati", type="standard", page=1)
    switch = soup.select_one(".language-switch a")
    assert switch
    assert switch["href"] == "/en/search/?q=prototips&type=standard"
    alternate = soup.select_one("link[hreflang=en]")
    assert alternate
    assert str(alternate["href"]).endswith("/en/search/?q=prototips&type=standard")


def test_the_field_takes_the_focus_only_before_a_query(client: Client, site: Any) -> None:
    assert asked(client, LATVIAN).select("#search-page[autofocus]")
    assert not asked(client, LATVIAN, q="prototips").select("[autofocus]")
    assert asked(client, LATVIAN, q="a" * 201).select("#search-page[aria-invalid][autofocus]")


def test_answers_are_not_for_other_search_engines(client: Client, site: Any) -> None:
    assert not asked(client, LATVIAN).select("meta[name=robots]")
    assert asked(client, LATVIAN, q="prototips").select("meta[name=robots][content=noindex]")


def test_the_header_has_the_field_except_on_the_search_page(client: Client, site: Any) -> None:
    assert len(asked(client, "/lv/").select("header form[role=search]")) == 1
    soup = asked(client, LATVIAN)
    assert len(soup.select("form[role=search]")) == 1


@pytest.mark.parametrize(
    ("path", "words", "said", "link", "title"),
    [
        (
            LATVIAN,
            '"vēstule saprotama"',
            "Meklēt šos pašus vārdus bez pēdiņām un mīnusiem",
            "?q=v%C4%93stule+saprotama",
            "Saprotama vēstule",
        ),
        (
            ENGLISH,
            "letter -plain",
            "Search for the same words without them",
            "?q=letter",
            "A plain letter",
        ),
    ],
)
def test_what_quotes_and_minuses_hide_is_one_link_away(
    client: Client, site: Any, path: str, words: str, said: str, link: str, title: str
) -> None:
    soup = asked(client, path, q=words)
    assert titles(soup) == []
    (found,) = [a for a in soup.select("main a") if a.get_text() == said]
    assert found["href"] == link
    assert titles(asked(client, path, **QueryDict(found["href"].removeprefix("?")).dict())) == [
        title
    ]
    assert not ZeroResultQuery.objects.exists()


@pytest.mark.parametrize(
    ("path", "words"), [(LATVIAN, '"valsts kanceleja"'), (ENGLISH, '"state chancellery"')]
)
def test_the_help_says_what_may_be_written(
    client: Client, site: Any, path: str, words: str
) -> None:
    (shown,) = asked(client, path).select(".search__help")
    assert words in shown.get_text()
    assert " -" in shown.get_text()
