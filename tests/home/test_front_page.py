"""The front page: headline, doors that lead somewhere, and the strongest results."""

from decimal import Decimal
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.test import Client

from cases.models import CaseOutcome
from tests.factories import make_case, make_case_index, make_method_index, make_results, publish


def front(client: Client) -> Tag:
    return BeautifulSoup(client.get("/lv/").content, "html.parser")


def case_with(index: Any, title: str, before: int | None, after: int) -> None:
    case = make_case(index, title)
    case.outcomes = [CaseOutcome(metric="Laiks", unit="min", before=before, after=after)]
    publish(case)


def test_a_door_needs_a_public_page(client: Client, home: Any) -> None:
    assert front(client).select(".door") == []
    index = publish(make_method_index(home))
    assert [door["href"] for door in front(client).select(".door")] == [index.url]
    results = publish(make_results(home))
    assert [door["href"] for door in front(client).select(".door")] == [index.url, results.url]
    index.unpublish()
    assert [door["href"] for door in front(client).select(".door")] == [results.url]


def test_the_results_with_the_largest_measured_changes(client: Client, home: Any) -> None:
    index = publish(make_case_index(home))
    assert front(client).select(".results") == []
    case_with(index, "Nemērīts", None, 9)
    assert front(client).select(".results") == []
    for title, before, after in [("B", 10, 5), ("C", 10, 9), ("A", 10, 30), ("D", 10, 11)]:
        case_with(index, title, before, after)
    shown = front(client).select_one(".results")
    assert shown
    assert [heading.get_text() for heading in shown.select("h3")][:2] == ["A", "B"]
    assert len(shown.select("h3")) == 3
    figures = shown.select_one(".pair__figures")
    assert figures
    assert " ".join(figures.get_text().split()) == "Pirms: 10 → Pēc: 30"


def test_a_result_is_as_exact_and_honest_as_in_its_case(client: Client, home: Any) -> None:
    case = make_case(publish(make_case_index(home)), "Sliktāk")
    case.outcomes = [
        CaseOutcome(
            metric="Zvani", before=Decimal("-1.25"), after=1234, direction="lower_is_better"
        )
    ]
    publish(case)
    shown = front(client).select_one(".results")
    assert shown
    figures, metric = shown.select_one(".pair__figures"), shown.select_one(".pair__figures + p")
    assert figures
    assert metric
    assert " ".join(figures.get_text().split()) == "Pirms: −1,25 → Pēc: 1 234"
    assert metric.get_text() == "Zvani"
    verdict = shown.select_one(".verdict--worse")
    assert verdict
    assert verdict.get_text() == "Sliktāk"


def test_the_headline_stands_for_the_title(client: Client, home: Any) -> None:
    heading = front(client).h1
    assert heading
    assert heading.get_text() == home.title
    home.headline = "Izmēģinām"
    publish(home)
    soup = front(client)
    assert soup.h1
    assert soup.h1.get_text() == "Izmēģinām"
    assert soup.title
    assert home.title in soup.title.get_text()
