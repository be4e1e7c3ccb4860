"""The page for addresses that nothing answers: not found, or withdrawn with words for readers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import page_not_found as not_found

from govlab.delivery.models import Document


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Respond with 410 and the editors' explanation if they withdrew the page with one."""
    documents = Document.at_path(request.path).order_by("-live", "-sequence")
    latest = documents.values_list("live", "explanation").first()
    if latest is None or latest[0] or not latest[1]:
        response: HttpResponse = not_found(request, exception)
        return response
    gone = render(request, "410.html", {"explanation": latest[1]}, status=410)
    # Browsers would keep it for ever, and the page may be restored.
    gone["Cache-Control"] = "no-cache"
    return gone
