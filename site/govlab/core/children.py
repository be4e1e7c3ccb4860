"""Ordered, translatable rows that belong to a page.

Rows are the only way pages relate to terms, documents and each other here: wagtail-localize copies
and translates them, and Wagtail's reference index sees their foreign keys. A many-to-many field has
neither (system check govlab.E003).
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin


class PageRow(TranslatableMixin, Orderable):
    """Subclasses add a ParentalKey named `page` and their fields."""

    sort_order: int | None

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Rows that code gives a page come in the order in which it gives them."""
        if self.sort_order is None:
            manager: Any = type(self)._default_manager
            rows = manager.filter(page_id=getattr(self, "page_id", None))
            last = rows.aggregate(last=models.Max("sort_order"))["last"]
            self.sort_order = 0 if last is None else last + 1
        super().save(*args, **kwargs)


class TopicRow(PageRow):
    topic = models.ForeignKey(
        "core.Topic", verbose_name=_("topic"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("topic")]

    class Meta(PageRow.Meta):
        abstract = True


class AttachmentRow(PageRow):
    """A file to download, under a title of its own or the file's."""

    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    title = models.CharField(
        _("title"), max_length=160, blank=True, help_text=_("Left empty, the document's own.")
    )

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(PageRow.Meta):
        abstract = True
