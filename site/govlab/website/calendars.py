"""Calendars of events: of one, beside its page, and of all upcoming ones in a language.

They are not in the response cache: what is upcoming depends on the time, and they are small.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import parse_etags
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Site

from govlab.delivery.api.responses import REVALIDATE
from govlab.delivery.documents.registry import parse
from govlab.delivery.models import Document
from govlab.delivery.redirects import find_redirect
from govlab.delivery.schemas.page import PageDocument
from news.calendar import MEDIA_TYPE, calendar
from news.events import LIMIT, by_start, upcoming_events, withdrawn_events

from .reader.frame import home_path

GONE = 410


@require_safe
def event_calendar(request: HttpRequest, page: str) -> HttpResponseBase:
    """The event of one page. It answers as the page does: a redirect where that has moved, and 410
    once it is withdrawn, so that calendars drop it."""
    path = request.path.removesuffix("event.ics")
    found = Document.at_path(path).order_by("-live", "-sequence")
    row = found.values_list("live", "type", "json").first()
    if row is None or not row[0]:
        moved = find_redirect(path, Site.find_for_request(request))
        if moved and moved.page_id:
            return redirect(f"{moved.address}event.ics", permanent=moved.permanent)
    if row is None:
        raise Http404("There is no page.")
    live, kind, text = row
    if kind != "news":
        raise Http404("The page is no event.")
    if not live:
        return HttpResponse(
            _("The event was withdrawn."), status=GONE, content_type="text/plain; charset=utf-8"
        )
    events = by_start(_parsed([text]))
    if not events:
        raise Http404("The news item is no event.")
    return _response(request, calendar(events), "event.ics")


@require_safe
def events_calendar(request: HttpRequest) -> HttpResponse:
    """All upcoming events in the language of the address, and those that were withdrawn: a calendar
    may keep what is missing, so it is told that they are cancelled."""
    language = get_language() or ""
    place = language, home_path(language), timezone.now()
    texts = upcoming_events(*place).values_list("json", flat=True)
    events = by_start(_parsed(texts[:LIMIT]))
    name = _("Events of the Innovation Laboratory")
    return _response(request, calendar(events, name, withdrawn_events(*place)[:LIMIT]))


def _parsed(texts: Iterable[str]) -> Iterator[PageDocument]:
    return (parse(json.loads(text)) for text in texts)


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
