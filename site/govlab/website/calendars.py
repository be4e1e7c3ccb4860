"""Calendars of events: of one, beside its page, and of all upcoming ones in a language.

They are not in the response cache: what is upcoming depends on the time, and they are small.
"""

from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import parse_etags
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from govlab.delivery.api.responses import REVALIDATE
from govlab.delivery.models import Document
from news.calendar import MEDIA_TYPE, calendar
from news.events import LIMIT, parse_events, upcoming_events

from .reader.frame import home_path

GONE = 410


@require_safe
def event_calendar(request: HttpRequest, page: str) -> HttpResponse:
    """The event of one page; 410 once the page is withdrawn, so that calendars drop it."""
    path = request.path.removesuffix("event.ics")
    found = Document.at_path(path).order_by("-live", "-sequence")
    row = found.values_list("live", "type", "json").first()
    if row is None:
        raise Http404("There is no page.")
    live, kind, text = row
    if kind != "news":
        raise Http404("The page is no event.")
    if not live:
        return HttpResponse(
            _("The event was withdrawn."), status=GONE, content_type="text/plain; charset=utf-8"
        )
    events = parse_events([text])
    if not events:
        raise Http404("The news item is no event.")
    return _response(request, calendar(events), "event.ics")


@require_safe
def events_calendar(request: HttpRequest) -> HttpResponse:
    """All upcoming events in the language of the address."""
    language = get_language() or ""
    documents = upcoming_events(language, home_path(language), timezone.now())
    events = parse_events(list(documents.values_list("json", flat=True)[:LIMIT]))
    return _response(request, calendar(events, _("Events of the Innovation Laboratory")))


def _response(request: HttpRequest, body: bytes, filename: str = "") -> HttpResponse:
    """`filename` is for a file to open once; a calendar to subscribe to has none."""
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    known = {
        known.removeprefix("W/") for known in parse_etags(request.headers.get("If-None-Match", ""))
    }
    if tag in known or "*" in known:
        response = HttpResponse(status=304)
        del response["Content-Type"]
    else:
        response = HttpResponse(body, content_type=MEDIA_TYPE)
        if filename:
            response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["ETag"] = tag
    response["Cache-Control"] = REVALIDATE
    response["Content-Language"] = get_language() or ""
    return response
