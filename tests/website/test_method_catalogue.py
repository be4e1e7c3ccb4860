"""The catalogue of methods: its filters with their counts, comparisons and cards."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from govlab.delivery.log import relay
from tests.factories import make_method, make_method_index, publish, translate_page
from tests.spaces import plain

COLD, WARM = 3, 1
ONE_HOUR = {"duration_max": 1, "duration_unit": "hours"}


@pytest.fixture
def index(home: Any) -> Any:
    """Three methods: two of a phase, two for an hour, one for groups of any size."""
    index = make_method_index(home, title="Metodes", slug="metodes")
    make_method(index, "Sarunas", slug="sarunas", phase="empathise", people_max=3, **ONE_HOUR)
    make_method(index, "Kartes", slug="kartes", phase="empathise", people_min=2, people_max=12)
    make_method(
        index, "Skices", slug="skices", phase="prototype", difficulty="demanding", **ONE_HOUR
    )
    return index


def read(client: Client, index: Any, query: str = "") -> BeautifulSoup:
    relay.drain()
    response = client.get(f"{index.url}{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(soup: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(found.get_text().split()) for found in soup.select(selector)]


def titles(soup: BeautifulSoup) -> list[str]:
    return words(soup, ".card__title")


def test_each_choice_says_how_many_methods_it_has(client: Client, index: Any) -> None:
    soup = read(client, index)
    assert words(soup, ".belt__phase") == [
        "Iejusties 2 metodes",
        "Definēt 0 metožu",
        "Radīt idejas 0 metožu",
        "Prototipēt 1 metode",
        "Pārbaudīt 0 metožu",
    ]
    assert words(soup, ".choice") == [
        "Līdz 1 stundai 2",
        "1–4 stundas 0",
        "4–8 stundas 0",
        "Vairāk nekā diena 0",
        "Līdz 3 cilvēkiem 2",
        "4–8 cilvēki 1",
        "9 cilvēki un vairāk 1",
        "Vienkārša 2",
        "Vidēja 0",
        "Sarežģīta 1",
    ]
    assert len(soup.select("a.belt__phase, a.choice")) == 8, "what has no methods is no link"


def test_counts_are_those_that_the_links_lead_to(client: Client, index: Any) -> None:
    """From any state, with the other filters applied."""
    for query in ("", "?phase=empathise", "?duration=hour&people=few", "?difficulty=demanding"):
        for link in read(client, index, query).select("a.choice:not(.choice--chosen)"):
            if link.get("aria-current"):
                continue
            count = int(link.select_one(".choice__count").text)  # type: ignore[union-attr]
            target = str(link["href"]).removeprefix(index.url)
            assert len(titles(read(client, index, target))) == count, (query, target)


def test_every_chosen_filter_can_be_removed(client: Client, index: Any) -> None:
    soup = read(client, index, "?phase=empathise&duration=hour&utm_source=odd")
    assert titles(soup) == ["Sarunas"]
    assert [link["href"] for link in soup.select(".chosen li a")] == [
        f"{index.url}?duration=hour",
        f"{index.url}?phase=empathise",
    ]
    current = soup.select("[aria-current=true].belt__phase, [aria-current=true].choice")
    assert [link["href"] for link in current] == [
        f"{index.url}?duration=hour",
        f"{index.url}?phase=empathise",
    ]
    assert "odd" not in str(soup)


def test_an_empty_combination_says_what_to_leave_out(client: Client, index: Any) -> None:
    soup = read(client, index, "?phase=prototype&people=many")
    assert titles(soup) == []
    assert words(soup, ".nothing li") == [
        "Noņemt filtru „Posms: Prototipēt”: 1 metode",
        "Noņemt filtru „Cilvēki: 9 cilvēki un vairāk”: 1 metode",
        "Rādīt visas metodes",
    ]
    assert soup.select_one(f'.nothing a[href="{index.url}?people=many"]')


@pytest.mark.parametrize("value", ["nav-tada", "%00", "<b>"])
def test_an_unknown_filter_is_said_and_changes_no_count(
    client: Client, index: Any, value: str
) -> None:
    soup = read(client, index, f"?phase={value}&duration=hour")
    assert soup.select_one("[role=alert]")
    assert words(soup, "a.belt__phase") == ["Iejusties 1 metode", "Prototipēt 1 metode"]


def test_two_ticked_methods_are_side_by_side(client: Client, index: Any) -> None:
    """What the form without scripts sends, and the address that people share."""
    ticked = read(client, index, "?phase=empathise&compare=kartes&compare=skices")
    shared = read(client, index, "?compare=kartes,skices")
    for soup in (ticked, shared):
        assert words(soup, "thead th") == ["Kartes", "Skices"]
        assert words(soup, "h1") == ["Kartes – Skices: salīdzinājums"]
        row = soup.find("th", string="Cilvēki").find_parent("tr")  # type: ignore[union-attr]
        assert [plain(cell.text) for cell in row.find_all("td")] == ["2–12 cilvēki", "–"]  # type: ignore[union-attr]
    assert "Kartes – Skices: salīdzinājums" in shared.title.text  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "query", ["?compare=kartes", "?compare=kartes,nav-tadas", "?compare=,kartes,"]
)
def test_one_ticked_method_waits_for_another(client: Client, index: Any, query: str) -> None:
    soup = read(client, index, query)
    assert "Izvēlēta metode „Kartes”" in words(soup, ".comparing .notice")[0]
    assert [box["value"] for box in soup.select("input[checked]")] == ["kartes"]
    # It stays chosen in the links of the filters, and where the list does not show it.
    link = soup.select_one("a.belt__phase:-soup-contains('Prototipēt')")
    assert link
    assert link["href"] == f"{index.url}?compare=kartes&phase=prototype"
    filtered = read(client, index, "?compare=kartes&phase=prototype")
    hidden = filtered.select("form.comparing input[type=hidden]")
    assert [(field["name"], field["value"]) for field in hidden] == [
        ("phase", "prototype"),
        ("compare", "kartes"),
    ]


def test_three_are_too_many(client: Client, index: Any) -> None:
    soup = read(client, index, "?compare=kartes,skices,sarunas")
    assert words(soup, ".comparing .notice")[0].startswith("Vienlaikus var salīdzināt divas")
    assert len(soup.select("input[checked]")) == 3


def test_only_public_methods_are_compared(client: Client, index: Any) -> None:
    make_method(index, "Melnraksts", slug="melnraksts", live=False)
    private = make_method(index, "Slēgta", slug="slegta")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for slug in ("melnraksts", "slegta"):
        soup = read(client, index, f"?compare=kartes,{slug}")
        assert not soup.select("table")
        assert titles(soup) == ["Kartes", "Sarunas", "Skices"]
        assert slug not in str(soup.main).replace(f"kartes,{slug}", "")


@pytest.mark.parametrize("number", [1, 20])
@pytest.mark.parametrize(
    "query",
    [
        "?phase=define&duration=hour&people=few&difficulty=easy",
        "?phase=test&people=many",
        "?compare=pirma,otra",
    ],
)
def test_queries(home: Any, number: int, query: str) -> None:
    index = make_method_index(home)
    for slug in ("pirma", "otra"):
        make_method(index, slug=slug)
    for _ in range(number):
        make_method(index, people_max=2, **ONE_HOUR)
    relay.drain()
    client, url = Client(), f"{index.url}{query}"
    for most in (COLD, WARM):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        assert len(captured) <= most


def test_a_comparison_is_the_same_however_it_is_asked_for(index: Any) -> None:
    """However it is spelt: by the form, by hand, or with parameters that mean nothing."""
    client, url = Client(), index.url
    shared = read(client, index, "?compare=kartes,skices")
    with CaptureQueriesContext(connection) as captured:
        ticked = client.get(f"{url}?utm_source=odd&compare=kartes&compare=skices,kartes")
    assert BeautifulSoup(ticked.content, "html.parser") == shared
    # The state, and what the other spelling led to.
    assert len(captured) <= COLD
    other = client.get(f"{url}?compare=skices,kartes")
    assert "Skices – Kartes" in other.content.decode()


def test_a_method_has_a_card_to_print(client: Client, home: Any) -> None:
    home = publish(home)
    index = publish(make_method_index(home))
    method = publish(make_method(index, "Kartes", purpose="Ieraudzīt."))
    translate_page(home, title="Home")
    translate_page(index, title="Methods")
    english = translate_page(method, title="Maps", purpose="To see.")
    soup = read(client, method, "?view=card")
    assert words(soup, ".method-card h1") == ["Kartes"]
    assert soup.select_one(f'link[rel=canonical][href$="{method.url}"]')
    assert soup.select_one(f'.card-actions a[href="{english.url}?view=card"][lang=en]')
    assert words(read(client, english, "?view=card"), ".method-card__purpose") == ["To see."]


def test_an_unknown_view_is_ignored(client: Client, index: Any) -> None:
    method = index.get_children().get(slug="kartes")
    plain = read(client, method)
    assert str(read(client, method, "?view=odd")) == str(plain)
    assert not plain.select(".method-card")
    assert not read(client, index, "?view=card").select(".method-card")


def test_the_language_switch_leads_to_the_same_view(client: Client, index: Any, home: Any) -> None:
    publish(home)
    translate_page(home, title="Home")
    translate_page(publish(index), title="Methods", slug="methods")
    for title, slug in (("Kartes", "maps"), ("Sarunas", "talks")):
        method = publish(index.get_children().get(title=title).specific)
        translate_page(method, title=slug.capitalize(), slug=slug)

    def switch(path: str) -> str:
        relay.drain()
        response = client.get(path)
        assert response.status_code == 200
        link = BeautifulSoup(response.content, "html.parser").select_one(".language-switch a")
        assert link
        return str(link["href"])

    for latvian, english in [
        ("kartes/?view=card", "maps/?view=card"),
        ("kartes/?view=unknown", "maps/"),
        ("kartes/", "maps/"),
        ("?compare=kartes,sarunas", "?compare=maps,talks"),
        ("?compare=sarunas,kartes&phase=empathise&x=1", "?phase=empathise&compare=talks,maps"),
        # This one is not translated.
        ("?compare=kartes,skices", "?compare=maps"),
        ("?compare=skices", ""),
        ("?phase=nav-tada", ""),
        ("", ""),
    ]:
        assert switch(f"/lv/metodes/{latvian}") == f"/en/methods/{english}"
    assert switch("/en/methods/?compare=maps,talks") == "/lv/metodes/?compare=kartes,sarunas"
