"""A progress bar for management commands, on terminals and in log files."""

from collections.abc import Callable
from typing import Any

WIDTH = 30


def progress_bar(stdout: Any, unit: str) -> Callable[[int, int], None]:
    """Return a function of the number of items done and the total. On a terminal it redraws one
    line, elsewhere it writes one line per call."""

    def show(done: int, total: int) -> None:
        width = WIDTH * done // total if total else WIDTH
        stdout.write(
            f"\r[{'#' * width}{'.' * (WIDTH - width)}] {done} of {total} {unit}",
            ending="" if stdout.isatty() else "\n",
        )
        stdout.flush()

    return show
