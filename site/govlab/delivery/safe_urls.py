"""Which addresses may become links. Site and API read every address that an editor typed through
`safe_url`, however it was stored; forms and the publication gate refuse what it would drop.
"""

from unicodedata import category
from urllib.parse import urlsplit

WEB_SCHEMES = frozenset({"http", "https"})
CONTACT_SCHEMES = frozenset({"mailto", "tel"})


def safe_url(value: str | None) -> str:
    """The address without surrounding spaces, or an empty string where it may not be a link.

    Lets pass http and https with a host, mailto, tel, paths on this site and anchors.
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
        # Reading the port raises ValueError where it is not a number.
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.scheme in WEB_SCHEMES:
        return bool(host)
    return parts.scheme in CONTACT_SCHEMES and bool(parts.path or parts.netloc)


def _is_trick(character: str) -> bool:
    """Browsers drop tabs and line breaks inside an address, and read `\\` as `/`; whatever else
    does not show (zero-width characters, direction marks) only serves to mislead, and what could
    end an attribute has no place in an address either."""
    return character in '\\"<>`' or (character != " " and category(character) in _INVISIBLE)


_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
