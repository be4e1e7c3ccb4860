from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class HeadingValue(blocks.StructValue):
    """A heading, whose anchor is set by `core.anchors`, since it depends on the whole page."""

    anchor = ""


class HeadingBlock(blocks.StructBlock):
    """Levels 2 and 3 only: the page's title is its one `h1`."""

    text = blocks.CharBlock(label=_("Heading"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"), choices=[("2", _("Section")), ("3", _("Subsection"))], default="2"
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"
        value_class = HeadingValue
        description = _("Starts a section; readers and screen readers find their way by headings.")
        preview_value = {"text": _("How we work"), "level": "2"}
