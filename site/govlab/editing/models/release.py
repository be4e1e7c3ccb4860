"""Releases: drafts of pages, in any languages, that are approved and published together."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ReleaseState(models.TextChoices):
    DRAFT = "draft", _("In preparation")
    SUBMITTED = "submitted", _("Waiting for approval")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Published")


class Timing(models.TextChoices):
    BY_HAND = "by_hand", _("When somebody publishes it here, after its approval")
    APPROVED = "approved", _("As soon as it is approved")
    AT_TIME = "at_time", _("At a set time, if it is approved by then")


class Release(models.Model):
    name = models.CharField(_("name"), max_length=120)
    state = models.CharField(
        _("state"), max_length=10, choices=ReleaseState.choices, default=ReleaseState.DRAFT
    )
    timing = models.CharField(
        _("publication"), max_length=10, choices=Timing.choices, default=Timing.BY_HAND
    )
    # Set if `timing` is a set time.
    go_live_at = models.DateTimeField(_("publication time"), null=True, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("created by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # What it or its items were last changed, so that a failed publication is tried again at once.
    changed_at = models.DateTimeField(auto_now=True)
    # Why it was sent back last; empty after it was submitted again.
    rejection = models.TextField(_("reason for sending back"), blank=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ("-created_at", "-pk")
        # Rights follow from those on its pages.
        default_permissions = ()
        indexes = [models.Index(fields=["state", "go_live_at"], name="editing_release_due")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        return self.state != ReleaseState.PUBLISHED


class ReleaseItem(models.Model):
    """A page in a release, with the revision that is meant."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="items")
    # Null if the page was deleted since: the release must not become smaller unseen.
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="release_items"
    )
    # The last known title, for a page that was deleted.
    title = models.CharField(max_length=255)
    # Null while the release is in preparation, and follows the page's newest draft until then.
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Whether the page was public when the revision was set, to notice if it was unpublished since.
    was_live = models.BooleanField(default=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    # Whether the release is still to be published: a page is in one open release at most.
    is_open = models.BooleanField(default=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("pk",)
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["page"],
                condition=models.Q(is_open=True),
                name="editing_page_in_one_open_release",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} in release {self.release_id}"
