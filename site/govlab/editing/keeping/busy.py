"""A busy database is a message and a retry, not an error page.

The request's transaction has been rolled back by then. Reading is repeated here. What was to be
saved comes back as a form with a button that sends it again: repeating it unasked could send
e-mails and store files twice.
"""

import re
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from govlab.delivery.changes import SAFE
from govlab.delivery.database_errors import is_busy

from .language import in_language_of

View = Callable[..., HttpResponseBase]

# Seconds before each repetition of a read, unless waiting for the lock has taken long already.
PAUSES = (0.1, 0.4)
LONGEST_WAIT = 5.0
RETRY_AFTER = "5"
_SECRET = re.compile(r"password|passphrase", re.IGNORECASE)


def offers_retry(view: View) -> View:
    """A decorator outside the request's transaction."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        began = time.monotonic()
        for pause in (*PAUSES, None) if request.method in SAFE else (None,):
            try:
                return _rendered(view(request, *args, **kwargs))
            except OperationalError as error:
                if not is_busy(error):
                    raise
            if pause is None or time.monotonic() - began > LONGEST_WAIT:
                break
            time.sleep(pause)
        return _busy(request)

    return wrapped


def _rendered(response: HttpResponseBase) -> HttpResponseBase:
    """Templates query the database too; Django would render them outside this decorator."""
    render_now = getattr(response, "render", None)
    return render_now() if callable(render_now) else response


def _busy(request: HttpRequest) -> HttpResponse:
    with in_language_of(request):
        response = _response(request)
    response["Retry-After"] = RETRY_AFTER
    response["Cache-Control"] = "no-store"
    return response


def _response(request: HttpRequest) -> HttpResponse:
    if not request.accepts("text/html") or _is_script(request):
        text = _("The system is busy. Try again in a moment.")
        failure = {"success": False, "error_code": "busy", "error_message": text}
        return JsonResponse(failure, status=503)
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    # A password does not belong into the source of a page.
    resend = request.method not in SAFE and not any(_SECRET.search(name) for name, _v in fields)
    context = {
        "fields": [pair for pair in fields if pair[0] != "csrfmiddlewaretoken"],
        "resend": resend,
        "files": bool(request.FILES),
        "address": request.get_full_path(),
    }
    return render(request, "editing/keeping/busy.html", context, status=503)


def _is_script(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "XMLHttpRequest"
