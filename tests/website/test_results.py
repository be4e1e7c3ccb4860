"""The overview of outcomes: everything is there once, and counts are of what readers see."""

from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cases.models import CaseOutcome, CaseTopic
from govlab.delivery.log import relay
from tests.factories import make_case, make_case_index, make_results, make_topic, translate_page
from tests.factories import publish as publish_page


def _outcome(case: Any, metric: str, **fields: Any) -> None:
    CaseOutcome.objects.create(page=case, metric=metric, locale=case.locale, **fields)


@pytest.fixture
def results(home: Any) -> Any:
    index, data, words = make_case_index(home), make_topic("Dati"), make_topic("Vārdi")
    form = make_case(index, title="Veidlapa", stage="in_use")
    letter = make_case(index, title="Vēstule", stage="idea", stopped="Pietrūka laika.")
    make_case(index, title="Kluss")
    for case, topic in ((form, data), (letter, words)):
        CaseTopic.objects.create(page=case, topic=topic, locale=case.locale)
    _outcome(form, "Laiks", before=42, after=18, direction="lower_is_better", unit="minūtes")
    _outcome(
        form, "Kļūdas", before=Decimal("0.25"), after=Decimal("0.5"), direction="lower_is_better"
    )
    _outcome(letter, "Prieks", not_measured="Nejautājām.", direction="higher_is_better")
    make_case(index, title="Melnraksts", live=False)
    page = make_results(home)
    relay.drain()
    return page


def _soup(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def _metrics(soup: BeautifulSoup) -> list[str]:
    return sorted(str(cell.find(string=True)).strip() for cell in soup.select("tbody th"))


def _options(soup: BeautifulSoup, name: str) -> list[str]:
    return [option.text for option in soup.select(f"select[name={name}] option")]


def test_every_outcome_is_drawn_and_in_the_table(client: Client, results: Any) -> None:
    soup = _soup(client, results.url)
    assert _metrics(soup) == ["Kļūdas", "Laiks", "Prieks"]
    # Phones show each cell beside the heading of its column.
    _, *headings = [cell.text.replace("\xa0", " ") for cell in soup.select("thead th")]
    for row in soup.select("tbody tr"):
        assert [cell["data-label"] for cell in row.select("td")] == headings
    assert len(soup.select("figure")) == 3
    assert [svg["aria-label"] for svg in soup.select("figure svg")] == [
        f"{figures}. Abas joslas sākas no nulles un ir vienā mērogā."
        for figures in (
            "Laiks: pirms – 42, pēc – 18\N{NO-BREAK SPACE}minūtes",
            "Kļūdas: pirms – 0,25, pēc – 0,5",
        )
    ]
    assert "Nejautājām." in soup.main.text  # type: ignore[union-attr]
    assert "Pietrūka laika." in soup.main.text  # type: ignore[union-attr]
    assert "Melnraksts" not in soup.text
    assert [link.text for link in soup.select("main ul:not([class]) a")] == ["Kluss"]


def test_coordinates_have_no_comma(client: Client, results: Any) -> None:
    for rule in _soup(client, results.url).select("svg rect"):
        assert float(str(rule["width"])) >= 0
        assert float(str(rule["x"])) >= 0


def test_a_choice_does_not_shrink_its_own_counts(client: Client, results: Any) -> None:
    soup = _soup(client, f"{results.url}?topic=dati")
    assert _metrics(soup) == ["Kļūdas", "Laiks"]
    assert _options(soup, "topic") == ["Visas", "Dati (2)", "Vārdi (1)"]
    assert _options(soup, "result") == ["Visi", "Labāk (1)", "Sliktāk (1)", "Nav mērīts (0)"]
    assert _options(soup, "stage") == ["Visas", "Ideja (0)", "Ieviests (2)"]


@pytest.mark.parametrize(
    ("query", "metrics"),
    [
        ("result=worse", ["Kļūdas"]),
        ("result=better&stage=in_use", ["Laiks"]),
        ("result=not_measured", ["Prieks"]),
        ("result=better&stage=idea", []),
    ],
)
def test_facets(client: Client, results: Any, query: str, metrics: list[str]) -> None:
    assert _metrics(_soup(client, f"{results.url}?{query}")) == metrics


def test_an_unknown_value_is_said(client: Client, results: Any) -> None:
    soup = _soup(client, f"{results.url}?result=wonderful")
    assert soup.select_one("[role=alert]")
    assert not soup.select("figure")


@pytest.mark.parametrize("page", ["0", "2", "x", "9" * 30, "%00"])
def test_a_page_that_is_not_there(client: Client, results: Any, page: str) -> None:
    assert client.get(f"{results.url}?page={page}").status_code == 404


def test_pages_of_many(client: Client, home: Any) -> None:
    case = make_case(make_case_index(home))
    for number in range(15):
        _outcome(case, f"Mērs {number}", after=number)
    page = make_results(home)
    relay.drain()
    second = _soup(client, f"{page.url}?page=2")
    assert len(_metrics(second)) == 3
    assert len(set(_metrics(second)) | set(_metrics(_soup(client, page.url)))) == 15


def test_only_outcomes_of_the_own_language(client: Client, home: Any, results: Any) -> None:
    publish_page(home)
    translate_page(home, title="Home")
    english = translate_page(publish_page(results), title="Results")
    soup = _soup(client, english.url)
    assert not _metrics(soup)
    assert soup.select_one(".empty")
