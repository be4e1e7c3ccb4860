"""Periods as readers see them, in months."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext


def period_label(start: date | None, end: date | None) -> str:
    """Return, for example, “February–November 2024”, in the active language. Empty without a
    start."""
    if start is None:
        return ""
    if end is None:
        until_now = gettext("still going on")
        return f"{_month(start)} – {until_now}"
    if (start.year, start.month) == (end.year, end.month):
        return _month(start)
    if start.year == end.year:
        return gettext("%(first)s–%(last)s %(year)s") % {
            "first": date_format(start, "F"),
            "last": date_format(end, "F"),
            "year": start.year,
        }
    return f"{_month(start)} – {_month(end)}"


def _month(day: date) -> str:
    return gettext("%(month)s %(year)s") % {"month": date_format(day, "F"), "year": day.year}
