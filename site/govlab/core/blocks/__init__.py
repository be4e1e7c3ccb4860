"""Body blocks, one family per file; `body.py` combines them."""

from .body import BodyBlock
from .json_stream_field import JSONStreamField

__all__ = ["BodyBlock", "JSONStreamField"]
