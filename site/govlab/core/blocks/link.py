"""Where a link leads: a page, a document or an address; one of them, never none."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from govlab.delivery.closed_collections import in_closed_collection
from govlab.delivery.public import public_counterparts
from govlab.delivery.safe_urls import safe_url

from .address import AddressBlock

TARGETS = ("page", "document", "url")


class LinkValue(blocks.StructValue):
    @property
    def page(self) -> Any:
        """The chosen page, in the active language where it exists in it; None unless public."""
        page = self.get("page")
        return public_counterparts([page]).get(page.translation_key) if page else None

    @property
    def href(self) -> str:
        if page := self.page:
            return page.url or ""
        if document := self.get("document"):
            return "" if in_closed_collection(document) else str(document.url)
        return safe_url(self.get("url"))


class LinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("Link text"), max_length=80)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    document = DocumentChooserBlock(label=_("Document"), required=False)
    url = AddressBlock(label=_("Address"), required=False, max_length=500)

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        chosen = [target for target in TARGETS if cleaned.get(target)]
        if not chosen:
            raise blocks.StructBlockValidationError(
                {
                    "page": ValidationError(
                        _("Say where the link leads: a page, a document or an address.")
                    )
                }
            )
        if len(chosen) > 1:
            message = _("A link leads to one place: keep one of page, document and address.")
            raise blocks.StructBlockValidationError(
                {target: ValidationError(message) for target in chosen}
            )
        return cleaned
