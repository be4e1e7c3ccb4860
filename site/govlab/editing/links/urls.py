import hashlib
from urllib.parse import urldefrag

WEB = frozenset({"http", "https"})


def without_fragment(url: str) -> str:
    """Servers do not see fragments."""
    return urldefrag(url).url


def digest(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()
