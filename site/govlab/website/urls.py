"""URLs of the site's own views, under the language prefix."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView

from .calendars import event_calendar, events_calendar
from .search import search_page

urlpatterns = [
    path("events.ics", events_calendar, name="events_calendar"),
    path("<path:page>/event.ics", event_calendar, name="event_calendar"),
    path(_("search/"), search_page, name="search"),
    # Where the page was before, as others may have linked to it.
    path(
        "meklesana/",
        RedirectView.as_view(pattern_name="search", permanent=True, query_string=True),
    ),
]
