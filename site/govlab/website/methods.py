"""Which HTTP methods public addresses take: those that read, and POST where forms are sent to.

One place for all of them: views decide only after the check of CSRF tokens, whose answer to any
POST would be 403, and Wagtail's view of pages takes whatever comes. The API and the administration,
which stand beside, see to their own.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.urls import reverse

from govlab.delivery.languages import match_of_path
from govlab.security.middleware import PASSWORD_VIEWS

from .reader.representations import at_path

READ = ("GET", "HEAD", "OPTIONS")
SEND = ("GET", "HEAD", "POST", "OPTIONS")
# The names of the URLs that forms are sent to.
FORMS = PASSWORD_VIEWS | {"wagtailcore_login", "problem", "useful"}


class MethodsMiddleware:
    """Stands above the sessions, so that a refusal costs no query."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method in ("GET", "HEAD"):
            return self.get_response(request)
        methods = allowed_methods(request.path_info)
        if request.method == "OPTIONS" and methods:
            return HttpResponse(headers={"Allow": ", ".join(methods)})
        if methods and request.method not in methods:
            return HttpResponseNotAllowed(methods)
        return self.get_response(request)


def allowed_methods(path: str) -> tuple[str, ...]:
    """Return the methods of a public address; nothing for any other, and where there is none."""
    if path.startswith(reverse("wagtailadmin_home")):
        return ()
    if path.startswith(settings.STATIC_URL):
        return READ
    # Other representations of pages have no URL patterns.
    page = at_path(path)
    match = match_of_path(page[0] if page else path)
    if match is None:
        return ()
    return SEND if match.view_name in FORMS else READ
