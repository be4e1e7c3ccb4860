"""Dates, telephone and decimal numbers, e-mail addresses in one form, however they are written.

*2019. gada decembris*, *12.2019* and *December 2019* are one month; *67 082 900*, *+371 67082900*
one number. A form is a word of its own for indices, beside the words that it consists of.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .dictionaries.folding import fold
from .words import LATVIAN, LONGEST_WORD

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
# A line may end within a date.
_SPACE = r"\s{0,2}"
_YEAR = r"(?P<year>[12]\d{3})"
# The first of several days: “01.–05.06.2020.”
_FROM = r"(?:(?P<first>\d{1,2})\.?\s?[-\u2010-\u2015]\s?)?"
_NUMERIC = (
    rf"(?<![\d.]){_FROM}(?P<day>\d{{1,2}})(?P<sign>[./])\s?(?P<month>\d{{1,2}})[./]\s?{_YEAR}(?!\d)",
    rf"(?<![\d-]){_YEAR}-(?P<month>\d{{2}})(?:-(?P<day>\d{{2}}))?(?![\d-])",
    rf"(?<![\d./]){_YEAR}[./]\s?(?P<month>\d{{1,2}})[./]\s?(?P<day>\d{{1,2}})(?![\d])",
    rf"(?<![\d./])(?P<month>\d{{1,2}})[./]{_YEAR}(?!\d)",
)
# The last of several days: “5.–7. decembris”, “5 and 6 December”.
_TO = {"lv": "[-\u2010-\u2015]|lidz|un", "en": "[-\u2010-\u2015]|to|and"}
# A number of Latvia: eight digits, in groups, with its code or without.
_TELEPHONE = re.compile(
    r"(?<![\d+])(?:\(?(?:\+|00)?371\)?[\s-]?)?(?P<number>[2678]\d(?:[\s.\u2011-]?\d){6})(?![\d])"
)
# Of another country, up to where a number of Latvia might begin.
_FOREIGN = re.compile(r"\+(?!371)\d[\d\s().-]*$")
LONGEST_NUMBER = 20
# Two years are no number.
_YEARS = re.compile(r"[12]\d{3}[\s.-][12]\d{3}")
# Thousands may be in groups; a part of two digits at most, because three are thousands again.
_DECIMAL = re.compile(
    r"(?<![\d.,])(?P<whole>\d{1,3}(?:[\s.,]\d{3}){1,4}|\d{1,9})[.,](?P<part>\d{1,2})(?![.,]?\d)"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]*[^\W_]@[^\W_][\w-]*(?:\.[\w-]*[^\W_])+")
_NO_LETTER_OR_DIGIT = re.compile(r"[\W_]")
_TELLING = re.compile(r"[\d@]")


class Canonical(NamedTuple):
    start: int
    end: int
    # In letters and digits, of everything that it is a part of: a day of its month.
    forms: tuple[str, ...]
    # The most precise; several, if it may be read in two ways.
    precise: tuple[str, ...]
    # Whether its parts say nothing by themselves, as those of all but months.
    exact: bool


def canonical(text: str, locale: str) -> Iterator[Canonical]:
    """Yield what has such a form in a normalised text."""
    if not _TELLING.search(text):
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
                yield Canonical(found.start(), found.end(), *forms)
    for found in _DECIMAL.finditer(plain):
        part = found["part"].rstrip("0")
        if part and found.start() not in dates:
            number = (f"{_NO_LETTER_OR_DIGIT.sub('', found['whole']).lstrip('0') or 0}p{part}",)
            yield Canonical(found.start(), found.end(), number, number, exact=True)
    for found in _EMAIL.finditer(plain):
        address = (_NO_LETTER_OR_DIGIT.sub("", found[0])[:LONGEST_WORD],)
        yield Canonical(found.start(), found.end(), address, address, exact=True)
    for found in _TELEPHONE.finditer(plain):
        before = plain[max(0, found.start() - LONGEST_NUMBER) : found.start()]
        if (
            found.start() not in dates
            and not _YEARS.fullmatch(found["number"])
            and not _FOREIGN.search(before)
        ):
            digits = (re.sub(r"\D", "", found["number"]),)
            yield Canonical(found.start(), found.end(), digits, digits, exact=True)


def _patterns(locale: str) -> tuple[re.Pattern[str], ...]:
    names = "|".join(_MONTHS[locale].split())
    month, s = rf"(?P<name>{names}){_ENDINGS[locale]}\b\.?", _SPACE
    nth = r"\." if locale == LATVIAN else "(?:st|nd|rd|th)?"
    first = rf"(?:(?P<first>\d{{1,2}})(?:{nth})?{s}(?:{_TO[locale]}){s})?"
    day = rf"{first}(?P<day>\d{{1,2}}){nth}"
    written: tuple[str, ...]
    if locale == LATVIAN:
        written = (
            rf"\b{_YEAR}\.?{s}(?:g(?:ad[as]|\.)?{s})?(?:{first}(?P<day>\d{{1,2}})\.?{s})?{month}",
            rf"(?:\b{day}{s})?\b{month},?{s}{_YEAR}\b",
            rf"\b{day}{s}{month}(?!,?{s}[12]\d{{3}})",
        )
    else:
        of = rf"{s}(?:of{s})?"
        written = (
            rf"(?:\b{day}{of})?\b{month},?{of}{_YEAR}\b",
            rf"\b{month}{s}{day},?{s}{_YEAR}\b",
            rf"\b{day}{of}{month}(?!,?{of}[12]\d{{3}})",
            rf"\b{month}\s{{1,2}}{day}\b(?!,?{s}[12]\d{{3}})",
            rf"\b{_YEAR}{s}{month}",
        )
    return tuple(map(re.compile, (*written, *_NUMERIC)))


def _date(
    found: re.Match[str], locale: str
) -> tuple[tuple[str, ...], tuple[str, ...], bool] | None:
    """Return the forms of the days, of their month and of the days without their year, as far as
    they are given, the most precise of them, and whether these are days."""
    parts = found.groupdict()
    name = parts.get("name")
    month = _MONTHS[locale].split().index(name) + 1 if name else int(parts["month"])
    day, year = int(parts.get("day") or 0), parts.get("year")
    if not 1 <= month <= 12 or day > 31:
        return None
    first = int(parts.get("first") or day)
    days = [(month, each) for each in range(min(first, day), day + 1)] if day else []
    if locale != LATVIAN and parts.get("sign") == "/" and 1 <= day <= 12 and day != month:
        days.append((day, month))
    months = dict.fromkeys((month, *(each for each, _ in days)))
    exact = tuple(f"{year or ''}m{month}d{day}" for month, day in days)
    whole = tuple(f"{year}m{month}" for month in months) if year else ()
    yearless = tuple(f"m{month}d{day}" for month, day in days)
    forms = tuple(dict.fromkeys((*exact, *whole, *yearless)))
    return forms, (exact or whole), bool(exact)


_DATES = {locale: _patterns(locale) for locale in _MONTHS}
