from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class TitledListBlock(blocks.StructBlock):
    """Subclasses add the list, whose title may be left out."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
