from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .rich_text import RichTextBlock
from .titled_list import TitledListBlock


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = RichTextBlock(label=_("Text"))

    class Meta:
        icon = "order"
        label = _("Step")


class StepsBlock(TitledListBlock):
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), min_num=2, max_num=12)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "blocks/steps.html"
        description = _("Things done one after another, numbered.")
        preview_value = {
            "title": _("How it goes"),
            "steps": [
                {"title": _("Listen"), "text": "<p>1</p>"},
                {"title": _("Try"), "text": "<p>2</p>"},
            ],
        }
