from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .titled_list import TitledListBlock


class RelatedPagesBlock(TitledListBlock):
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(label=_("Page")), label=_("Pages"), min_num=1, max_num=6
    )

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Related pages")
        template = "blocks/related_pages.html"
        description = _("Cards that link to other pages of this site.")
        preview_value = {"title": _("Related pages"), "pages": []}
