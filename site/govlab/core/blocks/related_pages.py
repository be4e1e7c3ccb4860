from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from govlab.delivery.public import public_counterparts

from .titled_list import TitledListBlock


class RelatedPagesValue(blocks.StructValue):
    @property
    def public_pages(self) -> Sequence[Page]:
        """The chosen pages that readers may see, each once, in the active language where they
        exist in it."""
        chosen = [page for page in self["pages"] if page]
        public = public_counterparts(chosen, specific=True)
        keys = dict.fromkeys(page.translation_key for page in chosen)
        return [public[key] for key in keys if key in public]


class RelatedPagesBlock(TitledListBlock):
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(label=_("Page")), label=_("Pages"), min_num=1, max_num=6
    )

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Related pages")
        template = "blocks/related_pages.html"
        value_class = RelatedPagesValue
        description = _("Cards that lead to other pages of this site.")
        preview_value = {"title": _("Related pages"), "pages": []}
