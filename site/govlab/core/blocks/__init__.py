"""Body blocks, one family a file; `body.py` puts them together."""

from .body import BodyBlock
from .json_stream_field import JSONStreamField

__all__ = ["BodyBlock", "JSONStreamField"]
