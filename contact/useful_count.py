from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class UsefulCount(models.Model):
    """How many readers found a page useful, or not, on one day."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="useful_counts")
    day = models.DateField(_("day"))
    yes = models.PositiveIntegerField(_("useful"), default=0)
    no = models.PositiveIntegerField(_("not useful"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("usefulness")
        verbose_name_plural = _("usefulness")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "day"], name="contact_useful_count_once")
        ]

    def __str__(self) -> str:
        return f"page {self.page_id}, {self.day}: {self.yes} yes, {self.no} no"
