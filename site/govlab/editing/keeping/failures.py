"""Error pages of the administration, which say what becomes of the text that was being saved.

They need no database. The text itself is not repeated: the browser has it (`static/editing/
keep.js`), and a request without a valid token may not come from this site's form.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.views import csrf, defaults


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    return _not_saved(request, 403) or csrf.csrf_failure(request, reason)


def server_error(request: HttpRequest) -> HttpResponseBase:
    return _not_saved(request, 500) or defaults.server_error(request)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Among others for forms with more fields or text than a request may have."""
    return _not_saved(request, 400) or defaults.bad_request(request, exception)


def _not_saved(request: HttpRequest, status: int) -> HttpResponse | None:
    if request.method != "POST" or not request.path.startswith(reverse("wagtailadmin_home")):
        return None
    text = render_to_string(
        "editing/keeping/not_saved.html", {"address": request.path, "status": status}
    )
    return HttpResponse(text, status=status)
