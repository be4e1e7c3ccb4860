"""Reads a file in a process of its own, with limits on time and memory."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from search.models.file_text import FileState, Reason
from search.text.normalisation import normalised

SECONDS = 30.0
# How official documents write their kind, with several spaces between words: “L Ē M U M S  P A R”.
_SPACED_OUT = re.compile(r"(?<!\w)[^\W\d_](?:[ \u00a0]{1,4}[^\W\d_]){3,}(?!\w)")
_WITHIN_A_WORD = re.compile(r"(?<=\w)[ \u00a0](?=\w)")
# Where the package `search` is imported from.
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Extracted:
    state: FileState
    text: str = ""
    reason: str = ""


def extract(path: Path, name: str, *, seconds: float = SECONDS) -> Extracted:
    """Return the text of a file, or why there is none. Raises nothing because of the file."""
    command = [sys.executable, "-m", "search.files.child", str(path), name]
    try:
        printed = subprocess.run(  # noqa: S603  both are of our own making
            command,
            cwd=ROOT,
            # Nothing that a reader of the file could give away.
            env={"PATH": os.defpath, "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        ).stdout
    except subprocess.TimeoutExpired as expired:
        printed = expired.stdout or b""
    text, reason = said(printed)
    if reason == Reason.NO_TEXT_FORMAT:
        return Extracted(FileState.OTHER)
    text = _SPACED_OUT.sub(lambda found: _WITHIN_A_WORD.sub("", found[0]), normalised(text))
    lines = (line.strip() for line in text.splitlines())
    if text := "\n".join(filter(None, lines)):
        return Extracted(FileState.PARTLY if reason else FileState.READ, text, reason)
    return Extracted(FileState.UNREADABLE if reason else FileState.EMPTY, reason=reason)


def said(printed: bytes) -> tuple[str, str]:
    """Return the text and the reason. A process that the system ended, for too much memory or time
    or a crash in a library, printed none."""
    parts: list[str] = []
    for line in printed.splitlines():
        try:
            found = json.loads(line)
        except ValueError:
            break
        if isinstance(found, dict):
            return "".join(parts), found["reason"]
        parts.append(found)
    return "".join(parts), Reason.TOO_LARGE
