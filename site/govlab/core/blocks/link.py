"""The target of a link: exactly one of a page, a document and a URL."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from .address import AddressBlock

TARGETS = ("page", "document", "url")


class LinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("Link text"), max_length=80)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    document = DocumentChooserBlock(label=_("Document"), required=False)
    url = AddressBlock(label=_("Address"), required=False, max_length=500)

    class Meta:
        icon = "link"
        label = _("Link")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        chosen = [target for target in TARGETS if cleaned.get(target)]
        if not chosen:
            raise blocks.StructBlockValidationError(
                {
                    "page": ValidationError(
                        _("Choose the target of the link: a page, a document or an address.")
                    )
                }
            )
        if len(chosen) > 1:
            message = _(
                "A link has one target. Choose a page, a document or an address, and "
                "clear the others."
            )
            raise blocks.StructBlockValidationError(
                {target: ValidationError(message) for target in chosen}
            )
        return cleaned
