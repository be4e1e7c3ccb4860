"""What a paste could not take, in the editor's words."""

from collections import Counter
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class Loss(StrEnum):
    IMAGE = "image"
    EMBEDDED = "embedded"
    LINK = "link"
    COLOUR = "colour"
    UNDERLINE = "underline"
    SUBSCRIPT = "subscript"
    COMMENT = "comment"
    FOOTNOTE = "footnote"
    MERGED_CELLS = "merged-cells"
    CELL_FORMAT = "cell-format"
    NESTED_TABLE = "nested-table"
    DEEP_HEADING = "deep-heading"
    LONG_HEADING = "long-heading"
    LONG_QUOTE = "long-quote"


Losses = Counter[Loss]


def messages(losses: Losses) -> list[str]:
    return [_message(loss, losses[loss]) for loss in Loss if losses[loss]]


def _message(loss: Loss, number: int) -> str:
    counted = {
        Loss.IMAGE: ngettext(
            "%(number)d picture: upload it under Images and add it as a block.",
            "%(number)d pictures: upload them under Images and add them as blocks.",
            number,
        ),
        Loss.EMBEDDED: ngettext(
            "%(number)d video, form or other embedded part.",
            "%(number)d videos, forms or other embedded parts.",
            number,
        ),
        Loss.LINK: ngettext(
            "%(number)d link to an address that is not allowed here; its text was kept.",
            "%(number)d links to addresses that are not allowed here; their texts were kept.",
            number,
        ),
        Loss.COMMENT: ngettext("%(number)d comment.", "%(number)d comments.", number),
        Loss.FOOTNOTE: ngettext(
            "%(number)d footnote: its text stands as a paragraph at the end.",
            "%(number)d footnotes: their texts stand as paragraphs at the end.",
            number,
        ),
    }
    if loss in counted:
        return counted[loss] % {"number": number}
    return {
        Loss.COLOUR: _("Colours and highlighting."),
        Loss.UNDERLINE: _("Underlined and struck-through text; the text was kept."),
        Loss.SUBSCRIPT: _("Subscript; the text was kept."),
        Loss.MERGED_CELLS: _("Merged table cells: their text stands in the first cell."),
        Loss.CELL_FORMAT: _("Links and formatting in tables; the text was kept."),
        Loss.NESTED_TABLE: _("Tables within tables: their text stands in one cell."),
        Loss.DEEP_HEADING: _("Headings below the second level: they became subsections."),
        Loss.LONG_HEADING: _("Headings over 120 characters: they became paragraphs."),
        Loss.LONG_QUOTE: _("Quotes over 600 characters: they became paragraphs."),
    }[loss]
