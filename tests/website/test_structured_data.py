"""JSON-LD: what each type of page says, as schema.org defines it."""

import datetime as dt
import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cases.models import CaseMethod, CaseOutcome
from home.models import MethodMaterial, MethodSource, MethodStep
from news.models import NewsTopic
from tests.factories import (
    make_case,
    make_case_index,
    make_contacts,
    make_document,
    make_image,
    make_method,
    make_method_index,
    make_mission,
    make_news,
    make_news_index,
    make_standard,
    make_topic,
    publish,
    translate_page,
)

from .vocabulary import problems

Nodes = dict[str, dict[str, Any]]


def graph(client: Client, page: Any) -> list[dict[str, Any]]:
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    (script,) = soup.select("script[type='application/ld+json']")
    found = json.loads(script.text)
    assert found["@context"] == "https://schema.org"
    assert problems(found["@graph"]) == []
    return list(found["@graph"])


def nodes(client: Client, page: Any) -> Nodes:
    return {node["@type"]: node for node in graph(client, page)}


def _news(home: Any) -> Any:
    page = make_news(
        make_news_index(home),
        title="Hakatons </script><b>&",
        kind="event",
        event_start=dt.datetime(2026, 5, 4, 7, tzinfo=dt.UTC),
        event_end=dt.datetime(2026, 5, 4, 14, tzinfo=dt.UTC),
        event_place="Brīvības bulvāris 36",
        listing_image=make_image(),
    )
    NewsTopic.objects.create(page=page, topic=make_topic("Dati"), locale=page.locale)
    return page


def _method(home: Any) -> Any:
    page = make_method(
        make_method_index(home),
        title="Intervija",
        duration_min=60,
        duration_max=90,
        duration_unit="minutes",
        listing_image=make_image(),
    )
    row = {"page": page, "locale": page.locale}
    MethodStep.objects.create(**row, title="Sagatavo", text="Jautājumi.", image=make_image())
    MethodStep.objects.create(**row, title="Klausies", text="Klusē.")
    MethodMaterial.objects.create(**row, document=make_document(), title="Lapa")
    MethodSource.objects.create(
        **row, title="Grāmata", publisher="Izdevējs", url="https://example.org/"
    )
    return page


def _case(home: Any) -> Any:
    page = make_case(
        make_case_index(home),
        period_start=dt.date(2024, 2, 1),
        listing_image=make_image(),
    )
    row = {"page": page, "locale": page.locale}
    CaseOutcome.objects.create(
        **row, metric="Laiks", unit="min", before=42, after=18, source="Mērījums"
    )
    CaseOutcome.objects.create(**row, metric="Kļūdas", unit="", before=None, after=3)
    CaseMethod.objects.create(**row, method=make_method(make_method_index(home)))
    return page


PAGES = {
    "home": lambda home: home,
    "mission": make_mission,
    "standard": make_standard,
    "news list": make_news_index,
    "news": _news,
    "method list": make_method_index,
    "method": _method,
    "case list": make_case_index,
    "case": _case,
}


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_every_page_says_who_where_and_what(client: Client, home: Any, make: Any) -> None:
    page = make(home)
    found = nodes(client, page)
    assert found["GovernmentOrganization"]["name"] == "Inovācijas laboratorija"
    assert found["GovernmentOrganization"]["parentOrganization"]["name"] == "Valsts kanceleja"
    action = found["WebSite"]["potentialAction"]
    address = action["target"]["urlTemplate"].removeprefix("http://testserver")
    assert client.get(address.replace("{search_term_string}", "x")).status_code == 200
    own = found.get("CollectionPage") or found["WebPage"]
    assert own["url"] == f"http://testserver{page.url}"
    assert own["inLanguage"] == "lv"
    logo = str(found["GovernmentOrganization"]["logo"]).removeprefix("http://testserver")
    response: Any = client.get(logo)
    assert (bool(b"".join(response)), response.status_code) == (True, 200)
    if page.pk != home.pk:
        trail = found["BreadcrumbList"]["itemListElement"]
        assert [item["position"] for item in trail] == list(range(1, len(trail) + 1))
        assert trail[0]["item"] == f"http://testserver{home.url}"
        assert trail[-1]["name"] == page.title


def test_news_are_articles_and_their_events(client: Client, home: Any) -> None:
    page = _news(home)
    found = nodes(client, page)
    assert found["NewsArticle"]["headline"] == "Hakatons </script><b>&"
    assert found["NewsArticle"]["datePublished"] == "2026-03-12"
    assert found["NewsArticle"]["keywords"] == ["Dati"]
    event = found["Event"]
    assert found["NewsArticle"]["about"] == {"@id": event["@id"]}
    assert dt.datetime.fromisoformat(event["startDate"]) == page.event_start
    assert event["location"] == {"@type": "Place", "name": "Brīvības bulvāris 36"}
    assert found["WebPage"]["mainEntity"] == {"@id": found["NewsArticle"]["@id"]}


def test_a_method_is_a_how_to_with_its_steps(client: Client, home: Any) -> None:
    found = nodes(client, _method(home))["HowTo"]
    assert (found["name"], found["totalTime"]) == ("Intervija", "PT90M")
    steps = [(step["position"], step["name"], step["text"]) for step in found["step"]]
    assert steps == [(1, "Sagatavo", "Jautājumi."), (2, "Klausies", "Klusē.")]
    assert found["step"][0]["image"]["contentUrl"].endswith(".jpg")
    assert found["associatedMedia"][0]["name"] == "Lapa"
    assert found["isBasedOn"][0]["publisher"]["name"] == "Izdevējs"


def test_a_case_is_an_article_with_its_outcomes(client: Client, home: Any) -> None:
    found = nodes(client, _case(home))["Article"]
    said = [
        (item["name"], item["value"], item.get("unitText"))
        for item in found["mentions"]
        if item["@type"] == "Observation"
    ]
    assert said == [
        ("Laiks: pirms", 42, "min"),
        ("Laiks: pēc", 18, "min"),
        ("Kļūdas: pēc", 3, None),
    ]
    assert found["temporalCoverage"] == "2024-02-01/.."
    assert [item["name"] for item in found["mentions"] if item["@type"] == "HowTo"] == ["Metode"]


def test_languages_name_each_other(client: Client, home: Any) -> None:
    page = publish(make_standard(publish(home)))
    translate_page(home, title="Home")
    english = translate_page(page, title="Page")
    found = nodes(client, english)
    assert found["GovernmentOrganization"]["name"] == "Innovation Laboratory"
    assert found["WebPage"]["workTranslation"] == [{"@id": f"http://testserver{page.url}#page"}]
    assert found["WebSite"]["@id"] != nodes(client, page)["WebSite"]["@id"]


def test_the_publisher_can_be_reached_where_it_is_known_how(client: Client, home: Any) -> None:
    details = make_contacts()
    found = nodes(client, home)["GovernmentOrganization"]
    assert found["telephone"] == "+371 60000000"
    details.telephone = "[[tālrunis]]"
    details.save()
    found = nodes(client, home)["GovernmentOrganization"]
    assert "telephone" not in found
    assert found["email"] == details.email


def test_search_says_whose_it_is(client: Client, home: Any) -> None:
    response = client.get("/lv/meklet/")
    (script,) = BeautifulSoup(response.content, "html.parser").select(
        "script[type='application/ld+json']"
    )
    found = json.loads(script.text)["@graph"]
    assert problems(found) == []
    assert [node["@type"] for node in found] == ["GovernmentOrganization", "WebSite"]


@pytest.mark.parametrize(
    ("node", "problem"),
    [
        ({"@type": "NewsArticle", "headlin": "x"}, "has no property headlin"),
        ({"@type": "WebPage", "totalTime": "PT1H"}, "has no property totalTime"),
        ({"@type": "HowTo", "totalTime": "90 minutes"}, "HowTo.totalTime is one of"),
        ({"@type": "Event", "startDate": "4.5.2026"}, "Event.startDate is one of"),
        ({"@type": "Event", "location": {"@type": "HowTo"}}, "Event.location is one of"),
        ({"@type": "Event", "eventStatus": "https://schema.org/Odd"}, "Event.eventStatus is one"),
        ({"@type": "Odd"}, "Odd is no type"),
        ({"@type": "Observation", "value": True, "unitText": 3}, "unitText is one of"),
    ],
)
def test_the_judge_finds_what_is_wrong(node: dict[str, Any], problem: str) -> None:
    (found,) = problems([node])
    assert problem in found
