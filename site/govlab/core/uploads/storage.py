"""The storage of uploads, in a directory that no server serves."""

from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.urls import reverse

from .names import safe_name


class UploadStorage(FileSystemStorage):
    """The default storage, so that stored files are private unless a view serves them.

    URLs point to an admin view that serves only pictures, to editors; documents have their own
    view (`Document.url`).
    """

    @property
    def base_location(self) -> str:
        """Read each time: it follows the settings."""
        return str(settings.GOVLAB_UPLOADS_ROOT)

    @property
    def location(self) -> str:
        return str(Path(self.base_location).resolve())

    def get_valid_name(self, name: str) -> str:
        return safe_name(name)

    def url(self, name: str | None) -> str:
        return reverse("govlab_upload", args=[name or ""])
