"""What cases contain of their outcomes."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import ngettext
from pydantic import Field

from govlab.delivery.schemas.base import Schema

from .charts import Chart, stitch_chart
from .choices import Direction, OutcomeVerdict
from .models import CaseOutcome
from .verdicts import verdict_of

# With more characters, a figure is too wide for the largest type.
LONG_FIGURE = 6
_PER_CENT = ("%", "procent", "percent", "per cent")


class Outcome(Schema):
    """One measured result."""

    metric: str = Field(description="What was measured.")
    unit: str = Field(description="The unit of `before` and `after`; may be empty.")
    before: float | None = Field(description="The value before; null if it was not measured.")
    after: float = Field(description="The value after.")
    change_percent: int | None = Field(
        description="The change from `before` to `after` in per cent of `before`, rounded; null if "
        "undefined. If `unit` is per cent, this is not the difference in percentage points."
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
    def has_long_figures(self) -> bool:
        return max(len(self.before_label), len(self.after_label)) > LONG_FIGURE

    @property
    def unit_after_figure(self) -> str:
        """The unit with the space before it; empty without a unit."""
        return f"\N{NO-BREAK SPACE}{self.unit}" if self.unit else ""

    @property
    def change_label(self) -> str:
        """The change with its sign; empty where there is none to name.

        That of a share is the difference in percentage points: from 24 % to 63 % is 39 points
        more, and 162 per cent more would make it sound like a figure above a hundred.
        """
        if self.before is None:
            return ""
        if is_share(self.unit):
            return _points(Decimal(str(self.after)) - Decimal(str(self.before)))
        if self.change_percent is None:
            return ""
        return f"{_signed(Decimal(self.change_percent))}\N{NO-BREAK SPACE}%"


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
    shown = number_format(Decimal(text), use_l10n=True, force_grouping=True)
    return str(shown).replace("-", "\N{MINUS SIGN}")


def is_share(unit: str) -> bool:
    """Whether a figure in this unit is a share in per cent, as in “%” or “% of the letters”."""
    return unit.strip().casefold().startswith(_PER_CENT)


def _points(difference: Decimal) -> str:
    # Parts of a point take the form of many.
    number = abs(int(difference)) if difference == int(difference) else 2
    points = ngettext("percentage point", "percentage points", number)
    return f"{_signed(difference)}\N{NO-BREAK SPACE}{points}"


def _signed(change: Decimal) -> str:
    sign = "+" if change > 0 else "\N{MINUS SIGN}" if change < 0 else ""
    return f"{sign}{_label(float(abs(change)))}"
