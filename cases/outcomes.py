"""What cases contain of their outcomes."""

from decimal import Decimal

from django.utils.formats import number_format
from pydantic import Field

from govlab.delivery.schemas.base import Schema

from .charts import Chart, stitch_chart
from .choices import Direction, OutcomeVerdict
from .models import CaseOutcome
from .verdicts import verdict_of


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


def measured(row: CaseOutcome) -> Outcome:
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


def unmeasured(row: CaseOutcome) -> UnmeasuredOutcome:
    return UnmeasuredOutcome(
        metric=row.metric,
        unit=row.unit,
        before=_number(row.before),
        reason=row.not_measured,
    )


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _label(value: float | None) -> str:
    """Return the figure in the active language, with the decimals that it has; empty for None."""
    if value is None:
        return ""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return str(number_format(Decimal(text), use_l10n=True, force_grouping=True))
