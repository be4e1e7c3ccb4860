"""Texts of readers in spreadsheets."""

from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

# What makes spreadsheet programs take a text for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(value: str) -> str:
    """Return the text so that a spreadsheet program shows it, and does not carry it out."""
    return f"'{value}" if value.startswith(_FORMULA) else value


class SafeSpreadsheetMixin(SpreadsheetExportMixin):
    custom_value_preprocess: dict[Any, Any] = {
        **SpreadsheetExportMixin.custom_value_preprocess,
        str: dict.fromkeys(SpreadsheetExportMixin.FORMATS, as_text),
    }
