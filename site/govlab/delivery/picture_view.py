"""Serves the ready-made sizes of pictures that documents point to."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model

from .documents.pictures import DIGEST_LENGTH, FORMATS, EncodersBusyError, widths
from .documents.upright import upright_size

# Addresses hold a digest of the file, so what they gave once they give for ever.
FOR_EVER = "public, max-age=31536000, immutable"
RETRY_AFTER_SECONDS = 5
_WAGTAIL_FORMATS = {"avif": "avif", "webp": "webp", "jpg": "jpeg"}


@require_safe
def picture(
    request: HttpRequest, image_id: int, digest: str, width: int, extension: str
) -> HttpResponseBase:
    """404 for a size that no document names, for a file that was replaced since, and for one that
    is missing or no picture; 503 where too many sizes are being made already."""
    image = get_object_or_404(get_image_model(), pk=image_id)
    if (
        extension not in FORMATS
        or image.is_svg()
        or image.file_hash[:DIGEST_LENGTH] != digest
        or width not in widths(upright_size(image)[0])
    ):
        raise Http404
    try:
        stream = _opened(image, f"width-{width}|format-{_WAGTAIL_FORMATS[extension]}")
    except EncodersBusyError:
        return _busy()
    except OSError:
        raise Http404("The picture's file is missing or broken.") from None
    response = FileResponse(stream, content_type=FORMATS[extension])
    response["Cache-Control"] = FOR_EVER
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _opened(image: Any, spec: str) -> Any:
    """Raises SourceImageIOError, or another OSError of the storage."""
    rendition = image.get_rendition(spec)
    try:
        return rendition.file.open("rb")
    except FileNotFoundError:
        # The record outlived its file, as after a restore: the size is made again.
        rendition.delete()
        return image.get_rendition(spec).file.open("rb")


def _busy() -> HttpResponse:
    response = HttpResponse(status=503, content_type="text/plain; charset=utf-8")
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    response["Cache-Control"] = "no-store"
    return response
