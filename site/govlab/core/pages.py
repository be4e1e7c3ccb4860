"""What every page type of the site shares."""

from functools import cached_property
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from .admin_titles import admin_title
from .blocks import BodyBlock
from .related import RelatedGroup, related_groups
from .translations import TranslationState, translation_state


class BasePage(Page):
    """Title, summary, listing image and body; subclasses add what is particular to them."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        help_text=_("One or two sentences for lists, search results and shared links."),
    )
    listing_image = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("listing image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown at the top of the page and beside its title in lists."),
    )
    listing_image_alt = models.CharField(
        _("image description"),
        max_length=200,
        blank=True,
        help_text=_(
            "What the picture shows, for people who do not see it. Empty if it only decorates."
        ),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    is_sample = models.BooleanField(
        _("sample content"),
        default=False,
        help_text=_("The page is an example, not the laboratory's own work; readers are told so."),
    )

    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("listing_image"), FieldPanel("listing_image_alt")],
            heading=_("Listing image"),
        ),
    ]
    body_panels: ClassVar[list[Any]] = [FieldPanel("body")]
    settings_panels: ClassVar[list[Any]] = [*Page.settings_panels, FieldPanel("is_sample")]
    search_fields: ClassVar[list[Any]] = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
    ]

    class Meta:
        abstract = True

    def get_admin_display_title(self) -> str:
        title = admin_title(self, super().get_admin_display_title())
        return f"{title} ({_('sample')})" if self.is_sample else title

    @cached_property
    def translation_state(self) -> TranslationState:
        return translation_state(self)

    @cached_property
    def related_groups(self) -> list[RelatedGroup]:
        return related_groups(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["crumbs"] = self.breadcrumbs()
        return context

    def breadcrumbs(self) -> models.QuerySet[Page]:
        """Public ancestors from the home page down to the parent."""
        return self.get_ancestors().filter(depth__gt=1).live().order_by("path")
