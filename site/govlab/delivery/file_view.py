"""The view that serves uploaded files; `files` decides on access."""

from typing import Any, cast

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model
from wagtail.documents.models import document_served

from . import files

# As short as for API documents, so that withdrawn files leave caches soon.
PUBLIC = "public, max-age=60"
PRIVATE = "private, no-store"
# Types that browsers display without running scripts in the site's origin.
SHOWN_INLINE = frozenset({"application/pdf"})


@require_safe
def file(request: HttpRequest, document_id: str, filename: str) -> HttpResponseBase:
    """Responds with 404 also if the file is missing from storage or its existence is private.

    Range requests are not supported.
    """
    documents = get_document_model().objects.select_related("collection")
    document = get_object_or_404(documents, pk=document_id)
    if document.filename != filename:
        raise Http404("The file has another name.")
    everybody = files.open_to_everybody(document)
    refused = None if everybody else files.refusal(document, request)
    response = refused or _deliver(request, document)
    response["Cache-Control"] = PUBLIC if everybody else PRIVATE
    return response


def _deliver(request: HttpRequest, document: Any) -> HttpResponseBase:
    storage, name = document.file.storage, document.file.name
    try:
        changed = int(storage.get_modified_time(name).timestamp())
        stream = storage.open(name, "rb")
    except (OSError, ValueError):
        raise Http404("The file is missing.") from None
    document_served.send(sender=type(document), instance=document, request=request)
    media_type = document.content_type
    response = FileResponse(
        stream,
        as_attachment=media_type not in SHOWN_INLINE,
        filename=document.filename,
        content_type=media_type,
    )
    etag = quote_etag(document.file_hash) if document.file_hash else None
    if etag:
        response["ETag"] = etag
    response["Last-Modified"] = http_date(changed)
    response["Accept-Ranges"] = "none"
    # Scripts in an uploaded file must not run in the site's origin.
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    # Its signature names HttpResponse, but it reads only headers.
    conditional = get_conditional_response(request, etag, changed, cast(HttpResponse, response))
    if conditional is None or conditional.status_code == response.status_code:
        return response
    stream.close()
    return conditional
