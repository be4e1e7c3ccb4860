"""Serves the ready-made sizes of pictures that documents point to."""

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model

from .documents.pictures import DIGEST_LENGTH, FORMATS, widths

# Addresses hold a digest of the file, so what they gave once they give for ever.
FOR_EVER = "public, max-age=31536000, immutable"
_WAGTAIL_FORMATS = {"avif": "avif", "webp": "webp", "jpg": "jpeg"}


@require_safe
def picture(
    request: HttpRequest, image_id: int, digest: str, width: int, extension: str
) -> FileResponse:
    """404 for a size that no document names, and for a file that was replaced since."""
    image = get_object_or_404(get_image_model(), pk=image_id)
    if (
        extension not in FORMATS
        or width not in widths(image.width)
        or image.get_file_hash()[:DIGEST_LENGTH] != digest
    ):
        raise Http404
    rendition = image.get_rendition(f"width-{width}|format-{_WAGTAIL_FORMATS[extension]}")
    response = FileResponse(rendition.file.open("rb"), content_type=FORMATS[extension])
    response["Cache-Control"] = FOR_EVER
    response["Access-Control-Allow-Origin"] = "*"
    return response
