"""The schemas of the front page, the mission, methods and standard pages."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from govlab.core.schemas.contacts import Contacts, contacts_for
from govlab.core.schemas.page import BasePageDocument
from govlab.core.vocabularies import Term
from govlab.delivery.documents.rows import in_order
from govlab.delivery.safe_urls import safe_url
from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.block import plain
from govlab.delivery.schemas.images import Image
from govlab.delivery.schemas.links import File, PageLink
from govlab.delivery.schemas.resolver import ReferenceResolver

from .choices import Difficulty, DurationUnit, GroupSize, Phase, TimeNeeded
from .duration import duration_label, group_sizes, people_label, time_needed
from .models import EasyToReadPage, HomePage, MethodPage, MissionPage


class HomeDocument(BasePageDocument[HomePage]):
    """The front page."""

    type: Literal["home"] = "home"
    headline: str = Field(
        default="", description="What the laboratory does, in a few words; may be empty."
    )
    contacts: Contacts | None = Field(
        default=None, description="How to reach the publisher; null if nobody has entered it."
    )

    @classmethod
    def details(cls, page: HomePage, resolver: ReferenceResolver) -> dict[str, Any]:
        return {"headline": page.headline, "contacts": contacts_for(resolver)}

    def texts(self) -> Iterator[str]:
        yield self.headline
        yield from super().texts()


class EasyToReadDocument(BasePageDocument[EasyToReadPage]):
    """A page in easy-to-read language."""

    type: Literal["easy_to_read"] = "easy_to_read"
    standard_version: PageLink | None = Field(
        default=None,
        description="The page that it says in easier words; null if that is not public.",
    )

    @classmethod
    def details(cls, page: EasyToReadPage, resolver: ReferenceResolver) -> dict[str, Any]:
        return {"standard_version": resolver.link(page.standard_version_id)}


class StandardDocument(BasePageDocument):
    """A page of text, such as contacts or accessibility."""

    type: Literal["standard"] = "standard"


class MethodIndexDocument(BasePageDocument):
    """The page that lists the methods."""

    type: Literal["method_index"] = "method_index"


class Milestone(Schema):
    """A milestone of the timeline."""

    year: int = Field(description="The year, in four digits.")
    title: str = Field(description="The title, as plain text.")
    text: str = Field(description="The description, as plain text; may be empty.")


class LaboratoryDescription(Schema):
    """What one of the laboratories does."""

    name: str = Field(description="The name, in the language of `locale`.")
    description: str = Field(description="The description, as plain text; may be empty.")
    locale: str = Field(description="The language of both, as a BCP 47 tag.", examples=["lv"])


class MissionDocument(BasePageDocument[MissionPage]):
    """The mission of the laboratory. The laboratories are in `terms`."""

    type: Literal["mission"] = "mission"
    statement: str = Field(description="The mission in one sentence.")
    vision: list[str] = Field(description="The points of the vision, as plain text.")
    why: str = Field(description="The reason why the laboratory exists, as safe HTML.")
    timeline: list[Milestone] = Field(description="The milestones, in the editors' order.")
    laboratories: list[LaboratoryDescription] = Field(
        default=[], description="The laboratories, in the editors' order."
    )

    @classmethod
    def terms_of(cls, page: MissionPage) -> list[Term]:
        return [
            row.laboratory
            for row in in_order(page.laboratories.select_related("laboratory__locale"))
        ]

    @classmethod
    def details(cls, page: MissionPage, resolver: ReferenceResolver) -> dict[str, Any]:
        return {
            "statement": page.statement,
            "vision": [row.text for row in in_order(page.vision.all())],
            "why": resolver.html(page.why),
            "timeline": [
                Milestone(year=row.year, title=row.title, text=row.text)
                for row in in_order(page.timeline.all())
            ],
            "laboratories": [
                LaboratoryDescription(
                    name=term.name, description=term.description, locale=term.locale.language_code
                )
                for term in resolver.named_terms(cls.terms_of(page))
            ],
        }

    def texts(self) -> Iterator[str]:
        yield self.statement
        yield from self.vision
        yield plain(self.why)
        for milestone in self.timeline:
            yield f"{milestone.year} {milestone.title}"
            yield milestone.text
        yield from super().texts()


class Duration(Schema):
    """How long the method takes."""

    min: int | None = Field(description="The minimum, in `unit`; null if there is none.")
    max: int | None = Field(description="The maximum, in `unit`; null if there is none.")
    unit: DurationUnit = Field(description="The unit of `min` and `max`.")

    @property
    def label(self) -> str:
        """For readers, in the active language; empty if the duration is not known."""
        return duration_label(self.min, self.max, self.unit)

    @property
    def needed(self) -> TimeNeeded | None:
        return time_needed(self.min, self.max, self.unit)


class People(Schema):
    """How many people take part."""

    min: int | None = Field(description="The minimum; null if there is none.")
    max: int | None = Field(description="The maximum; null if there is none.")

    @property
    def label(self) -> str:
        """For readers, in the active language; empty if the number is not known."""
        return people_label(self.min, self.max)

    @property
    def sizes(self) -> list[GroupSize]:
        return group_sizes(self.min, self.max)


class MethodStep(Schema):
    """One step of the method."""

    title: str = Field(description="The title, as plain text.")
    text: str = Field(description="The instructions, as plain text.")
    image: Image | None = Field(description="The picture of the step; null if there is none.")


class Source(Schema):
    """A publication that the method comes from."""

    title: str = Field(description="The title of the publication.")
    publisher: str = Field(description="The publisher or author; may be empty.")
    url: str = Field(description="The URL of the publication; may be empty.")


class MethodDocument(BasePageDocument[MethodPage]):
    """A way of working, step by step."""

    type: Literal["method"] = "method"
    purpose: str = Field(description="The purpose of the method, as plain text.")
    phase: Phase = Field(description="The phase of design thinking that the method belongs to.")
    difficulty: Difficulty = Field(description="How difficult the method is to apply.")
    duration: Duration = Field(description="How long the method takes.")
    people: People = Field(description="How many people take part.")
    steps: list[MethodStep] = Field(description="The steps, in order.")
    materials: list[File] = Field(description="The materials to download.")
    sources: list[Source] = Field(description="The publications that the method comes from.")

    @classmethod
    def details(cls, page: MethodPage, resolver: ReferenceResolver) -> dict[str, Any]:
        materials = in_order(page.materials.select_related("document__collection"))
        files = [resolver.file(row.document, row.title) for row in materials]
        return {
            "purpose": page.purpose,
            "phase": page.phase,
            "difficulty": page.difficulty,
            "duration": Duration(
                min=page.duration_min,
                max=page.duration_max,
                unit=DurationUnit(page.duration_unit),
            ),
            "people": People(min=page.people_min, max=page.people_max),
            "steps": [
                MethodStep(
                    title=row.title, text=row.text, image=resolver.image(row.image, row.image_alt)
                )
                for row in in_order(page.steps.select_related("image"))
            ],
            "materials": [file for file in files if file],
            "sources": [
                Source(title=row.title, publisher=row.publisher, url=safe_url(row.url))
                for row in in_order(page.sources.all())
            ],
        }

    def motif(self) -> str:
        return self.phase.value

    def texts(self) -> Iterator[str]:
        yield self.purpose
        for step in self.steps:
            yield step.title
            yield step.text
        yield from super().texts()
        for file in self.materials:
            yield file.title

    def headings(self) -> Iterator[str]:
        for step in self.steps:
            yield step.title
        yield from super().headings()
