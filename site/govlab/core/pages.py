"""The base class of page types."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, ClassVar

from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import StreamValue
from wagtail.models import COMMENTS_RELATION_NAME, Locale, Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from govlab.delivery.public import is_below_unpublished
from govlab.delivery.site_address import corrected_root

from .blocks import BodyBlock, JSONStreamField
from .change_notes import keep_note
from .copy_form import PageCopyForm
from .page_forms import PageForm
from .publication import gate
from .reference_index import indexed_once
from .rendering import page_context
from .translation.drafts import keeps_live_row
from .translation.menu_panel import MenuPanel
from .translation.states import TranslationState, translation_state

# The layout that includes the template of a page type. The website provides it, like Django's
# 404.html.
LAYOUT = "page.html"


class BasePage(Page):
    """A page with title, summary, listing image and body."""

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
            "What the picture shows, for people who do not see it. Leave empty if it is decorative."
        ),
    )
    body: StreamValue = JSONStreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    is_sample = models.BooleanField(
        _("sample content"),
        default=False,
        help_text=_("The page is an example, not the laboratory's own work; readers are told so."),
    )

    # After how many months somebody should look whether the page is still true; None if never.
    review_months: ClassVar[int | None] = 12
    # Whether readers are asked if the page was useful to them.
    asks_usefulness: ClassVar[bool] = True

    base_form_class = PageForm
    copy_form_class = PageCopyForm

    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("listing_image"), FieldPanel("listing_image_alt")],
            heading=_("Listing image"),
        ),
    ]
    promote_panels: ClassVar[list[Any]] = [*Page.promote_panels, MenuPanel()]
    body_panels: ClassVar[list[Any]] = [FieldPanel("body")]
    settings_panels: ClassVar[list[Any]] = [
        *Page.settings_panels,
        FieldPanel("change_note"),
        FieldPanel("review_on"),
        FieldPanel("is_sample"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
    ]

    class Meta:
        abstract = True

    def save(
        self,
        clean: bool = True,
        user: Any = None,
        log_action: bool | str | None = False,
        **kwargs: Any,
    ) -> Any:
        """Pass the publication gate if the page is live. Raises PageRefused."""
        is_bookkeeping = gate.is_bookkeeping(kwargs.get("update_fields"))
        if not is_bookkeeping:
            if keeps_live_row(self):
                return None
            gate.hold_back_foreign_alias(self)
            if self.live:
                gate.ensure_publishable(self)
                clean = False
        # Bookkeeping writes comments too, if there are any to write; they name accounts.
        comments: Any = getattr(self, COMMENTS_RELATION_NAME)
        has_references = not is_bookkeeping or comments.is_deferring
        with indexed_once(self, has_references=has_references):
            return super().save(clean=clean, user=user, log_action=log_action, **kwargs)

    def full_clean(self, exclude: Iterable[str] | None = None, *args: Any, **kwargs: Any) -> None:
        """Leave out what forms leave out too: what Wagtail itself sets, of which each key would
        cost a query."""
        own = {*gate.BOOKKEEPING, "content_type"}
        super().full_clean({*(exclude or ()), *own}, *args, **kwargs)

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Store the editor's note on what changed with the version.

        Versions of a page are made one after another, so that the latest also has the latest time:
        Wagtail compares both to know whether somebody else has saved meanwhile.
        """
        with transaction.atomic():
            locked = Page.objects.select_for_update(no_key=True).filter(pk=self.pk)
            locked.values("pk").first()
            revision = super().save_revision(*args, **kwargs)
            keep_note(self, revision)
        return revision

    @transaction.atomic
    def add_child(self, **kwargs: Any) -> Any:
        """Lock the rows of this page in the same order as a save does. Treebeard's query locks them
        in reverse order, which could deadlock two editors."""
        Page.objects.select_for_update().filter(pk=self.pk).values("pk").first()
        return super().add_child(**kwargs)

    def get_admin_display_title(self) -> str:
        title: str = super().get_admin_display_title()
        return f"{title} ({_('sample')})" if self.is_sample else title

    @cached_property
    def translation_state(self) -> TranslationState:
        return translation_state(self)

    def get_url_parts(self, request: HttpRequest | None = None) -> Any:
        parts = super().get_url_parts(request)
        if parts is None or parts[1] is None:
            return parts
        site_id, root_url, path = parts
        return site_id, corrected_root(root_url), path

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Return 404 below unpublished pages, and in another language than the page's.

        Wagtail checks only the page itself, and serves the Latvian front page if there is no
        English one.
        """
        if not self.live or (not path_components and self.locale_id != Locale.get_active().pk):
            raise Http404
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.live or is_below_unpublished(self):
            raise Http404
        response: HttpResponse = super().serve(request, *args, **kwargs)
        # Only readers who may see the page get here: everybody else reads the log.
        patch_cache_control(response, private=True, no_store=True)
        return response

    def serve_password_required_response(
        self, request: HttpRequest, form: Any, action_url: str
    ) -> TemplateResponse:
        """Ask for the password without the page's context, which the layout would show."""
        template = "wagtailcore/password_required.html"
        return TemplateResponse(request, template, {"form": form, "action_url": action_url})

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        return LAYOUT

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return context | page_context(self, request)
