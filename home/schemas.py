"""The schemas of the front page, the mission, easy-to-read and standard pages."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Literal

from pydantic import Field

from govlab.core.schemas.contacts import Contacts, contacts_for
from govlab.core.schemas.page import BasePageDocument
from govlab.core.vocabularies import Term
from govlab.delivery.documents.rows import in_order
from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.block import plain
from govlab.delivery.schemas.links import PageLink
from govlab.delivery.schemas.resolver import ReferenceResolver

from .models import EasyToReadPage, HomePage, MissionPage


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

    joined_rows: ClassVar[Mapping[str, Sequence[str]]] = {
        "laboratories": ["laboratory__locale"],
        "vision": [],
        "timeline": [],
    }

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
        return [row.laboratory for row in in_order(page.laboratories.all())]

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
