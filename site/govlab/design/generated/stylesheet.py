"""One style sheet for every page, so that a reader's first page waits for one request."""

import re
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
_COMMENT = re.compile(rb"\s*/\*.*?\*/", re.DOTALL)
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
    """Without comments, which are a tenth of what readers would load."""
    text = b"\n".join(path.read_bytes() for path in sources())
    target.write_bytes(_COMMENT.sub(b"", text).strip() + b"\n")
