"""Months and weeks, as people here count them: in the project's time zone, from Monday on."""

import calendar
import datetime as dt
from dataclasses import dataclass

from django.utils import timezone
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True)
class Month:
    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> "Month | None":
        """Return the month of “2026-11”; None if it is none that can be shown."""
        year, _, month = text.partition("-")
        if not (_is_number(year, 4) and _is_number(month, 2)):
            return None
        found = cls(int(year), int(month))
        is_known = 1 <= found.month <= 12 and FIRST_YEAR <= found.year <= LAST_YEAR
        return found if is_known else None

    @classmethod
    def current(cls) -> "Month":
        today = timezone.localdate()
        return cls(today.year, today.month)

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}"

    @property
    def name(self) -> str:
        """The name of the month by itself, in the nominative."""
        name = str(MONTHS[self.month])
        return name.lower() if get_language() == "lv" else name

    @property
    def title(self) -> str:
        """The month with its year, as each language says it: “2026. gada novembris”."""
        return _("%(month)s %(year)d") % {"month": self.name, "year": self.year}

    @property
    def first(self) -> dt.date:
        return dt.date(self.year, self.month, 1)

    @property
    def start(self) -> dt.datetime:
        return _midnight(self.first)

    @property
    def end(self) -> dt.datetime:
        return self.next.start

    @property
    def next(self) -> "Month":
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def previous(self) -> "Month":
        return Month(self.year - (self.month == 1), (self.month - 2) % 12 + 1)

    def weeks(self) -> list[list[dt.date]]:
        """Return the weeks, with the days of the neighbouring months that complete them."""
        return calendar.Calendar(calendar.MONDAY).monthdatescalendar(self.year, self.month)


def day_name(day: dt.date) -> str:
    """Return “Friday, 27 November”, “Piektdiena, 27. novembris”."""
    values = {
        "weekday": str(WEEKDAYS[day.weekday()]).capitalize(),
        "day": day.day,
        "month": Month(day.year, day.month).name,
    }
    return pgettext("day of a calendar", "%(weekday)s, %(day)d %(month)s") % values


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


def _is_number(text: str, digits: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) == digits
