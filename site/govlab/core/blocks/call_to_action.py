from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .link import LinkBlock


class CallToActionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False, max_length=400)
    link = LinkBlock(label=_("Link"))

    class Meta:
        icon = "pick"
        label = _("Call to action")
        template = "blocks/call_to_action.html"
        description = _("Invites the reader to do one thing.")
        preview_value = {
            "title": _("Bring us your problem"),
            "text": _("Tell us what does not work, and we will look at it together."),
            "link": {"label": _("Write to us"), "url": "https://example.org/"},
        }
