"""E-mails that wait to be sent, and what each account wants to be told.

A row is written in the transaction of what it reports, and sent by the worker after the commit, so
a mail server that is down delays nothing but the mail. Sending and recording are two steps: a crash
in between sends a mail twice, never not at all.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class NotificationKind(models.TextChoices):
    SUBMITTED = "submitted", _("Submitted for approval")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Changes requested")
    TRANSLATE = "translate", _("To be translated")


class Notification(models.Model):
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications"
    )
    kind = models.CharField(max_length=10, choices=NotificationKind)
    # What it is about; the original, where it is to be translated.
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    # The language to translate into.
    locale = models.ForeignKey(
        "wagtailcore.Locale", null=True, on_delete=models.CASCADE, related_name="+"
    )
    # The approval that is waited for.
    task_state = models.ForeignKey(
        "wagtailcore.TaskState", null=True, on_delete=models.CASCADE, related_name="+"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Why it was rejected.
    reason = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    # When it was sent, or turned out to need no mail.
    done_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            # One mail for each translation until it is dealt with, which deletes the row.
            models.UniqueConstraint(
                fields=["recipient", "page", "locale"],
                condition=models.Q(kind=NotificationKind.TRANSLATE),
                name="editing_told_once_to_translate",
            ),
            models.UniqueConstraint(
                fields=["recipient", "task_state"],
                condition=models.Q(kind=NotificationKind.SUBMITTED),
                name="editing_told_once_to_approve",
            ),
        ]
        indexes = [models.Index(fields=["done_at", "next_try_at"], name="editing_mail_to_send")]

    def __str__(self) -> str:
        return f"{self.kind}: page {self.page_id}, to {self.recipient_id}"


class PublishedOriginal(models.Model):
    """A page that was published, until the worker has told those who translate it."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    published_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"page {self.page_id}"


class NotificationSettings(models.Model):
    """What Wagtail's user profile does not have. An account without a row has the defaults."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="notification_settings",
    )
    translations = models.BooleanField(
        _("New translation work"),
        default=True,
        help_text=_("An email when an original that you may translate is published."),
    )
    daily_summary = models.BooleanField(
        _("One summary a day"),
        default=False,
        help_text=_("One email each morning with everything that waits for you, not single ones."),
    )
    # The day of the last summary, in the project's time zone.
    last_summary_on = models.DateField(null=True, editable=False)
    # After a failure of the mail server.
    next_summary_try_at = models.DateTimeField(null=True, editable=False)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"of {self.user_id}"
