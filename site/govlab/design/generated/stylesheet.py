"""One style sheet for every page, so that a reader's first page waits for one request."""

from functools import cache
from hashlib import sha256
from pathlib import Path

PATH = "govlab/site.css"
# In the order of the cascade.
PARTS = (
    *("fonts", "tokens", "base", "layout", "belt"),
    *(
        "components",
        "home",
        "blocks",
        "search",
        "forms",
        "lost",
        "results",
        "events",
        "forced",
        "print",
    ),
)
_SOURCES = Path(__file__).parents[1] / "static" / "govlab"


def sources() -> list[Path]:
    return [_SOURCES / f"{part}.css" for part in PARTS]


def stylesheet_digest() -> str:
    return digest_of(sources())


def digest_of(paths: list[Path]) -> str:
    return _digest(tuple((path, path.stat().st_mtime_ns) for path in paths))


@cache
def _digest(state: tuple[tuple[Path, int], ...]) -> str:
    return sha256(b"".join(path.read_bytes() for path, _ in state)).hexdigest()[:16]


def make_stylesheet(target: Path) -> None:
    target.write_bytes(b"\n".join(path.read_bytes().strip() for path in sources()) + b"\n")
