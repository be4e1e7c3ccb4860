"""Texts of editors in spreadsheets, where a leading “=” would be a formula.

Wagtail writes such cells of XLSX files as texts. CSV has no types, so an apostrophe precedes them,
as OWASP recommends.
"""

from typing import Any

STARTS_OF_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")


class SafeCells:
    """For views with Wagtail's SpreadsheetExportMixin."""

    FORMAT_CSV: str

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        cell = super().preprocess_field_value(field, value, export_format)  # type: ignore[misc]
        if export_format == self.FORMAT_CSV and isinstance(cell, str):
            return f"'{cell}" if cell.startswith(STARTS_OF_FORMULAS) else cell
        return cell
