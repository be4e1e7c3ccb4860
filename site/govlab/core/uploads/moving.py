"""Moves uploads of earlier versions out of the served directory."""

import filecmp
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

# The folder of renditions, which is not moved.
RENDITIONS = "images"


@dataclass
class Moved:
    number: int = 0
    # The names of files that were not moved, because another file has the name.
    left: list[str] = field(default_factory=list)


def folders_to_move() -> list[Path]:
    media = Path(settings.MEDIA_ROOT)
    if not media.is_dir():
        return []
    return sorted(path for path in media.iterdir() if path.is_dir() and path.name != RENDITIONS)


def move_uploads() -> Moved:
    """Move the files. It can be interrupted and repeated without loss."""
    moved = Moved()
    for source in _files():
        name = source.relative_to(settings.MEDIA_ROOT)
        target = Path(settings.GOVLAB_UPLOADS_ROOT) / name
        if target.exists() and not filecmp.cmp(source, target, shallow=False):
            moved.left.append(str(name))
            continue
        _move(source, target)
        moved.number += 1
    for folder in folders_to_move():
        _remove_empty(folder)
    return moved


def _files() -> Iterator[Path]:
    for folder in folders_to_move():
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _move(source: Path, target: Path) -> None:
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        # The directories may be on different file systems, so rename only a complete copy.
        partial = target.with_name(f".{target.name}.part")
        shutil.copy2(source, partial)
        partial.replace(target)
    source.unlink()


def _remove_empty(folder: Path) -> None:
    for path, _, _ in os.walk(folder, topdown=False):
        if not any(Path(path).iterdir()):
            Path(path).rmdir()
