"""News: what is new, what happens and what came of it."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from govlab.core.children import TopicRow
from govlab.core.pages import BasePage

from .choices import NewsKind


class NewsIndexPage(BasePage):
    asks_usefulness = False
    # Its own text is short; what it lists has dates of its own.
    review_months = 24
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["news.NewsPage"]
    content_panels = [*BasePage.content_panels, *BasePage.body_panels]

    class Meta:
        verbose_name = _("news index")
        verbose_name_plural = _("news indexes")


class NewsPage(BasePage):
    parent_page_types: ClassVar[list[str]] = ["news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    # It reports what happened on a date.
    review_months = None

    date = models.DateField(_("date"), default=timezone.localdate)
    kind = models.CharField(
        _("kind"), max_length=20, choices=NewsKind.choices, default=NewsKind.ANNOUNCEMENT
    )
    institution = models.ForeignKey(
        "core.Institution",
        verbose_name=_("institution"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    event_start = models.DateTimeField(_("event starts"), null=True, blank=True)
    event_end = models.DateTimeField(_("event ends"), null=True, blank=True)
    event_place = models.CharField(_("place"), max_length=200, blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("date"), FieldPanel("kind")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("event_start"), FieldPanel("event_end")]),
                FieldPanel("event_place"),
            ],
            heading=_("Event"),
            help_text=_("Only for news of the kind “event”."),
        ),
        InlinePanel("topics", heading=_("Topics"), label=_("Topic")),
        FieldPanel("institution"),
        *BasePage.body_panels,
    ]
    search_fields = [*BasePage.search_fields, index.FilterField("date"), index.FilterField("kind")]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    @property
    def is_event(self) -> bool:
        return self.kind == NewsKind.EVENT

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.is_event and not self.event_start:
            errors["event_start"] = _("Enter when the event starts.")
        if not self.is_event and (self.event_start or self.event_end or self.event_place):
            errors["kind"] = _(
                "Time and place belong to an event: choose that kind, or clear them."
            )
        if self.event_start and self.event_end and self.event_end < self.event_start:
            errors["event_end"] = _("The event ends before it starts.")
        if errors:
            raise ValidationError(errors)


class NewsTopic(TopicRow):
    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="topics")

    class Meta(TopicRow.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
