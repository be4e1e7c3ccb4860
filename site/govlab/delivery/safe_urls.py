"""Which URLs may become links. The site and the API pass every URL that an editor entered through
`safe_url`; forms and the publication gate refuse URLs that it would remove.
"""

from unicodedata import category
from urllib.parse import urlsplit

WEB_SCHEMES = frozenset({"http", "https"})
CONTACT_SCHEMES = frozenset({"mailto", "tel"})


def safe_url(value: str | None) -> str:
    """Return the URL without surrounding spaces, or an empty string if it is not allowed.

    Allowed are http and https with a host, mailto, tel, paths on this site and fragments.
    """
    address = (value or "").strip(" ")
    return address if _is_safe(address) else ""


def is_safe_url(value: str | None) -> bool:
    return bool(safe_url(value))


def _is_safe(address: str) -> bool:
    if not address or any(_is_trick(character) for character in address):
        return False
    if address.startswith(("/", "#")):
        return not address.startswith("//")
    try:
        parts = urlsplit(address)
        # Reading the port raises ValueError if it is not a number.
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.scheme in WEB_SCHEMES:
        return bool(host)
    return parts.scheme in CONTACT_SCHEMES and bool(parts.path or parts.netloc)


def _is_trick(character: str) -> bool:
    """Browsers remove tabs and line breaks from URLs, and read `\\` as `/`. Other invisible
    characters (zero-width, bidirectional controls) only mislead, and quotes and brackets could end
    an HTML attribute."""
    return character in '\\"<>`' or (character != " " and category(character) in _INVISIBLE)


_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
