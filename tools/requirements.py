"""`make requirements`: pins every package, the indirect ones too, to the newest that fits."""

import re
import sys
from pathlib import Path

from tools import processes
from tools.environment import ROOT, ensure

RUNTIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"
HEADER = "# Made by `make requirements` from {name}; edit that file.\n"


def main() -> int:
    uv = ensure(DEVELOPMENT).parent / "uv"
    _compile(uv, RUNTIME)
    RUNTIME.write_text(_header(RUNTIME) + RUNTIME.read_text(), encoding="utf-8")
    _compile(uv, DEVELOPMENT)
    pins = without(DEVELOPMENT.read_text(), names(RUNTIME.read_text()))
    included = f"-r {RUNTIME.name}\n"
    DEVELOPMENT.write_text(_header(DEVELOPMENT) + included + pins, encoding="utf-8")
    return 0


def names(pins: str) -> set[str]:
    return {match[0] for match in re.finditer(r"^[a-z0-9._-]+(?===)", pins, re.MULTILINE)}


def without(pins: str, unwanted: set[str]) -> str:
    """The pins less those of some packages, each with the indented comment that belongs to it."""
    kept = []
    keep = True
    for line in pins.splitlines(keepends=True):
        if not line.startswith((" ", "#")):
            keep = names(line).isdisjoint(unwanted)
        if keep:
            kept.append(line)
    return "".join(kept)


def _compile(uv: Path, target: Path) -> None:
    source = target.with_suffix(".in")
    processes.require(
        [
            uv,
            "pip",
            "compile",
            "--quiet",
            "--no-config",
            "--universal",
            "--no-header",
            "--upgrade",
            "--python-version",
            "3.11",
            "--output-file",
            target.name,
            source.name,
        ],
        f"{source.name} could not be resolved; the reason is above.",
    )


def _header(target: Path) -> str:
    return HEADER.format(name=target.with_suffix(".in").name)


if __name__ == "__main__":
    sys.exit(main())
