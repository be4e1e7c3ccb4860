"""Error pages of the administration, which say what becomes of the text that was being saved.

They need no database. The text itself is not repeated: the browser has it (`static/editing/
keep.js`), and a request without a valid token may not come from this site's form.
"""

import sys

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.views import csrf, defaults

from govlab.delivery.database_errors import RETRY_AFTER, is_temporary
from govlab.security.error_pages import error_page


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    return _not_saved(request, 403) or csrf.csrf_failure(request, reason)


def server_error(request: HttpRequest) -> HttpResponseBase:
    """Called while the exception is handled. A database that is away is 503, which search engines
    and proxies do not take for the page's end."""
    status = 503 if is_temporary(sys.exc_info()[1]) else 500
    return _not_saved(request, status) or error_page(status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Among others for forms with more fields or text than a request may have."""
    return _not_saved(request, 400) or defaults.bad_request(request, exception)


def _not_saved(request: HttpRequest, status: int) -> HttpResponse | None:
    if request.method != "POST" or not request.path.startswith(reverse("wagtailadmin_home")):
        return None
    text = render_to_string(
        "editing/keeping/not_saved.html", {"address": request.path, "status": status}
    )
    response = HttpResponse(text, status=status)
    if status == 503:
        response["Retry-After"] = str(RETRY_AFTER)
    return response
