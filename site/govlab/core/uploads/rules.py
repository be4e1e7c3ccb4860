"""The rules for uploads, shared by forms and models."""

from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from ..renditions.original import TooManyPixelsError, UnreadablePictureError, decode, upright_size
from ..renditions.turns import patient_encoder
from .contents import fits_extension

MILLION = 1_000_000


def check_document(file: Any) -> None:
    """Check size, extension and content of a new document. Raises ValidationError."""
    _check_size(file, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    FileExtensionValidator(settings.WAGTAILDOCS_EXTENSIONS)(file)
    if not fits_extension(file, file.name):
        raise ValidationError(
            _(
                "The content is not that of a .%(extension)s file. Save it as .%(extension)s in "
                "its program, and upload that file."
            )
            % {"extension": PurePosixPath(file.name).suffix.lower().removeprefix(".")},
            code="wrong_content",
        )


def check_pixels(file: Any) -> None:
    """Check the number of pixels, and that the picture is complete. Raises ValidationError."""
    try:
        # The header first, so that pictures that are too large are never decoded.
        upright_size(file)
        with patient_encoder():
            decode(file)
    except TooManyPixelsError:
        raise ValidationError(
            _("The picture has too many pixels. Make it smaller: at most %(megapixels)s million.")
            % {"megapixels": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // MILLION},
            code="file_too_many_pixels",
        ) from None
    except UnreadablePictureError:
        raise ValidationError(
            _("The file is broken or incomplete. Save the picture again and upload that."),
            code="invalid_image",
        ) from None
    finally:
        file.seek(0)


def _check_size(file: Any, most: int) -> None:
    if file.size > most:
        raise ValidationError(
            # The message of Wagtail's form field.
            _("This file is too big (%(file_size)s). Maximum filesize %(max_filesize)s.")
            % {"file_size": filesizeformat(file.size), "max_filesize": filesizeformat(most)},
            code="file_too_large",
        )
