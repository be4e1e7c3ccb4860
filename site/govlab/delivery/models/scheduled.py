from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class ScheduledAction(models.TextChoices):
    PUBLISH = "publish", _("Publication")
    EXPIRE = "expire", _("Expiry")


class ScheduledFailure(models.Model):
    """Scheduled work that was due and could not be done; it is tried again until it can be.

    There is one row for an object and action, and none once the work is done or called off. It
    holds no schedule: that stands in Wagtail's own columns until the publication itself clears it.
    """

    action = models.CharField(max_length=10, choices=ScheduledAction.choices)
    # Of the model that keeps the schedule: for pages `wagtailcore.Page`, as in Wagtail's revisions.
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    content_object = GenericForeignKey(for_concrete_model=False)
    # Another revision that is scheduled instead is other work, and is tried at once.
    revision_id = models.BigIntegerField(null=True, blank=True)
    due_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    tried_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    # What keeps it, as an editor reads it, by language code.
    reasons = models.JSONField(default=dict)
    # The same as an administrator reads it.
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
        """In the active language, or in whichever is there."""
        reasons: dict[str, str] = self.reasons
        return reasons.get(get_language() or "", "") or next(iter(reasons.values()), "")
