from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .titled_list import TitledListBlock


class FactBlock(blocks.StructBlock):
    value = blocks.CharBlock(label=_("Figure"), max_length=20, help_text=_("For example 42 %"))
    label = blocks.CharBlock(label=_("What it counts"), max_length=120)

    class Meta:
        icon = "decimal"
        label = _("Fact")


class FactsBlock(TitledListBlock):
    facts = blocks.ListBlock(FactBlock(), label=_("Facts"), min_num=1, max_num=6)
    source = blocks.CharBlock(
        label=_("Source"),
        required=False,
        max_length=250,
        help_text=_("Where the figures come from."),
    )

    class Meta:
        icon = "decimal"
        label = _("Facts and figures")
        template = "blocks/facts.html"
        description = _("A few figures worth remembering.")
        preview_value = {
            "title": _("The laboratory in figures"),
            "facts": [
                {"value": "3", "label": _("laboratories in 2019")},
                {"value": "1", "label": _("joint laboratory today")},
            ],
            "source": "",
        }
