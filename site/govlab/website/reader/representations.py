"""The representations of a page: HTML, and what is at addresses below its own.

Each is rendered from the page's document, and is cached like the page. Packages of the website
register theirs in `AppConfig.ready()`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from django.http import HttpRequest, QueryDict

from govlab.delivery.models.head import LogState
from govlab.delivery.schemas.page import PageDocument

from .frame import Frame

HTML = ""


@dataclass(frozen=True)
class Source:
    """What a representation is rendered from."""

    document: PageDocument
    frame: Frame
    parameters: QueryDict


@dataclass(frozen=True)
class Rendered:
    body: str
    # The state of the log that it was read from; None if nothing but the document was read.
    state: LogState | None = None
    # How long it may be cached while the log stays; None if it depends on the log only.
    seconds: float | None = None
    # The query parameters that it depends on, in the order of its cache key.
    parameters: Mapping[str, str] = field(default_factory=dict)


# Raises Http404 if the page has no such representation.
Render = Callable[[Source], Rendered]


@dataclass(frozen=True)
class Representation:
    # What its address adds to that of the page.
    name: str
    media_type: str
    render: Render
    # Whether the page's own address serves it to clients that prefer its media type.
    negotiated: bool = False


_representations: dict[str, Representation] = {}


def register(representation: Representation) -> None:
    _representations[representation.name] = representation
    _preferred.cache_clear()


def at_path(path: str) -> tuple[str, Representation] | None:
    """Return the path of the page and the representation at an address, if there may be one."""
    page, slash, name = path.rpartition("/")
    found = _representations.get(name)
    return (page + slash, found) if found else None


def negotiated(request: HttpRequest, found: Representation) -> Representation:
    """Return the representation that the client prefers at the address of the given one."""
    if not found.negotiated:
        return found
    return _preferred(request.META.get("HTTP_ACCEPT", "*/*"), found.name)


@lru_cache(maxsize=512)
def _preferred(accept: str, name: str) -> Representation:
    """Kept, because browsers send long headers, and few different ones."""
    request, found = HttpRequest(), _representations[name]
    request.META["HTTP_ACCEPT"] = accept
    offered = {bare(kind.media_type): kind for kind in _representations.values() if kind.negotiated}
    preferred = request.get_preferred_type([bare(found.media_type), *offered])
    return offered.get(preferred or "", found)


def bare(media_type: str) -> str:
    """Return the media type without its parameters."""
    return media_type.partition(";")[0]
