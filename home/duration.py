"""Durations as people say them, in the three plural forms of Latvian."""

from django.utils.translation import ngettext

from .choices import DurationUnit


def duration_label(shortest: int | None, longest: int | None, unit: str) -> str:
    """“60–90 minutes”; the longer end decides the plural. Empty when nothing is known."""
    low, high = shortest or longest, longest or shortest
    if low is None or high is None:
        return ""
    span = str(low) if low == high else f"{low}–{high}"
    match unit:
        case DurationUnit.MINUTES:
            return ngettext("%(span)s minute", "%(span)s minutes", high) % {"span": span}
        case DurationUnit.HOURS:
            return ngettext("%(span)s hour", "%(span)s hours", high) % {"span": span}
        case DurationUnit.DAYS:
            return ngettext("%(span)s day", "%(span)s days", high) % {"span": span}
        case _:
            return ngettext("%(span)s week", "%(span)s weeks", high) % {"span": span}


def people_label(fewest: int | None, most: int | None) -> str:
    low, high = fewest or most, most or fewest
    if low is None or high is None:
        return ""
    span = str(low) if low == high else f"{low}–{high}"
    return ngettext("%(span)s person", "%(span)s people", high) % {"span": span}
