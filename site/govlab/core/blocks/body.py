from threading import RLock
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .accordion import AccordionBlock
from .call_to_action import CallToActionBlock
from .documents import DocumentsBlock
from .embed import EmbedBlock
from .facts import FactsBlock
from .heading import HeadingBlock
from .image import ImageBlock
from .quote import QuoteBlock
from .related_pages import RelatedPagesBlock
from .rich_text import RichTextBlock
from .steps import StepsBlock
from .table import TableBlock

_TEXT, _MEDIA, _LISTS, _LINKS = _("Text"), _("Pictures and files"), _("Structured"), _("Links")

# A draft is validated with a mark on the very blocks that all threads share: what is published in
# another thread at that moment would be validated as a draft.
_validating = RLock()


class BodyBlock(blocks.StreamBlock):
    """The body of every page. The names of blocks are part of the API's contract."""

    heading = HeadingBlock(group=_TEXT)
    rich_text = RichTextBlock(group=_TEXT)
    quote = QuoteBlock(group=_TEXT)
    image = ImageBlock(group=_MEDIA)
    embed = EmbedBlock(group=_MEDIA)
    documents = DocumentsBlock(group=_MEDIA)
    steps = StepsBlock(group=_LISTS)
    facts = FactsBlock(group=_LISTS)
    table = TableBlock(group=_LISTS)
    accordion = AccordionBlock(group=_LISTS)
    call_to_action = CallToActionBlock(group=_LINKS)
    related_pages = RelatedPagesBlock(group=_LINKS)

    class Meta:
        template = "blocks/body.html"

    def clean(self, value: Any) -> Any:
        with _validating:
            return super().clean(value)

    def clean_deferred(self, value: Any) -> Any:
        with _validating:
            return super().clean_deferred(value)
