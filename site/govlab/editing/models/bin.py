import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..conf import bin_days


class BinEntry(models.Model):
    """A deleted page that can be restored with all pages below it.

    The page stays in Wagtail's tree, below a hidden root (`govlab.core.bin`), so its revisions,
    comments, relations and id stay as they are. The entry has what the move changed.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )
    # Pages that were deleted by one action: an original and its translations.
    batch = models.UUIDField(db_index=True)
    # Changes the translation keys of the pages while they are in the bin, see `bin.keys`.
    mask = models.UUIDField(default=uuid.uuid4)
    title = models.CharField(_("title"), max_length=255)
    slug = models.CharField(max_length=255)
    locale = models.ForeignKey(
        "wagtailcore.Locale", verbose_name=_("language"), on_delete=models.CASCADE
    )
    pages = models.PositiveIntegerField(_("number of pages"))
    # The ids of the former ancestors, from the parent up, and of the sibling before the page.
    place = models.JSONField(default=list)
    place_title = models.TextField(_("place"), blank=True)
    after = models.BigIntegerField(null=True)
    # The id of each page that was published, and that of the published revision, if it has one.
    live_revisions = models.JSONField(default=dict)
    # The redirects that were created with the deletion.
    redirects = models.JSONField(default=list)
    # A `WithdrawalCause`; empty where the page was not public.
    cause = models.CharField(_("reason"), max_length=20, blank=True)
    explanation = models.TextField(_("explanation"), blank=True)
    deleted_at = models.DateTimeField(_("time"), default=timezone.now, db_index=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    # Its reference is no usage of the page.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-deleted_at", "pk"]
        verbose_name = _("page in the bin")
        verbose_name_plural = _("pages in the bin")
        default_permissions = ()
        permissions = [("empty_bin", _("Can delete pages from the bin for good"))]

    def __str__(self) -> str:
        return self.title

    @property
    def was_live(self) -> bool:
        return bool(self.live_revisions)

    @property
    def purged_at(self) -> datetime:
        return self.deleted_at + timedelta(days=bin_days())

    @property
    def days_left(self) -> int:
        """Return the number of days, rounded up, until the page is deleted for good."""
        left = self.purged_at - timezone.now()
        return max(0, left.days + bool(left.seconds))
