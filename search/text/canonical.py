"""Dates and telephone numbers in one form, however they are written.

*2019. gada decembris*, *12.2019* and *December 2019* are one month; *67 082 900*, *+371 67082900*
one number. A form is a word of its own for indices, beside the words that it consists of.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .dictionaries.folding import fold
from .words import LATVIAN

# In Latvian by stems, because months are declined; with and without diacritics.
_MONTHS = {
    "lv": "janv febr mart apr maij jun jul aug sept okt nov dec",
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
}
_ENDINGS = {
    # janvāris, janvāra, janvārim, janvāri, janvārī; marts, marta …; 1. janv.
    "lv": "(?:u?aris|u?ara|u?arim|u?ari|ila|ilis|ilim|ili|ijs|ija|ijam|iju|usts|usta|ustam|ustu"
    "|embris|embra|embrim|embri|obris|obra|obrim|obri|s|a|am|u|i)?",
    "en": "(?:uary|ruary|ch|il|e|y|ust|t(?:ember)?|ember|ober)?",
}
_NUMERIC = (
    r"(?<![\d.])(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>[12]\d{3})(?![\d])",
    r"(?<![\d-])(?P<year>[12]\d{3})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?(?![\d-])",
    r"(?<![\d./])(?P<month>\d{1,2})[./](?P<year>[12]\d{3})(?![\d])",
)
# A number of Latvia: eight digits, in groups, with its code or without.
_TELEPHONE = re.compile(
    r"(?<![\d+])(?:\(?(?:\+|00)?371\)?[ \-]?)?(?P<number>[2678]\d(?:[ \-]?\d){6})(?![\d])"
)
# Two years are no number.
_YEARS = re.compile(r"[12]\d{3}[ \-][12]\d{3}")
_DIGIT = re.compile(r"\d")
_SPACE = "[ \u00a0]?"


class Canonical(NamedTuple):
    start: int
    end: int
    # In letters and digits; the first is the most precise.
    forms: tuple[str, ...]


def canonical(text: str, locale: str) -> Iterator[Canonical]:
    """Yield the dates and telephone numbers in a normalised text."""
    if not _DIGIT.search(text):
        return
    # Folding may not move what is found.
    plain = fold(text).lower()
    if len(plain) != len(text):
        plain = text.lower()
    dates: set[int] = set()
    for pattern in _DATES[locale]:
        for found in pattern.finditer(plain):
            if forms := _date(found, locale):
                dates.update(range(found.start(), found.end()))
                yield Canonical(found.start(), found.end(), forms)
    for found in _TELEPHONE.finditer(plain):
        if found.start() not in dates and not _YEARS.fullmatch(found["number"]):
            digits = re.sub(r"\D", "", found["number"])
            yield Canonical(found.start(), found.end(), (digits,))


def _patterns(locale: str) -> tuple[re.Pattern[str], ...]:
    names = "|".join(_MONTHS[locale].split())
    month = rf"(?P<name>{names}){_ENDINGS[locale]}\b\.?"
    year, s = r"(?P<year>[12]\d{3})", _SPACE
    if locale == LATVIAN:
        written = (
            rf"\b{year}\.?{s}g(?:ad[as]|ad\u0101|\.)?{s}(?:(?P<day>\d{{1,2}})\.?{s})?{month}",
            rf"(?:\b(?P<day>\d{{1,2}})\.{s})?\b{month}{s}{year}\b",
            rf"\b(?P<day>\d{{1,2}})\.{s}{month}(?!{s}[12]\d{{3}})",
        )
    else:
        written = (
            rf"(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{s}(?:of{s})?)?\b{month},?{s}{year}\b",
            rf"\b{month}{s}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,{s}{year}\b",
            rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{s}(?:of{s})?{month}(?!,?{s}[12]\d{{3}})",
        )
    return tuple(map(re.compile, (*written, *_NUMERIC)))


def _date(found: re.Match[str], locale: str) -> tuple[str, ...]:
    """Return the day, its month and the day without its year, as far as they are given."""
    parts = found.groupdict()
    if name := parts.get("name"):
        month = _MONTHS[locale].split().index(name) + 1
    else:
        month = int(parts["month"])
    day, year = int(parts.get("day") or 0), parts.get("year")
    if not 1 <= month <= 12 or day > 31:
        return ()
    forms = []
    if day and year:
        forms.append(f"{year}m{month}d{day}")
    if year:
        forms.append(f"{year}m{month}")
    if day:
        forms.append(f"m{month}d{day}")
    return tuple(forms)


_DATES = {locale: _patterns(locale) for locale in _MONTHS}
