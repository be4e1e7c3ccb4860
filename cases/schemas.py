"""The schemas of case studies."""

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Literal

from django.utils import timezone
from django.utils.formats import number_format
from pydantic import Field

from govlab.core.schemas.page import BasePageDocument
from govlab.core.vocabularies import Term
from govlab.delivery.documents.rows import in_order
from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.block import plain
from govlab.delivery.schemas.images import Image
from govlab.delivery.schemas.links import File, PageLink
from govlab.delivery.schemas.resolver import ReferenceResolver

from .charts import Chart, stitch_chart
from .choices import Direction, OutcomeVerdict, Stage
from .models import CaseOutcome, CasePage
from .period import period_label
from .verdicts import verdict_of


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


class Outcome(Schema):
    """One measured result."""

    metric: str = Field(description="What was measured.")
    unit: str = Field(description="The unit of `before` and `after`; may be empty.")
    before: float | None = Field(description="The value before; null if it was not measured.")
    after: float = Field(description="The value after.")
    change_percent: int | None = Field(
        description="The change from `before` to `after` in per cent, rounded; null if undefined."
    )
    source: str = Field(description="The source of the figures, as plain text; may be empty.")
    direction: Direction | None = Field(
        default=None,
        description="Which way the figure should move: `lower_is_better` or `higher_is_better`; "
        "null if the publisher does not say.",
    )
    verdict: OutcomeVerdict = Field(
        default=OutcomeVerdict.NOT_JUDGED,
        description="What came of it: `better`, `same` or `worse`; `not_judged` for a change "
        "without a `direction`, `after_only` if `before` was not measured.",
    )
    period: str = Field(
        default="",
        description="When it was measured, as plain text; empty for the period of the case.",
    )

    @property
    def chart(self) -> Chart | None:
        return None if self.before is None else stitch_chart(self.before, self.after)

    @property
    def before_label(self) -> str:
        return _label(self.before)

    @property
    def after_label(self) -> str:
        return _label(self.after)

    @property
    def unit_after_figure(self) -> str:
        """The unit with the space before it; empty without a unit."""
        return f"\N{NO-BREAK SPACE}{self.unit}" if self.unit else ""

    @property
    def change_label(self) -> str:
        """The change with its sign, a true minus included; empty where there is none to name."""
        change = self.change_percent
        if change is None:
            return ""
        return f"{change:+d} %".replace("-", "−") if change else "0 %"


class UnmeasuredOutcome(Schema):
    """A result that should have been measured and was not."""

    metric: str = Field(description="What should have been measured.")
    unit: str = Field(description="The unit of `before`; may be empty.")
    before: float | None = Field(description="The value before; null if it was not measured.")
    reason: str = Field(description="Why it was not measured, as plain text.")

    @property
    def before_label(self) -> str:
        return _label(self.before)

    @property
    def verdict(self) -> OutcomeVerdict:
        return OutcomeVerdict.NOT_MEASURED


class GalleryImage(Schema):
    """A picture of the case."""

    image: Image = Field(description="The picture.")
    caption: str = Field(description="The caption, as plain text; may be empty.")


class CaseDocument(BasePageDocument[CasePage]):
    """A case study. The laboratory, institutions and topics are in `terms`."""

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
        institutions = in_order(page.institutions.select_related("institution__locale"))
        topics = in_order(page.topics.select_related("topic__locale"))
        return [
            *([page.laboratory] if page.laboratory else []),
            *(row.institution for row in institutions),
            *(row.topic for row in topics),
        ]

    @classmethod
    def details(cls, page: CasePage, resolver: ReferenceResolver) -> dict[str, Any]:
        files = [
            resolver.file(row.document, row.title)
            for row in in_order(page.attachments.select_related("document__collection"))
        ]
        outcomes = in_order(page.outcomes.all())
        return {
            "stage": page.stage,
            "period": Period(start=page.period_start, end=page.period_end),
            "challenge": resolver.html(page.challenge),
            "process": resolver.html(page.process),
            "lessons": resolver.html(page.lessons),
            "outcomes": [_measured(row) for row in outcomes if row.after is not None],
            "unmeasured": [
                UnmeasuredOutcome(
                    metric=row.metric,
                    unit=row.unit,
                    before=_number(row.before),
                    reason=row.not_measured,
                )
                for row in outcomes
                if row.after is None
            ],
            "stopped": page.stopped,
            "methods": resolver.links([row.method_id for row in in_order(page.methods.all())]),
            "gallery": [
                GalleryImage(image=image, caption=row.caption)
                for row in in_order(page.gallery.select_related("image"))
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
        for unmeasured in self.unmeasured:
            yield unmeasured.metric
            yield unmeasured.reason
        for picture in self.gallery:
            yield picture.caption
        yield from super().texts()
        for file in self.documents:
            yield file.title


def _measured(row: CaseOutcome) -> Outcome:
    return Outcome(
        metric=row.metric,
        unit=row.unit,
        before=_number(row.before),
        after=float(row.after or 0),
        change_percent=row.change_percent,
        source=row.source,
        direction=Direction(row.direction) if row.direction else None,
        verdict=verdict_of(row.before, row.after, row.direction),
        period=row.period,
    )


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _label(value: float | None) -> str:
    """Return the figure in the active language, with the decimals that it has; empty for None."""
    if value is None:
        return ""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return str(number_format(Decimal(text), use_l10n=True, force_grouping=True))
