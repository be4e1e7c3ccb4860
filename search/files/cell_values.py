"""Writes the values of a spreadsheet's cells as they are seen, or nearly so: as a person would type
them into a search."""

import re
from collections.abc import Mapping
from datetime import datetime, time

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

GENERAL = "General"
# Numbers of Excel have no more digits.
_DIGITS = 15
_ZEROS = re.compile(r"0+")


def format_of(number: int, own: Mapping[int, str]) -> str:
    """Return the format with a number: one that the file defines, or one that all have."""
    return own.get(number) or BUILTIN_FORMATS.get(number, GENERAL)


def number_text(stored: str, shape: str, *, since_1904: bool) -> str:
    """Return a number, or a date, which is stored as the number of days. `shape`: its format."""
    try:
        number = float(stored)
    except ValueError:
        return stored
    if is_date_format(shape):
        epoch = CALENDAR_MAC_1904 if since_1904 else CALENDAR_WINDOWS_1900
        try:
            return _date_text(from_excel(number, epoch))
        except (ValueError, OverflowError):
            return stored
    if _ZEROS.fullmatch(shape) and number.is_integer():
        return f"{number:.0f}".zfill(len(shape))
    if "%" in shape:
        return f"{number * 100:.{_DIGITS}g}%"
    text = f"{number:.{_DIGITS}g}"
    return f"{number:.0f}" if "e+" in text else text


def _date_text(value: object) -> str:
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)
