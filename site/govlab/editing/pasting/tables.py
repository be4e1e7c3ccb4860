"""Tables, whose cells hold plain text here."""

from typing import Any

from bs4 import Tag

from .inline import plain
from .losses import Loss, Losses
from .nodes import attribute

MOST_COLUMNS = 50
MOST_ROWS = 1_000


def rows_of(table: Tag) -> list[Tag]:
    return [row for row in table.find_all("tr") if row.find_parent("table") is table][:MOST_ROWS]


def cells_of(row: Tag) -> list[Tag]:
    return [cell for cell in row.find_all(["td", "th"]) if cell.find_parent("tr") is row]


def layout_cell(table: Tag) -> Tag | None:
    """Return the only cell of a table that is a frame around text, as in e-mails."""
    cells = [cell for row in rows_of(table) for cell in cells_of(row)]
    return cells[0] if len(cells) == 1 else None


def table_value(table: Tag, losses: Losses) -> dict[str, Any] | None:
    """Return the value of a table block, or None if no cell has a text."""
    data: list[list[str]] = []
    # Positions that a merged cell above covers.
    covered: set[tuple[int, int]] = set()
    all_rows = rows_of(table)
    for number, row in enumerate(all_rows):
        line: list[str] = []
        for cell in cells_of(row)[:MOST_COLUMNS]:
            while (number, len(line)) in covered:
                line.append("")
            columns, rows = _span(cell, "colspan", MOST_COLUMNS), _span(cell, "rowspan", MOST_ROWS)
            if columns > 1 or rows > 1:
                losses[Loss.MERGED_CELLS] += 1
            column = len(line)
            line += [_text(cell, losses), *[""] * (columns - 1)]
            covered.update(
                (down, column + right)
                for down in range(number + 1, min(number + rows, len(all_rows)))
                for right in range(columns)
            )
        data.append(line[:MOST_COLUMNS])
    width = max(map(len, data), default=0)
    data = [line + [""] * (width - len(line)) for line in data if any(line)]
    if not data:
        return None
    caption = table.find("caption")
    return {
        "data": data,
        "cell": [],
        "mergeCells": [],
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "table_header_choice": "row",
        "table_caption": plain(list(caption.children), losses) if caption else "",
    }


def _span(cell: Tag, name: str, most: int) -> int:
    text = attribute(cell, name)
    return (
        min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 5 else 1
    )


def _text(cell: Tag, losses: Losses) -> str:
    if cell.find("table"):
        losses[Loss.NESTED_TABLE] += 1
    if cell.find("a", href=True):
        losses[Loss.CELL_FORMAT] += 1
    parts = (plain([part], losses) for part in cell.children)
    return " ".join(" ".join(part for part in parts if part).split())
