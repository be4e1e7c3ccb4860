"""One paragraph of a rich text, edited with the formats and links of its original.

wagtail-localize keeps a paragraph as HTML in which `<a id="a1">` stands for a link of the original.
Here such a link is an entity of the editor: translators choose words and press the button, and
nobody types HTML. Where a link leads is changed in a field of its own.
"""

from collections.abc import Sequence
from typing import Any

from bs4 import BeautifulSoup
from django import forms
from draftjs_exporter import DOM
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail import features as draftail
from wagtail_localize.strings import StringValue, extract_ids

FEATURE = "original-link"
ENTITY = "ORIGINAL_LINK"
# wagtail-localize's paragraphs have no other formats.
FORMATS = ("bold", "italic", "code")


class OriginalLinkHandler(InlineEntityElementHandler):
    mutability = "MUTABLE"

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        return {"link": attrs["id"]}


def _original_link(props: dict[str, Any]) -> Any:
    return DOM.create_element("a", {"id": props.get("link")}, props["children"])


def register_feature(features: Any) -> None:
    """Wagtail's hook for features of rich text. No field has this one; only the editor here."""
    from django.utils.translation import gettext_lazy as _

    features.register_editor_plugin(
        "draftail",
        FEATURE,
        draftail.EntityFeature(
            {"type": ENTITY, "icon": "link", "description": _("Link of the original")},
            js=["editing/original_link.js"],
        ),
    )
    features.register_converter_rule(
        "contentstate",
        FEATURE,
        {
            "from_database_format": {"a[id]": OriginalLinkHandler(ENTITY)},
            "to_database_format": {"entity_decorators": {ENTITY: _original_link}},
        },
    )


class ParagraphArea(DraftailRichTextArea):
    def __init__(self, features: Sequence[str], links: dict[str, str]) -> None:
        """`links`: the words of each of the original's links by its id, for choosing one."""
        own = [FEATURE] if links else []
        super().__init__(features=[*(name for name in FORMATS if name in features), *own])
        # A paragraph has no blocks to insert.
        self.options |= {"placeholder": "", "commands": False}
        for entity in self.options.get("entityTypes", ()):
            if entity["type"] == ENTITY:
                position = self.options["entityTypes"].index(entity)
                choices = [{"id": key, "text": text} for key, text in links.items()]
                self.options["entityTypes"][position] = {**entity, "links": choices}

    def format_value(self, value: Any) -> Any:
        return super().format_value(f"<p>{value}</p>" if value else "")

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        """Return the paragraph as wagtail-localize keeps it; None for what no editor sends."""
        try:
            html = super().value_from_datadict(data, files, name)
        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return paragraph(html) if html is not None else None


class ParagraphField(forms.CharField):
    def __init__(self, features: Sequence[str], links: dict[str, str], **kwargs: Any) -> None:
        super().__init__(widget=ParagraphArea(features, links), required=False, **kwargs)


def paragraph(html: str) -> str:
    """Return the content of an editor's paragraphs, with line breaks between them."""
    soup = BeautifulSoup(html, "html.parser")
    blocks = [block.decode_contents().strip() for block in soup.find_all("p")]
    inner = "<br/>".join(block for block in blocks if block)
    return str(BeautifulSoup(inner, "html.parser"))


def links_of(text: str) -> dict[str, str]:
    soup = BeautifulSoup(text, "html.parser")
    return {key: soup.find("a", id=key).get_text() for key in sorted(extract_ids(text))}  # type: ignore[union-attr]


def plain(data: str) -> str:
    """wagtail-localize keeps plain texts as HTML too."""
    text: str = StringValue(data).render_text()
    return text


def from_plain(text: str) -> str:
    data: str = StringValue.from_plaintext(text.replace("\r\n", "\n")).data
    return data
