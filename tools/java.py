"""Finds the Java that the search server runs on; the default one of a machine is often too old."""

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

OLDEST = 21
USUAL = (
    "/usr/lib/jvm/*",
    "/opt/java/*",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
)


def find_home(candidates: Iterable[Path] | None = None) -> Path | None:
    """The first Java home whose version is new enough."""
    for home in candidates if candidates is not None else _usual_homes():
        if os.access(home / "bin" / "java", os.X_OK) and version(home) >= OLDEST:
            return home
    return None


def version(home: Path) -> int:
    """As the home's `release` file says it; 0 where it has none."""
    try:
        release = (home / "release").read_text(encoding="utf-8")
    except OSError:
        return 0
    # Before Java 9, versions began with “1.”: those read as 1, which is old enough.
    found = re.search(r'^JAVA_VERSION="(\d+)', release, re.MULTILINE)
    return int(found[1]) if found else 0


def _usual_homes() -> Iterator[Path]:
    for named in (os.environ.get("ES_JAVA_HOME"), os.environ.get("JAVA_HOME")):
        if named:
            yield Path(named)
    if java := shutil.which("java"):
        yield Path(java).resolve().parent.parent
    for pattern in USUAL:
        yield from sorted(Path("/").glob(pattern.removeprefix("/")), key=version, reverse=True)
    yield from sorted(Path.home().glob(".sdkman/candidates/java/*"), key=version, reverse=True)
