"""Body blocks, one family a file; `body.py` puts them together."""

from .body import BodyBlock

__all__ = ["BodyBlock"]
