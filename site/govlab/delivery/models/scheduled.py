from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class ScheduledAction(models.TextChoices):
    PUBLISH = "publish", _("Publication")
    EXPIRE = "expire", _("Expiry")


class ScheduledFailure(models.Model):
    """A scheduled publication or expiry that failed and is being retried.

    There is one row per object and action, which is deleted once it succeeds or is cancelled. The
    schedule itself stays in Wagtail's columns until the publication clears it.
    """

    action = models.CharField(max_length=10, choices=ScheduledAction.choices)
    # The base model, as in Wagtail's revisions: `wagtailcore.Page` for pages.
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    content_object = GenericForeignKey(for_concrete_model=False)
    # If another revision is scheduled instead, it is tried at once.
    revision_id = models.BigIntegerField(null=True, blank=True)
    due_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    tried_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    # The reason for editors, by language code.
    reasons = models.JSONField(default=dict)
    # The technical reason for administrators.
    error = models.TextField(blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action", "content_type", "object_id"],
                name="delivery_unique_scheduled_failure",
            )
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.content_type_id}:{self.object_id}, {self.attempts} attempts"

    @property
    def reason(self) -> str:
        """The reason in the active language, else in any."""
        reasons: dict[str, str] = self.reasons
        return reasons.get(get_language() or "", "") or next(iter(reasons.values()), "")
