"""Tables, whose first row is always the header, as screen readers require."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.table_block.blocks import TableBlock as WagtailTableBlock
from wagtail_localize.segments import StringSegmentValue

from .cells import cell_text
from .table_comparison import TableComparison

HEADER_ROW_CHOICES = ("row", "both")
CAPTION_PATH = "caption"
ROWS, COLUMNS = 3, 3


class TableBlock(WagtailTableBlock):
    """Wagtail's table with a required header row and, for wagtail-localize, translatable cells.

    Segment paths are `caption` and `<row>.<column>`, both counted from 0.
    """

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"
        description = _("Values in rows and columns, with a header row and a caption.")
        preview_value = {
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_header_choice": "row",
            "table_caption": "2018–2019",
            "data": [["2018", "2019"], ["1", "3"]],
        }

    def get_default(self) -> Any:
        """Return a new value with the header row enabled, since the editor's own default disables
        it. It is not shared, because cleaning modifies it."""
        return {
            "data": [[None] * COLUMNS for _row in range(ROWS)],
            "cell": [],
            "mergeCells": [],
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_header_choice": "row",
            "table_caption": "",
        }

    def value_from_form(self, value: Any) -> Any:
        """Return None for values that the editor's table cannot produce."""
        try:
            table = super().value_from_form(value)
        except ValueError:
            return None
        rows = table.get("data") if isinstance(table, dict) else None
        is_table = isinstance(rows, list) and all(isinstance(row, list) for row in rows)
        return table if is_table else None

    def get_comparison_class(self) -> type[TableComparison]:
        return TableComparison

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.is_deferred_validation:  # A draft may be incomplete.
            return cleaned
        if not cleaned or not any(any(map(cell_text, row)) for row in cleaned["data"]):
            if self.required:
                raise ValidationError(_("The table is empty."))
            return cleaned
        if cleaned.get("table_header_choice") not in HEADER_ROW_CHOICES:
            raise ValidationError(_("Choose “Display the first row as a header”: readers need it."))
        if not all(cell_text(cell).strip() for cell in cleaned["data"][0]):
            raise ValidationError(_("Give every column a heading in the first row."))
        return cleaned

    def get_translatable_segments(self, value: Any) -> list[StringSegmentValue]:
        if not value:
            return []
        segments = [StringSegmentValue(CAPTION_PATH, value.get("table_caption") or "")]
        segments += [
            StringSegmentValue(f"{row}.{column}", cell)
            for row, cells in enumerate(value["data"])
            for column, cell in enumerate(cells)
            if isinstance(cell, str) and cell.strip()
        ]
        return segments

    def restore_translated_segments(self, value: Any, segments: list[StringSegmentValue]) -> Any:
        for segment in segments:
            if segment.path == CAPTION_PATH:
                value["table_caption"] = segment.render_text()
            else:
                row, column = (int(part) for part in segment.path.split("."))
                value["data"][row][column] = segment.render_text()
        return value
