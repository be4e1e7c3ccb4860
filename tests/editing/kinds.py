"""Every page type with a parent it may stand under and what an editor fills in."""

from collections.abc import Callable
from typing import Any

from wagtail.models import Page
from wagtail.test.utils.form_data import rich_text

from cases.models import CaseIndexPage, CasePage, ResultsPage
from contact.models import ContactPage, ProblemPage
from home.models import (
    EasyToReadPage,
    HomePage,
    MethodIndexPage,
    MethodPage,
    MissionPage,
    StandardPage,
)
from legal.models import AccessibilityPage, PrivacyPage
from news.models import NewsIndexPage, NewsPage
from tests.factories import make_case_index, make_laboratory, make_method_index, make_news_index


def _root(home: Page) -> Page:
    return home.get_parent()


def _home(home: Page) -> Page:
    return home


PARENTS: dict[type[Page], Callable[[Page], Page]] = {
    HomePage: _root,
    MissionPage: _home,
    MethodIndexPage: _home,
    MethodPage: make_method_index,
    StandardPage: _home,
    NewsIndexPage: _home,
    NewsPage: make_news_index,
    CaseIndexPage: _home,
    CasePage: make_case_index,
    ContactPage: _home,
    ProblemPage: _home,
    ResultsPage: _home,
    AccessibilityPage: _home,
    PrivacyPage: _home,
    EasyToReadPage: _home,
}


def filled_in(model: type[Page]) -> dict[str, Any]:
    common = {"title": "Jauna lapa", "slug": "jauna-lapa", "summary": "Kopsavilkums."}
    match model.__name__:
        case "MissionPage":
            return common | {"statement": "Kāpēc mēs esam.", "why": rich_text("<p>Tāpēc.</p>")}
        case "MethodPage":
            return common | {"purpose": "Saprast.", "phase": "empathise"}
        case "NewsPage":
            return common | {"date": "2026-03-12", "kind": "announcement"}
        case "CasePage":
            return common | {
                "laboratory": str(make_laboratory().pk),
                "stage": "pilot",
                "challenge": rich_text("<p>Kas nedarbojās.</p>"),
                "process": rich_text("<p>Ko darījām.</p>"),
                "lessons": rich_text("<p>Ko sapratām.</p>"),
            }
        case "ProblemPage":
            return common | {"thanks": "Mēs izlasīsim."}
        case "AccessibilityPage":
            return common | {
                "conformance": "partial",
                "evaluation_method": "self",
                "evaluated_by": "Mēs paši, 2026. gada martā.",
                "exceptions": rich_text("<p>Datnes.</p>"),
            }
        case "PrivacyPage":
            return common | {"protection_officer": "A", "recipients": "B", "server_logs": "C"}
        case "EasyToReadPage":
            home = HomePage.objects.first()
            return common | {"standard_version": str(home.pk if home else "")}
    return common
