from typing import Any

from django.utils.formats import localize


def cell_text(cell: Any) -> str:
    """Return the text of a cell. Cells of imported tables may be numbers, including 0."""
    return "" if cell is None else str(localize(cell))
