"""What every document has, whatever its type."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic
from uuid import UUID

from pydantic import ConfigDict, Field
from typing_extensions import TypeVar
from wagtail.models import Page, TranslatableMixin

from .base import Schema
from .images import Image
from .links import PageLink, Term
from .resolver import ReferenceResolver

PageT = TypeVar("PageT", bound=Page, default=Any)


class TranslationStatus(StrEnum):
    ORIGINAL = "original"
    CURRENT = "current"
    OUTDATED = "outdated"


class Provenance(StrEnum):
    HUMAN = "human"
    MACHINE = "machine"


class TranslationInfo(Schema):
    """How the document stands to the one it was translated from."""

    source_locale: str = Field(description="Its own for an original.")
    status: TranslationStatus
    provenance: Provenance = Field(description="`machine`: at least one text was not by a person.")


class TranslationLink(Schema):
    """The same page in one of its languages, this one included."""

    locale: str
    id: int
    path: str
    url: str
    status: TranslationStatus


class Seo(Schema):
    """For search engines and previews: the editors' own, else the title and the summary."""

    title: str
    description: str


def _requested_locale(schema: dict[str, Any]) -> None:
    """Items of a list with a fallback say what was asked for; stored documents never do."""
    schema["properties"]["requested_locale"] = {
        "type": "string",
        "description": "Only in lists with `fallback`: the language that was asked for.",
    }


class PageSummary(Schema):
    """A document's short form, for lists."""

    model_config = ConfigDict(json_schema_extra=_requested_locale)

    id: int = Field(description="Of this page in this language; stays for ever.")
    type: str
    locale: str
    translation_key: UUID = Field(description="Shared by all languages of one page.")
    sequence: int = Field(description="Of the change that made it what it is; see `/changes`.")
    digest: str = Field(
        description="SHA-256 of the document without `sequence`, `digest` and `updated_at`, as "
        "JSON with sorted keys and no white space, in UTF-8."
    )
    title: str
    summary: str = Field(description="Plain text.")
    path: str = Field(description="On the site, with the language; see `/pages/by-path`.")
    url: str
    published_at: datetime | None = Field(description="For the first time.")
    updated_at: datetime = Field(description="When the document last changed.")
    image: Image | None = Field(description="For lists and previews.")
    is_sample: bool = Field(description="An example, not the publisher's own work.")


class PageDocument(PageSummary, Generic[PageT]):
    """A page of one locale, complete and resolved. Page types extend it in their own app, and may
    name their model (`PageDocument[ArticlePage]`) to have it checked by types."""

    breadcrumbs: list[PageLink] = Field(description="From the front page down to the parent.")
    translations: list[TranslationLink] = Field(
        description="The public ones, this document among them."
    )
    translation: TranslationInfo
    terms: list[Term] = Field(description="What describes the page, of any vocabulary.")
    seo: Seo

    @classmethod
    def describe(cls, page: PageT, resolver: ReferenceResolver) -> dict[str, Any]:
        """What stands for the page in lists: `summary`, `image` and `is_sample`; a base class of
        several types may add fields that they share."""
        return {"summary": page.search_description, "image": None, "is_sample": False}

    @classmethod
    def terms_of(cls, page: PageT) -> Sequence[TranslatableMixin]:
        """The vocabulary terms that describe the page."""
        return []

    @classmethod
    def details(cls, page: PageT, resolver: ReferenceResolver) -> dict[str, Any]:
        """The fields that this type adds, from the page."""
        return {}

    @classmethod
    def sort_date(cls, page: PageT) -> datetime | None:
        """What lists order by; None for the date of publication."""
        return None

    def texts(self) -> Iterator[str]:
        """Plain texts of the page's content, for search."""
        yield from ()

    def headings(self) -> Iterator[str]:
        """What stands over parts of the page; `texts` has it too."""
        yield from ()
