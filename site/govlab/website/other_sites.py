"""Whether a form was sent from this site's own pages."""

from urllib.parse import urlsplit

from django.http import HttpRequest

_OWN = frozenset({"same-origin", "none"})


def is_from_elsewhere(request: HttpRequest) -> bool:
    """Whether a browser says that another site sent the form. It says so truly: pages cannot set
    these headers. Programs that send neither, such as text browsers, are not refused for it."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site not in _OWN
    origin = request.headers.get("Origin")
    return origin is not None and _host(origin) != request.get_host().lower()


def _host(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""
