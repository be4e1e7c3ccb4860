"""Other forms of the words of some texts, to ask with."""

from collections import defaultdict
from collections.abc import Collection

from search.text.dictionaries.forms import paradigms
from search.text.words import LATVIAN

# The dictionary takes *tīkliņš* for a form of *tīkls*; nobody searches by it.
_DIMINUTIVE = "iņ"
_SIBILANTS = ("s", "x", "z", "ch", "sh")


class Inflection:
    """The dictionary's paradigms that a text touches, each once; English has plurals only."""

    def __init__(self, present: Collection[str], locale: str) -> None:
        self.locale = locale
        self._paradigms: dict[str, list[list[str]]] = defaultdict(list)
        if locale != LATVIAN:
            return
        for _, forms in paradigms():
            lowered = list(dict.fromkeys(form.lower() for form in forms))
            for form in lowered:
                if form in present:
                    self._paradigms[form].append(lowered)

    def others(self, word: str, own: Collection[str]) -> list[str]:
        """Forms of the same word that are not among a text's own.

        A form of two words has none: nobody could say which of them is meant.
        """
        if self.locale != LATVIAN:
            return [form for form in (_plural(word), _singular(word)) if form not in {"", *own}]
        found = self._paradigms.get(word, [])
        if len(found) != 1:
            return []
        return [
            form
            for form in found[0]
            if form.isalpha() and form not in own and (_DIMINUTIVE in word) >= (_DIMINUTIVE in form)
        ]


def _plural(word: str) -> str:
    if word.endswith("s"):
        return ""
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_SIBILANTS) else f"{word}s"


def _singular(word: str) -> str:
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return ""
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
