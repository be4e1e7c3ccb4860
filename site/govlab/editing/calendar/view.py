"""The calendar by month: a table of weeks on wide screens, a list of days on narrow ones."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext_lazy as _

from ..releases.views import ReleaseAdminView
from .events import Event, events_in
from .months import Month, day_name


@dataclass(frozen=True)
class Day:
    date: dt.date
    is_inside: bool
    events: list[Event]

    @property
    def name(self) -> str:
        return day_name(self.date)


class CalendarView(ReleaseAdminView):
    page_title = _("Calendar")
    header_icon = "calendar"
    template_name = "editing/calendar.html"

    def crumbs(self) -> list[dict[str, Any]]:
        return [{"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("month")
        month = Month.parse(asked) if asked else Month.current()
        if month is None:
            raise Http404
        events = events_in(month, self.request.user)
        weeks = [
            [Day(day, day.month == month.month, events.get(day, [])) for day in week]
            for week in month.weeks()
        ]
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "month": month,
            "weeks": weeks,
            "weekdays": [(WEEKDAYS_ABBR[number], WEEKDAYS[number]) for number in range(7)],
            "number": sum(map(len, events.values())),
            "today": timezone.localdate(),
        }
