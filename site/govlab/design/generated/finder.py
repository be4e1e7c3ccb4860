"""Finds the generated static files, and makes those that are missing.

`collectstatic` lists them like any others; development servers and tests find them on request.
"""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage

from .fonts import FONTS, make_font
from .states import STATES_PATH, make_states, state_sources
from .stylesheet import PATH, digest_of, make_stylesheet, stylesheet_digest

FOLDER = "govlab/fonts"


class GeneratedFilesFinder(BaseFinder):
    """Each file lies in a directory named by the digest of what it is made from."""

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        return []

    # Django renames the second parameter in 6.1, and passes it by position until then.
    def find(self, path: str, find_all: bool = False) -> Any:
        found = self._made(path)
        if found is None:
            return []
        return [str(found)] if find_all else str(found)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Any]]:
        for path in [*(f"{FOLDER}/{name}" for name in FONTS), PATH, STATES_PATH]:
            made = self._made(path)
            if made:
                yield path, FileSystemStorage(location=made.parents[len(Path(path).parents) - 1])

    def _made(self, path: str) -> Path | None:
        if path == PATH:
            return _kept(path, stylesheet_digest(), make_stylesheet)
        if path == STATES_PATH:
            return _kept(path, digest_of(state_sources()), make_states)
        font = FONTS.get(path.removeprefix(f"{FOLDER}/"))
        if font is None or not path.startswith(f"{FOLDER}/"):
            return None
        return _kept(path, font.digest(), lambda target: make_font(font, target))


def _kept(path: str, digest: str, make: Callable[[Path], None]) -> Path:
    target = Path(settings.GOVLAB_GENERATED_ROOT) / digest / path
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        # Several processes may be at it: each makes its own file, and the last one stays.
        handle, own = tempfile.mkstemp(dir=target.parent, suffix=target.suffix)
        os.close(handle)
        try:
            make(Path(own))
            Path(own).chmod(0o644)
            Path(own).replace(target)
        finally:
            Path(own).unlink(missing_ok=True)
    return target
