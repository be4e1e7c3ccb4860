from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quote"), max_length=600)
    author = blocks.CharBlock(
        label=_("Who said it"), required=False, max_length=120, help_text=_("A name or a role.")
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"
        description = _("What somebody said, in their own words.")
        preview_value = {
            "text": _("We tried it on paper first, and that saved us half a year."),
            "author": _("Workshop participant"),
        }
