"""Finds links whose texts do not say where they lead: screen readers list links without context."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .draft import Draft
from .findings import Finding

_EMPTY_TEXTS = frozenset(
    line.strip()
    for line in """
    šeit, te, šajā saitē, šī saite, saite, šo saiti, spied šeit, spiediet šeit, klikšķini šeit,
    klikšķiniet šeit, noklikšķiniet šeit, uzklikšķiniet šeit, skatīt šeit, skatiet šeit,
    skaties šeit, lasi šeit, lasiet šeit, lasīt šeit, lasīt vairāk, lasi vairāk, lasiet vairāk,
    lasīt tālāk, lasi tālāk, vairāk, vairāk šeit, uzzini vairāk, uzziniet vairāk, uzzināt vairāk,
    plašāk, plašāk šeit, sīkāk, skatīt, skatīt vairāk, atvērt, lejupielādēt, lejupielādēt šeit,
    dokuments, fails, datne, lapa, mājaslapa, informācija, papildu informācija,
    here, click here, this link, link, this, this page, see here, read here, read more, more,
    learn more, find out more, see more, details, more details, more information, info, open,
    download, download here, continue, continue reading, website, page, document, file
    """.replace("\n", " ").split(",")
)
_ADDRESS = re.compile(r"(https?://|www\.)\S+")
_EDGES = ' \t\n\u00a0.,:;!?…>»«›‹→"„“”()[]'


def link_texts(draft: Draft) -> Iterator[Finding]:
    for text in draft.texts:
        for link in text.links:
            if message := _message(link):
                yield Finding("link-text", text.place, message, anchor=text.anchor)


def _message(link: str) -> str:
    plain = " ".join(link.split()).strip(_EDGES)
    if not plain:
        return _("A link has no text.")
    if plain.lower() in _EMPTY_TEXTS:
        return _("The link text “%(text)s” does not say where the link leads.") % {"text": plain}
    if _ADDRESS.fullmatch(plain):
        return _("The link text is an address: “%(text)s”. Name what is there.") % {"text": plain}
    return ""
