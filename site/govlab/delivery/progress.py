"""How far a long command has come, on the terminal and in log files."""

from collections.abc import Callable
from typing import Any

WIDTH = 30


def progress_bar(stdout: Any, unit: str) -> Callable[[int, int], None]:
    """To be called with what is done and the total. A terminal gets one line, a file one a call."""

    def show(done: int, total: int) -> None:
        width = WIDTH * done // total if total else WIDTH
        stdout.write(
            f"\r[{'#' * width}{'.' * (WIDTH - width)}] {done} of {total} {unit}",
            ending="" if stdout.isatty() else "\n",
        )
        stdout.flush()

    return show
