from typing import Any

from django.utils.formats import localize


def cell_text(cell: Any) -> str:
    """A table's cell as readers see it. Imports may put numbers into one, and 0 is a number."""
    return "" if cell is None else str(localize(cell))
