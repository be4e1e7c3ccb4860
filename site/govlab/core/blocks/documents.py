from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from .titled_list import TitledListBlock


class DocumentItemBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=160,
        help_text=_("Left empty, the document's own."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")


class DocumentsBlock(TitledListBlock):
    documents = blocks.ListBlock(DocumentItemBlock(), label=_("Documents"), min_num=1)

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        template = "blocks/documents.html"
        description = _("Files to download, with their kind and size.")
        preview_value = {"title": _("Documents"), "documents": []}
