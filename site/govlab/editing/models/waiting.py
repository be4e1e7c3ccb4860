from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class WaitingAction(models.Model):
    """What somebody did to a page and had no right to do to its translation.

    It waits for those who have the right, and shows them what to do.
    """

    class Action(models.TextChoices):
        UNPUBLISH = "unpublish", _("Unpublish")
        DELETE = "delete", _("Delete")
        PRIVACY = "privacy", _("Restrict access")
        MOVE = "move", _("Move")
        MENU = "menu", _("Change the menu")

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )
    action = models.CharField(_("action"), max_length=20, choices=Action.choices)
    # The page that the action was done to; empty if it is gone.
    original_title = models.CharField(max_length=255)
    # The name of the reason, in the language of whoever reads it.
    cause = models.CharField(max_length=20, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["asked_at", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "action"], name="editing_one_waiting_action")
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.page_id}"
