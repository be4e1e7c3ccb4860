from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .rich_text import RichTextBlock
from .titled_list import TitledListBlock


class AccordionItemBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=160)
    text = RichTextBlock(label=_("Text"))

    class Meta:
        icon = "list-ul"
        label = _("Item")


class AccordionBlock(TitledListBlock):
    entries = blocks.ListBlock(AccordionItemBlock(), label=_("Items"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Accordion")
        template = "blocks/accordion.html"
        description = _("Questions whose answers open on a click.")
        preview_value = {
            "title": _("Questions and answers"),
            "entries": [{"title": _("Who may take part?"), "text": "<p>…</p>"}],
        }
