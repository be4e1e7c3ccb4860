"""The server's part in keeping input; the browser's part is `static/editing/keep.js`.

A form sends the id of its copy. A response that saved the form tells the browser by a cookie to
delete the copy, one that shows it again to go on with it; anything else (the login page, an error)
leaves it. To restore a
copy, the browser sends it to the form's own view, which shows it without saving.
"""

import re
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.messages import set_level
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from govlab.core.kept_input import restoring

from .account import mark_account
from .language import in_language_of

View = Callable[..., HttpResponseBase]

# Fields that the script adds to forms, and the prefix of the cookies.
COPY = "govlab-copy"
RESTORE = "govlab-restore"
ARRIVED = "govlab_arrived_"
SAVED, SHOWN = "saved", "shown"
# Until the next screen is opened.
ARRIVED_SECONDS = 600
_ID = re.compile(r"[a-z0-9-]{8,40}")
_NO_LEVEL = 1000
# What is not the editor's text, on the page that lists a copy.
_TECHNICAL = re.compile(
    r"csrfmiddlewaretoken|govlab-.*|next|.*-(_FORMS|id|type|order|deleted|count)"
)


def keeps_input(view: View) -> View:
    """The outermost decorator, which sees the final response."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and RESTORE in request.POST and request.user.is_authenticated:
            response = _restored(view, request, *args, **kwargs)
        else:
            response = view(request, *args, **kwargs)
        _tell_arrival(request, response)
        mark_account(request, response)
        return response

    return wrapped


def _restored(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """Show the form with the copy. Nothing is saved, whatever the view does."""
    form = request.POST.copy()
    for name in [name for name in form if name.startswith("action-")]:
        del form[name]
    request.POST = form  # type: ignore[assignment]
    with in_language_of(request):
        messages.warning(request, _what_is_shown(str(form[RESTORE])))
    # The form is not valid only because it must not be saved, which the view would report.
    set_level(request, _NO_LEVEL)
    try:
        with transaction.atomic(), restoring() as state:
            response = view(request, *args, **kwargs)
            transaction.set_rollback(True)
    finally:
        # The default again.
        set_level(request, None)  # type: ignore[arg-type]
    if state.shown or response.status_code != HTTPStatus.FOUND:
        return response
    with in_language_of(request):
        return _listed(request)


def _what_is_shown(kept_at: str) -> str:
    text = _("This is what you typed, and it was not saved. Check it and save it.")
    try:
        at = datetime.fromisoformat(kept_at)
    except ValueError:
        return text
    if timezone.is_naive(at):
        return text
    moment = timezone.localtime(at).strftime(settings.WAGTAIL_DATETIME_FORMAT)
    return _(
        "This is what you typed on %(moment)s, and it was not saved. Check it and save it."
    ) % {"moment": moment}


def _listed(request: HttpRequest) -> HttpResponse:
    """Show the texts to copy them from, where the form cannot show them."""
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        if not _TECHNICAL.fullmatch(name)
        for value in values
        if value.strip()
    ]
    return render(request, "editing/keeping/typed.html", {"typed": typed, "address": request.path})


def _tell_arrival(request: HttpRequest, response: HttpResponseBase) -> None:
    copy = request.POST.get(COPY, "") if request.method == "POST" else ""
    if not _ID.fullmatch(copy) or not (arrival := _arrival(response)):
        return
    response.set_cookie(
        f"{ARRIVED}{copy}",
        arrival,
        max_age=ARRIVED_SECONDS,
        path=reverse("wagtailadmin_home"),
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def _arrival(response: HttpResponseBase) -> str:
    """Whether the form was saved or is shown again; empty if neither."""
    if response.status_code == HTTPStatus.OK:
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        return SHOWN if is_page else ""
    if response.status_code not in {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER}:
        return ""
    at_login = response.headers.get("Location", "").startswith(reverse("wagtailadmin_login"))
    return "" if at_login else SAVED
