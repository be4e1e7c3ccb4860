from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

# Headings are separate blocks, so that levels cannot be skipped.
FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", "superscript"]


class RichTextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/rich_text.html"
        description = _("Paragraphs, lists and links.")
        preview_value = (
            "<p>Inovācija sākas ar jautājumu. <b>Innovation begins with a question.</b></p>"
        )
