"""Reads docs/plugin.md: its commands, and the files that it has a project write."""

import re
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "plugin.md"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"# (\S+\.py)(, at the end)?\n")


@dataclass(frozen=True)
class Commands:
    lines: list[str]


@dataclass(frozen=True)
class Code:
    """What the page puts at the end of a file of the project, or into a new one."""

    path: str
    text: str
    appended: bool

    def write(self, project: Path) -> None:
        target = project / self.path
        before = f"{target.read_text()}\n\n" if self.appended else ""
        target.write_text(before + self.text)


def steps() -> list[Commands | Code]:
    """In the page's order. Raises ValueError for code that does not say which file it is for."""
    return [_step(*found.groups()) for found in _BLOCK.finditer(PAGE.read_text())]


def _step(language: str, text: str) -> Commands | Code:
    if language == "sh":
        return Commands(text.splitlines())
    named = _NAME.match(text)
    if language != "python" or named is None:
        raise ValueError(f"A block of {PAGE.name} is neither commands nor a file:\n{text}")
    return Code(named[1], text, bool(named[2]))
