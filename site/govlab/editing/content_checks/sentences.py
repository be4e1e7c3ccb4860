"""Finds sentences that are too long to be understood at first reading."""

import re
from collections.abc import Iterator

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from .draft import Draft
from .findings import Finding

MOST_WORDS = 25
SHOWN_WORDS = 8

_LATVIAN = (
    "a akad apm apr arh art asoc atb att aut b bij c ca cm d dir dok doc dr dz e fam g gad gs "
    "h inž i ien jaunk juh k kab kaut kg km kr kv l lab lat lpp lp ltd m māc mag māj milj "
    "mljrd min mob n n.ē nod nosauk nr o p pag piem piezīm pils pk pl plkst pr p.k prof pr.pr "
    "r red resp s sal sast saīs sav sēd sek sk skat skol st sv š t tab tālr t.i tml t.p t.s "
    "tūkst u u.c u.tml u.tt utt v val vec vid z"
)
_ENGLISH = (
    "al approx art assoc ca cf co corp dept dr e.g ed eds e.g est etc fig figs gen govt hon "
    "i.e inc jr ltd max messrs min mr mrs ms no nos p para pp prof rev sec sr st vol vols vs"
)
# Without their full stops, in lower case. A full stop after one does not end a sentence.
_ABBREVIATIONS = {
    "lv": frozenset(_LATVIAN.split()),
    "en": frozenset(_ENGLISH.split()),
}
# Abbreviations only in front of a number: “The answer is no. We …”
_BEFORE_NUMBERS = frozenset({"no"})
_END = re.compile(r"(?<![.!?…])(?P<end>[.!?…]{1,9})[\"”“’»)\]]{0,9}(?=\s|$)")
# How far back the word in front of a full stop reaches.
_LONGEST_WORD = 40
_YEAR = re.compile(r"(1[5-9]|2[01])\d\d")
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"[\d.,]*\d")
_OPENING = '"„“”‘’«([–—-'
_WORD = re.compile(r"\w")


def long_sentences(draft: Draft) -> Iterator[Finding]:
    for text in draft.texts:
        for sentence in sentences(text.text, draft.language):
            number = word_count(sentence)
            if number > MOST_WORDS:
                yield Finding(
                    "long-sentence",
                    text.place,
                    _("A sentence of %(number)d words: “%(beginning)s”. Split it.")
                    % {
                        "number": number,
                        "beginning": Truncator(sentence).words(SHOWN_WORDS),
                    },
                    anchor=text.anchor,
                )


def sentences(text: str, language: str) -> Iterator[str]:
    """Split the text where a sentence ends, which a full stop alone does not prove."""
    for line in text.splitlines():
        start = 0
        for match in _END.finditer(line):
            rest = line[match.end() : match.end() + _LONGEST_WORD].lstrip()
            word = line[max(0, match.start() - _LONGEST_WORD) : match.start()].split(" ")[-1]
            if _ends(word, match["end"], rest, language):
                yield line[start : match.end()].strip()
                start = match.end()
        if left := line[start:].strip():
            yield left


def _ends(word: str, end: str, rest: str, language: str) -> bool:
    if not rest:
        return True
    following = rest.lstrip(_OPENING)[:1]
    if not (following.isupper() or following.isdigit()):
        return False
    if end != ".":
        return True
    plain = word.lstrip(_OPENING).lower()
    if plain in _BEFORE_NUMBERS:
        return not following.isdigit()
    if plain in _ABBREVIATIONS.get(language, frozenset()) or _is_initial(word, plain):
        return False
    if plain.isdigit():
        # An ordinal number in Latvian, unless it is a year.
        return language != "lv" or bool(_YEAR.fullmatch(plain))
    return True


def _is_initial(word: str, plain: str) -> bool:
    """Whether it is a letter or several: J. Bērziņš, A.E. Krūmiņa, e.g."""
    letters = plain.split(".")
    return bool(word) and all(len(part) <= 1 and part.isalpha() for part in letters if part)


def word_count(sentence: str) -> int:
    """Count words as a reader does: “u. c.” and “12 500” are one, a dash or a bullet is none."""
    number, before = 0, ""
    for token in sentence.split():
        if not _WORD.search(token):
            before = ""
            continue
        joins_number = _is_number(before) and re.fullmatch(r"\d{3}\W*", token)
        joins_letters = _is_letter(before) and _is_letter(token)
        if not (joins_number or joins_letters):
            number += 1
        before = token
    return number


def _is_number(token: str) -> bool:
    return bool(_NUMBER.fullmatch(token))


def _is_letter(token: str) -> bool:
    """Whether it is a part of an abbreviation in several parts, such as “u.” of “u. tml.”"""
    plain = token.strip("(),;:")
    return plain.endswith(".") and len(plain) <= 4 and bool(_LETTER.match(plain))
