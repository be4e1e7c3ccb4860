"""The schemas of case studies."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, ClassVar, Literal

from django.utils import timezone
from pydantic import Field

from govlab.core.schemas.page import BasePageDocument
from govlab.core.vocabularies import Term
from govlab.delivery.documents.rows import in_order
from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.block import plain
from govlab.delivery.schemas.images import Image
from govlab.delivery.schemas.links import File, PageLink
from govlab.delivery.schemas.resolver import ReferenceResolver

from .choices import Stage
from .models import CasePage
from .outcomes import Outcome, UnmeasuredOutcome, measured, unmeasured
from .period import period_label


class CaseIndexDocument(BasePageDocument):
    """The page that lists the case studies."""

    type: Literal["case_index"] = "case_index"


class ResultsDocument(BasePageDocument):
    """The page with the outcomes of all cases, which are in their own documents."""

    type: Literal["results"] = "results"


class Period(Schema):
    """The period in which the work was done."""

    start: date | None = Field(
        description="The first day, as an ISO 8601 date; null if it is not known."
    )
    end: date | None = Field(
        description="The last day, as an ISO 8601 date; null while the work continues."
    )


class GalleryImage(Schema):
    """A picture of the case."""

    image: Image = Field(description="The picture.")
    caption: str = Field(description="The caption, as plain text; may be empty.")


class CaseDocument(BasePageDocument[CasePage]):
    """A case study. The laboratory, institutions and topics are in `terms`."""

    joined_objects: ClassVar[Sequence[str]] = [
        *BasePageDocument.joined_objects,
        "laboratory__locale",
    ]
    joined_rows: ClassVar[Mapping[str, Sequence[str]]] = {
        "institutions": ["institution__locale"],
        "topics": ["topic__locale"],
        "methods": [],
        "outcomes": [],
        "gallery": ["image"],
        "attachments": ["document__collection"],
    }

    type: Literal["case"] = "case"
    stage: Stage = Field(description="The stage of development of the solution.")
    period: Period = Field(description="The period in which the work was done.")
    challenge: str = Field(description="The problem, as safe HTML.")
    process: str = Field(description="What was tried, as safe HTML; may be empty.")
    outcomes: list[Outcome] = Field(description="The measured results, in order.")
    unmeasured: list[UnmeasuredOutcome] = Field(
        default=[], description="The results that were not measured, with the reasons, in order."
    )
    stopped: str = Field(
        default="",
        description="Why the work was given up, as plain text; empty if it was not.",
    )
    lessons: str = Field(description="What was learnt, as safe HTML; may be empty.")
    methods: list[PageLink] = Field(description="The public pages of the methods used.")
    gallery: list[GalleryImage] = Field(description="The pictures of the case, in order.")
    documents: list[File] = Field(description="The attachments to download.")

    @classmethod
    def terms_of(cls, page: CasePage) -> list[Term]:
        institutions = in_order(page.institutions.all())
        topics = in_order(page.topics.all())
        return [
            *([page.laboratory] if page.laboratory else []),
            *(row.institution for row in institutions),
            *(row.topic for row in topics),
        ]

    @classmethod
    def details(cls, page: CasePage, resolver: ReferenceResolver) -> dict[str, Any]:
        files = [resolver.file(row.document, row.title) for row in in_order(page.attachments.all())]
        outcomes = in_order(page.outcomes.all())
        return {
            "stage": page.stage,
            "period": Period(start=page.period_start, end=page.period_end),
            "challenge": resolver.html(page.challenge),
            "process": resolver.html(page.process),
            "lessons": resolver.html(page.lessons),
            "outcomes": [measured(row) for row in outcomes if row.after is not None],
            "unmeasured": [unmeasured(row) for row in outcomes if row.after is None],
            "stopped": page.stopped,
            "methods": resolver.links([row.method_id for row in in_order(page.methods.all())]),
            "gallery": [
                GalleryImage(image=image, caption=row.caption)
                for row in in_order(page.gallery.all())
                if (image := resolver.image(row.image, row.alt))
            ],
            "documents": [file for file in files if file],
        }

    @classmethod
    def sort_date(cls, page: CasePage) -> datetime | None:
        start = page.period_start
        return timezone.make_aware(datetime.combine(start, time.min)) if start else None

    @property
    def period_label(self) -> str:
        """For readers, in the active language; empty if the start is not known."""
        return period_label(self.period.start, self.period.end, bool(self.stopped))

    @property
    def change(self) -> int:
        """The change of the first outcome in per cent; 0 if there is none, or none to name."""
        return (self.outcomes[0].change_percent or 0) if self.outcomes else 0

    def shown_pages(self) -> Iterator[int]:
        for method in self.methods:
            yield method.id
        yield from super().shown_pages()

    def belt_pages(self) -> Iterator[int]:
        for method in self.methods:
            yield method.id

    def texts(self) -> Iterator[str]:
        for html in (self.challenge, self.process, self.lessons):
            yield plain(html)
        yield self.stopped
        for outcome in self.outcomes:
            yield outcome.metric
        for missing in self.unmeasured:
            yield missing.metric
            yield missing.reason
        for picture in self.gallery:
            yield picture.caption
        yield from super().texts()
        yield str(self.stage.label)
        for file in self.documents:
            yield file.title
