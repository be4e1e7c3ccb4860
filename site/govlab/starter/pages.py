"""Creates the pages of the starting content: maps files to page types and parents."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cases.models import (
    CaseGalleryImage,
    CaseIndexPage,
    CaseInstitution,
    CaseMethod,
    CaseOutcome,
    CasePage,
    CaseTopic,
)
from contact.models import ContactPage, ProblemPage
from home.models import (
    EasyToReadPage,
    HomePage,
    MethodIndexPage,
    MethodPage,
    MethodSource,
    MethodStep,
    MissionLaboratory,
    MissionMilestone,
    MissionPage,
    MissionVision,
    StandardPage,
)
from legal.models import AccessibilityPage, PrivacyPage
from news.models import NewsIndexPage, NewsPage, NewsTopic

from .files import PageFile, folder, single
from .images import stored_image
from .texts import row_texts

Terms = dict[str, dict[str, Any]]

# Language-neutral fields with the same name in the file and on the page.
NEUTRAL_FIELDS = (
    "phase",
    "duration_min",
    "duration_max",
    "duration_unit",
    "people_min",
    "people_max",
    "difficulty",
    "date",
    "kind",
    "event_start",
    "event_end",
    "stage",
    "period_start",
    "period_end",
    "conformance",
    "evaluation_method",
)


@dataclass(frozen=True)
class PlannedPage:
    file: PageFile
    model: type[Any]
    parent: str | None
    in_menu: bool = False


def plan() -> Iterator[PlannedPage]:
    """Yield parents before children, and methods before the cases that refer to them."""
    yield PlannedPage(single("home", "home"), HomePage, None)
    yield PlannedPage(single("mission", "mission"), MissionPage, "home", in_menu=True)
    yield PlannedPage(single("methods-index", "methods"), MethodIndexPage, "home", in_menu=True)
    yield PlannedPage(single("cases-index", "cases"), CaseIndexPage, "home", in_menu=True)
    yield PlannedPage(single("news-index", "news"), NewsIndexPage, "home", in_menu=True)
    yield PlannedPage(single("contact", "contact"), ContactPage, "home")
    yield PlannedPage(single("problem", "problem"), ProblemPage, "home")
    for file in folder("about"):
        yield PlannedPage(file, StandardPage, "home")
    yield PlannedPage(single("accessibility", "accessibility"), AccessibilityPage, "home")
    yield PlannedPage(single("privacy", "privacy"), PrivacyPage, "home")
    yield PlannedPage(single("easy-to-read", "easy-to-read"), EasyToReadPage, "home")
    for name, model in (("methods", MethodPage), ("news", NewsPage), ("cases", CasePage)):
        for file in folder(name):
            yield PlannedPage(file, model, name)


def build(planned: PlannedPage, terms: Terms, pages: dict[str, Any]) -> Any:
    """Return the unsaved page with its rows. The body is set later, when all pages exist that it
    may refer to."""
    fields = planned.file.fields
    neutral = {name: fields[name] for name in NEUTRAL_FIELDS if name in fields}
    page = planned.model(
        is_sample=fields.get("sample", False), show_in_menus=planned.in_menu, **neutral
    )
    title = fields["lv"]["title"]
    if "picture" in fields:
        page.listing_image = stored_image(fields["picture"], title)
    if planned.model is MissionPage:
        page.laboratories = [
            MissionLaboratory(laboratory=term) for term in terms["laboratory"].values()
        ]
    if planned.model is EasyToReadPage:
        page.standard_version = pages["mission"]
    if planned.model is NewsPage:
        page.institution = terms["institution"].get(fields.get("institution", ""))
    if planned.model is CasePage:
        page.laboratory = terms["laboratory"][fields["laboratory"]]
    _add_rows(page, planned, terms, pages)
    return page


def _add_rows(page: Any, planned: PlannedPage, terms: Terms, pages: dict[str, Any]) -> None:
    fields, texts = planned.file.fields, row_texts(planned.file.fields, "lv")
    topics = [terms["topic"][key] for key in fields.get("topics", [])]
    if planned.model is MissionPage:
        page.vision = [MissionVision(**text) for text in texts["vision"]]
        page.timeline = [
            MissionMilestone(year=entry["year"], **text)
            for entry, text in zip(fields["lv"]["timeline"], texts["timeline"], strict=True)
        ]
    elif planned.model is MethodPage:
        page.steps = [MethodStep(**text) for text in texts["steps"]]
        page.sources = [MethodSource(**source) for source in fields.get("sources", [])]
    elif planned.model is NewsPage:
        page.topics = [NewsTopic(topic=topic) for topic in topics]
    elif planned.model is CasePage:
        page.topics = [CaseTopic(topic=topic) for topic in topics]
        page.institutions = [
            CaseInstitution(institution=terms["institution"][key])
            for key in fields.get("institutions", [])
        ]
        page.methods = [
            CaseMethod(method=pages[f"methods/{key}"]) for key in fields.get("methods", [])
        ]
        page.outcomes = [
            CaseOutcome(before=figures.get("before"), after=figures["after"], **text)
            for figures, text in zip(fields.get("outcomes", []), texts["outcomes"], strict=True)
        ]
        page.gallery = [
            CaseGalleryImage(image=stored_image(picture["picture"], picture["alt"]), **text)
            for picture, text in zip(fields["lv"].get("gallery", []), texts["gallery"], strict=True)
        ]
