"""Compresses responses once, for the cache, in the format that the client prefers."""

import gzip
import re
from functools import lru_cache

import brotli

# Smaller bodies fit into one packet.
MINIMUM = 1024
_GZIP_LEVEL = 6
_BROTLI_QUALITY = 5
# The formats in our order of preference.
FORMATS = ("br", "gzip")
_REFUSED = re.compile(r";\s*q=0(\.0*)?\s*$")


@lru_cache(maxsize=512)
def accepted_format(header: str) -> str:
    """Return the best format of an Accept-Encoding header; empty for none."""
    given = [part.strip().lower() for part in header.split(",")]
    accepted = {part.partition(";")[0].strip() for part in given if not _REFUSED.search(part)}
    return next((name for name in FORMATS if name in accepted), "")


def compressed(body: bytes, name: str) -> bytes:
    if name == "br":
        return bytes(brotli.compress(body, quality=_BROTLI_QUALITY))
    return gzip.compress(body, _GZIP_LEVEL, mtime=0)
