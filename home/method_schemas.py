"""The schemas of methods and of their catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Literal

from pydantic import Field

from govlab.core.schemas.page import BasePageDocument
from govlab.delivery.documents.rows import in_order
from govlab.delivery.safe_urls import safe_url
from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.images import Image
from govlab.delivery.schemas.links import File
from govlab.delivery.schemas.resolver import ReferenceResolver

from .choices import Difficulty, DurationUnit, GroupSize, Phase, TimeNeeded
from .duration import duration_label, group_sizes, people_label, time_needed
from .models import MethodPage


class MethodIndexDocument(BasePageDocument):
    """The page that lists the methods."""

    type: Literal["method_index"] = "method_index"


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

    joined_rows: ClassVar[Mapping[str, Sequence[str]]] = {
        "steps": ["image"],
        "materials": ["document__collection"],
        "sources": [],
    }

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
        materials = in_order(page.materials.all())
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
                for row in in_order(page.steps.all())
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
        yield str(self.phase.label)
        for file in self.materials:
            yield file.title

    def headings(self) -> Iterator[str]:
        for step in self.steps:
            yield step.title
        yield from super().headings()
