from pydantic import Field

from .base import Schema
from .images import Image


class PageLink(Schema):
    """A link to another public page."""

    id: int = Field(description="The id of the page's document.")
    locale: str = Field(description="The language, as a BCP 47 tag.", examples=["lv"])
    title: str = Field(description="The title of the page, as plain text.")
    path: str = Field(description="The path on the site, with the language prefix.")
    url: str = Field(description="The absolute URL on the site.")


class PageCard(PageLink):
    """A card for another public page."""

    type: str = Field(description="The type of the page's document.")
    summary: str = Field(description="The summary, as plain text; may be empty.")
    image: Image | None = Field(description="The picture of the card; null if there is none.")


class File(Schema):
    """A file to download."""

    id: int = Field(description="The id of the file.")
    title: str = Field(description="The text to show for the link.")
    url: str = Field(description="The absolute URL of the file.")
    filename: str = Field(description="The name of the file, with its extension.")
    size: int | None = Field(description="The size in bytes; null if unknown.")
    media_type: str = Field(description="The media type.", examples=["application/pdf"])
    digest: str = Field(description="The SHA-1 hash of the file, in hex; empty if unknown.")


class Term(Schema):
    """A term of a vocabulary, in the document's language if it is translated."""

    vocabulary: str = Field(description="The name of the vocabulary.", examples=["topic"])
    slug: str = Field(
        description="The value to filter lists by; it differs between languages.",
    )
    name: str = Field(description="The name to show, in the language of `locale`.")
    locale: str = Field(description="The language of the name, as a BCP 47 tag.", examples=["lv"])
    translation_key: str = Field(description="The key (UUID) that all languages of one term share.")
