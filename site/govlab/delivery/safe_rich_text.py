"""What rich text may hold: tags that the editor's features make, addresses that may be links.

Forms see to it in the editor. Translations, imports and old rows come by other ways, so the gate
refuses the rest and whatever shows rich text drops it.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from bs4 import BeautifulSoup, Tag
from django.utils.translation import gettext as _
from wagtail.whitelist import Whitelister, allow_without_attributes, attribute_rule

from . import conf
from .safe_urls import is_safe_url, safe_url

_LINK_ATTRIBUTES = attribute_rule({"href": True, "id": True, "linktype": True})
# Databases cannot be asked for longer ones.
_LONGEST_ID = 18
# Of a picture or a video, as stored: what stands there is made when the text is shown.
_EMBED_ATTRIBUTES = attribute_rule(dict.fromkeys(("embedtype", "id", "alt", "format", "url"), True))

Rules = Mapping[str, Callable[[Tag], None]]


def _link(tag: Tag) -> None:
    _LINK_ATTRIBUTES(tag)
    if "href" in tag.attrs:
        tag["href"] = safe_url(str(tag["href"]))
        if not tag["href"]:
            tag.unwrap()


@cache
def _rules(tags: frozenset[str]) -> Rules:
    rules: dict[str, Callable[[Tag], None]] = dict.fromkeys(
        ("[document]", *tags), allow_without_attributes
    )
    if "embed" in tags:
        rules["embed"] = _EMBED_ATTRIBUTES
    return rules | {"a": _link}


class RichTextCleaner(Whitelister):
    def __init__(self) -> None:
        self.element_rules = _rules(conf.rich_text_tags())

    def clean(self, html: str) -> str:
        """Wagtail's own also escapes quotation marks, which would change every text."""
        document = BeautifulSoup(html, "html.parser")
        self.clean_node(document, document)
        return document.decode(formatter="minimal")


def safe_rich_text(html: str) -> str:
    """The same text without tags and addresses that no feature of the editor makes."""
    return RichTextCleaner().clean(html) if "<" in html else html


def rich_text_reasons(html: str) -> Iterator[str]:
    """Why a rich text may not be public."""
    if "<" not in html:
        return
    rules = _rules(conf.rich_text_tags())
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        if tag.name not in rules:
            yield _("The tag <%(tag)s> is not allowed here.") % {"tag": tag.name}
        elif tag.get("href") is not None:
            yield from address_reason(str(tag["href"]))


def linked_id(attributes: dict[str, str]) -> int:
    """Of the page or file that a stored link names; 0 where it names none that could be there."""
    identifier = attributes.get("id", "")
    is_number = identifier.isascii() and identifier.isdecimal()
    return int(identifier) if is_number and len(identifier) <= _LONGEST_ID else 0


def address_reason(address: str) -> Iterator[str]:
    if address and not is_safe_url(address):
        yield _(
            "“%(address)s” cannot be the address of a link. Links lead to http://, https://, "
            "mailto:, tel:, a path such as /lv/ or an anchor such as #part."
        ) % {"address": address}
