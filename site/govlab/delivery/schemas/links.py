from pydantic import Field

from .base import Schema
from .images import Image


class PageLink(Schema):
    """Another page that the public may see, as far as one needs it to lead there."""

    id: int
    locale: str
    title: str
    path: str
    url: str


class PageCard(PageLink):
    """A page as a card in another one shows it."""

    type: str
    summary: str = Field(description="Plain text.")
    image: Image | None


class File(Schema):
    """A document to download."""

    id: int
    title: str
    url: str
    filename: str
    size: int | None = Field(description="In bytes.")
    media_type: str
    digest: str = Field(description="SHA-1 of the file; empty where it is not known.")


class Term(Schema):
    """A term of a vocabulary, in the document's language where it exists in it."""

    vocabulary: str = Field(examples=["topic"])
    slug: str = Field(description="What lists are filtered by; each language has its own.")
    name: str
    locale: str
    translation_key: str = Field(description="Shared by all languages of one term.")
