"""The texts of files, by their digest."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FileState(models.TextChoices):
    READ = "read", _("read")
    # A scanned file has pictures of text.
    EMPTY = "empty", _("has no text, for example because it is scanned")
    PARTLY = "partly", _("only partly readable")
    UNREADABLE = "unreadable", _("not readable")
    # An archive or a picture: no text is expected.
    OTHER = "other", _("holds no text")


class Reason(models.TextChoices):
    ENCRYPTED = "encrypted", _("It is protected by a password, or of an old Office format.")
    BROKEN = "broken", _("It is damaged.")
    TOO_LARGE = "too_large", _("It takes too much time or memory to read.")
    TOO_LONG = "too_long", _("It is long. Only its first part is searched.")
    SCANNED = "scanned", _("Most of its pages have no text, for example because they are scanned.")
    FORMAT = "format", _("Search does not read its format, or it is not what its name says.")
    NO_TEXT_FORMAT = "no_text_format", _("It holds no text.")


class FileText(models.Model):
    """What was read of a file once, for every page that shows it."""

    # SHA-1, as documents have it.
    digest = models.CharField(max_length=40, primary_key=True)
    state = models.CharField(max_length=12, choices=FileState.choices)
    reason = models.CharField(max_length=20, choices=Reason.choices, blank=True)
    text = models.TextField(blank=True)
    read_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.digest
