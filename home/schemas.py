"""The public form of the front page, the mission, methods and standard pages."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from govlab.core.schemas.page import BasePageDocument
from govlab.core.vocabularies import Term
from govlab.delivery.documents.rows import in_order
from govlab.delivery.safe_urls import safe_url
from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.block import plain
from govlab.delivery.schemas.images import Image
from govlab.delivery.schemas.links import File
from govlab.delivery.schemas.resolver import ReferenceResolver

from .choices import Difficulty, DurationUnit, Phase
from .models import MethodPage, MissionPage


class HomeDocument(BasePageDocument):
    """The front page."""

    type: Literal["home"] = "home"


class StandardDocument(BasePageDocument):
    """A page of text, such as contacts or accessibility."""

    type: Literal["standard"] = "standard"


class MethodIndexDocument(BasePageDocument):
    """The page that lists the methods."""

    type: Literal["method_index"] = "method_index"


class Milestone(Schema):
    """A point of the timeline."""

    year: int
    title: str
    text: str


class MissionDocument(BasePageDocument[MissionPage]):
    """The laboratories are among `terms`."""

    type: Literal["mission"] = "mission"
    statement: str = Field(description="The mission in one sentence.")
    vision: list[str] = Field(description="What is wanted, point by point.")
    why: str = Field(description="Why the laboratory exists, as safe HTML.")
    timeline: list[Milestone] = Field(description="In the editors' order.")

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
    """Either end is open where it is null."""

    min: int | None
    max: int | None
    unit: DurationUnit


class People(Schema):
    """How many take part; either end is open where it is null."""

    min: int | None
    max: int | None


class MethodStep(Schema):
    """One step, in its order."""

    title: str
    text: str = Field(description="Plain text.")
    image: Image | None


class Source(Schema):
    """Where the method comes from."""

    title: str
    publisher: str
    url: str = Field(description="May be empty.")


class MethodDocument(BasePageDocument[MethodPage]):
    """A way of working, step by step."""

    type: Literal["method"] = "method"
    purpose: str = Field(description="What it is good for, as plain text.")
    phase: Phase = Field(description="Of design thinking.")
    difficulty: Difficulty
    duration: Duration
    people: People
    steps: list[MethodStep]
    materials: list[File] = Field(description="To download.")
    sources: list[Source]

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
