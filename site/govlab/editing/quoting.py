"""Names texts in a message by their first words."""

from collections.abc import Iterable

from django.utils.text import Truncator
from django.utils.translation import gettext as _

LENGTH = 40
MOST = 5


def quoted(texts: Iterable[str]) -> str:
    named = [_("“%(text)s”") % {"text": _beginning(text)} for text in texts]
    return ", ".join(named[:MOST]) + (" …" if len(named) > MOST else "")


def _beginning(text: str) -> str:
    return Truncator(" ".join(text.split())).chars(LENGTH)
