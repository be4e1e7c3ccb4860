from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Locale, Page


class RelatedPagesValue(blocks.StructValue):
    @property
    def public_pages(self) -> Sequence[Page]:
        """The chosen pages that readers may see, in the active language where they exist in it.

        One query whatever the number, plus one a page type.
        """
        chosen = [page for page in self["pages"] if page]
        keys = {page.translation_key: position for position, page in enumerate(chosen)}
        active = Locale.get_active()
        candidates = Page.objects.filter(translation_key__in=keys).live().public().specific()
        best: dict[object, Page] = {}
        for page in candidates:
            if page.translation_key not in best or page.locale_id == active.pk:
                best[page.translation_key] = page
        return sorted(best.values(), key=lambda page: keys[page.translation_key])


class RelatedPagesBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
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
