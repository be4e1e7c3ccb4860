"""Parts of the structured data (JSON-LD, schema.org) that page types share.

A type registers a function that returns what its document describes, such as an event. The website
adds the page around it, with the publisher, the site and the breadcrumbs. What a property may hold
is checked against the vocabulary's own definitions.
"""

from collections.abc import Iterable
from typing import Any

from govlab.delivery.schemas.images import Image
from govlab.delivery.schemas.links import File
from govlab.delivery.schemas.page import PageDocument

# An object of JSON-LD.
Node = dict[str, Any]
_WIDEST = 1600
_IMAGE_TYPE = "image/jpeg"


def node(kind: str, **properties: Any) -> Node:
    """Return a node without the properties that are empty."""
    return {"@type": kind} | {
        name: value for name, value in properties.items() if value not in (None, "", [])
    }


def identified(name: str, identifier: str) -> Node:
    return {"@id": f"{identifier}#{name}"}


def site_of(document: PageDocument) -> str:
    """Return the URL of the document's site, with a trailing slash."""
    return f"{document.url.removesuffix(document.path)}/"


def publisher(document: PageDocument) -> Node:
    """Return a reference to the publisher, whom the website describes."""
    return identified("organization", site_of(document))


def article(document: PageDocument, kind: str, **properties: Any) -> Node:
    """Return a creative work of the publisher, with what every page knows about itself."""
    return identified("content", document.url) | node(
        kind,
        **{
            "headline": document.title,
            "description": document.summary,
            "inLanguage": document.locale,
            "datePublished": document.published_at and document.published_at.isoformat(),
            "dateModified": document.updated_at.isoformat(),
            "author": publisher(document),
            "publisher": publisher(document),
            "isAccessibleForFree": True,
            "image": picture(document.image),
            "keywords": [term.name for term in document.terms],
            "mainEntityOfPage": identified("page", document.url),
        }
        | properties,
    )


def picture(image: Image | None) -> Node | None:
    fitting = (
        [source for source in image.srcset if source.media_type == _IMAGE_TYPE] if image else []
    )
    if not (image and fitting):
        return None
    best = min(fitting, key=lambda source: abs(source.width - _WIDEST))
    return node(
        "ImageObject",
        contentUrl=best.url,
        width=node("QuantitativeValue", value=best.width, unitCode="E37"),
        height=node("QuantitativeValue", value=best.height, unitCode="E37"),
        caption=image.alt,
        creditText=image.credit,
    )


def files(found: Iterable[File]) -> list[Node]:
    return [
        node("MediaObject", name=file.title, contentUrl=file.url, encodingFormat=file.media_type)
        for file in found
    ]
