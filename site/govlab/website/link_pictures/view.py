"""Serves the pictures. Each is drawn once, when it is first asked for, one at a time."""

import json
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from govlab.core.language_middleware import in_no_language
from govlab.core.renditions.turns import Deadline, encoder, only_maker
from govlab.delivery.documents.pictures import EncodersBusyError
from govlab.delivery.models import Document

from .address import digest_of, path_of, subject_of
from .drawing import Subject, draw

# A week: the address changes with the picture, but the page may be withdrawn.
_CACHED = "public, max-age=604800, immutable"
_RETRY_AFTER = "5"


@require_safe
def link_picture(request: HttpRequest, page_id: int, digest: str) -> HttpResponseBase:
    """The picture of a public page. Redirects to the present one from that of an earlier title.

    503 if too many pictures are being made. Raises Http404 if the page is not public.
    """
    row = Document.objects.filter(pk=page_id, live=True).values_list("card_json").first()
    if row is None:
        raise Http404("No public page has this id.")
    card = json.loads(row[0])
    subject = subject_of(card["type"], card["title"], card["locale"])
    if digest != digest_of(subject):
        response: HttpResponseBase = redirect(path_of(page_id, subject))
        response["Cache-Control"] = "no-cache"
        return in_no_language(response)
    try:
        file = _file(page_id, digest, subject)
    except EncodersBusyError:
        return in_no_language(_busy())
    response = FileResponse(file.open("rb"), content_type="image/png")
    response["Cache-Control"] = _CACHED
    response["Surrogate-Key"] = f"page-{page_id}"
    return in_no_language(response)


def _file(page_id: int, digest: str, subject: Subject) -> Path:
    """Return the file of the picture, drawing it if it is missing. Raises EncodersBusyError.

    A page has one file, so their number is that of pages.
    """
    directory = Path(settings.GOVLAB_UPLOADS_ROOT) / "link-pictures" / str(page_id)
    file = directory / f"{digest}.png"
    if file.exists():
        return file
    deadline = Deadline()
    with only_maker(f"link-picture {page_id}", deadline), encoder(deadline):
        if not file.exists():
            directory.mkdir(parents=True, exist_ok=True)
            unfinished = file.with_suffix(".unfinished")
            unfinished.write_bytes(draw(subject))
            unfinished.replace(file)
            for other in directory.iterdir():
                if other != file:
                    other.unlink(missing_ok=True)
    return file


def _busy() -> HttpResponse:
    response = HttpResponse(status=503, content_type="text/plain; charset=utf-8")
    response["Retry-After"] = _RETRY_AFTER
    response["Cache-Control"] = "no-store"
    return response
