"""Problems that readers report, stored until they are answered or their time is over."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .references import new_reference


class ProblemState(models.TextChoices):
    NEW = "new", _("New")
    IN_PROGRESS = "in_progress", pgettext_lazy("problem", "In progress")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed")


class ProblemSource(models.TextChoices):
    SITE = "site", _("Form on the site")
    API = "api", _("API")


class Problem(models.Model):
    """Whoever reported it agreed that it is stored until `delete_on`."""

    reference = models.CharField(
        _("reference number"), max_length=20, unique=True, default=new_reference, editable=False
    )
    # One per sent form, so that a form that is sent twice is stored once.
    submission = models.UUIDField(unique=True, default=uuid4, editable=False)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    delete_on = models.DateField(_("stored until"), editable=False)
    source = models.CharField(_("source"), max_length=10, choices=ProblemSource, editable=False)
    locale = models.CharField(_("language"), max_length=12, editable=False)

    problem = models.TextField(_("problem"), editable=False)
    affected = models.TextField(_("who is affected"), blank=True, editable=False)
    institution = models.CharField(_("institution"), max_length=200, blank=True, editable=False)
    name = models.CharField(_("name"), max_length=120, blank=True, editable=False)
    email = models.EmailField(_("e-mail"), blank=True, editable=False)

    state = models.CharField(
        _("state"), max_length=12, choices=ProblemState, default=ProblemState.NEW
    )
    note = models.TextField(
        _("internal note"), blank=True, max_length=3000, help_text=_("Not sent to the reader.")
    )
    answer = models.TextField(_("answer"), blank=True, max_length=5000, editable=False)
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("answered by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # When the laboratory was told; null until then.
    notified_at = models.DateTimeField(null=True, editable=False)

    # It names no page, picture or file.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("problem")
        verbose_name_plural = _("problems")
        # Only readers add problems.
        default_permissions = ("view", "change", "delete")
        indexes = [
            models.Index(fields=["delete_on"], name="contact_problem_delete_on"),
            models.Index(
                fields=["received_at"],
                condition=models.Q(notified_at=None),
                name="contact_problem_untold",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
