"""The fields that documents of all types have."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic
from uuid import UUID

from pydantic import ConfigDict, Field
from typing_extensions import TypeVar
from wagtail.models import Page, TranslatableMixin

from .base import Schema
from .images import Image
from .links import File, PageLink, Term
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
    """How the document relates to the original that it was translated from."""

    source_locale: str = Field(
        description="The language of the original, as a BCP 47 tag; for an original, its own."
    )
    status: TranslationStatus = Field(
        description="`original`, or for a translation: `current` with the original or `outdated`."
    )
    provenance: Provenance = Field(
        description="`machine` if the document shows a text that a machine translated and that no "
        "person has looked at, else `human`."
    )
    translated_at: datetime | None = Field(
        default=None,
        description="For a translation, the time when it first corresponded to the original as it "
        "then was, in ISO 8601, UTC; null for an original, or if unknown.",
    )
    source_changed_at: datetime | None = Field(
        default=None,
        description="For an `outdated` translation, the time when the original was last published, "
        "in ISO 8601, UTC; otherwise null.",
    )


class TranslationLink(Schema):
    """One language version of the page; the list includes the document itself."""

    locale: str = Field(description="The language, as a BCP 47 tag.", examples=["lv"])
    id: int = Field(description="The id of that language's document.")
    path: str = Field(description="The path on the site, with the language prefix.")
    url: str = Field(description="The absolute URL on the site.")
    status: TranslationStatus = Field(
        description="`original`, or for a translation: `current` with the original or `outdated`."
    )


class Seo(Schema):
    """Metadata for search engines and link previews."""

    title: str = Field(description="The SEO title; defaults to the title of the page.")
    description: str = Field(description="The meta description; defaults to the summary.")


def _requested_locale(schema: dict[str, Any]) -> None:
    """Declare a field that lists add to items of a response with `fallback`; it is not stored."""
    schema["properties"]["requested_locale"] = {
        "type": "string",
        "description": "The requested language, as a BCP 47 tag; present only in lists with "
        "`fallback`.",
    }


class PageSummary(Schema):
    """A document as lists show it: with metadata, without content."""

    model_config = ConfigDict(json_schema_extra=_requested_locale)

    id: int = Field(description="The permanent id of this page in this language.")
    type: str = Field(description="The type of the document.")
    locale: str = Field(description="The language, as a BCP 47 tag.", examples=["lv"])
    translation_key: UUID = Field(description="The key that all languages of one page share.")
    sequence: int = Field(
        description="The sequence number of the document's latest change; see `/changes`."
    )
    digest: str = Field(
        description="The SHA-256 hash, in hex, of the document without `sequence`, `digest` and "
        "`updated_at`, serialized as JSON with sorted keys and no white space, in UTF-8."
    )
    title: str = Field(description="The title, as plain text.")
    summary: str = Field(description="The summary, as plain text; may be empty.")
    path: str = Field(
        description="The path on the site, with the language prefix; see `/pages/by-path`."
    )
    url: str = Field(description="The absolute URL on the site.")
    published_at: datetime | None = Field(
        description="The time of first publication, in ISO 8601, UTC; null if unknown."
    )
    updated_at: datetime = Field(
        description="The time when the content last changed, in ISO 8601, UTC. It stays where a "
        "new version of the API only adds fields."
    )
    image: Image | None = Field(
        description="The picture for lists and link previews; null if there is none."
    )
    is_sample: bool = Field(
        description="Whether the page is sample content rather than the publisher's own work."
    )


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
    linked_files: list[File] = Field(
        default=[], description="The files that the texts of the page link to, in order, each once."
    )

    # What is read with a page, to save queries: objects that it refers to, and its rows (inline
    # children) with what these refer to. Both as `select_related` takes them.
    joined_objects: ClassVar[Sequence[str]] = ()
    joined_rows: ClassVar[Mapping[str, Sequence[str]]] = {}

    @classmethod
    def describe(cls, page: PageT, resolver: ReferenceResolver) -> dict[str, Any]:
        """Return the fields `summary`, `image` and `is_sample`; a base class of several types may
        add the fields that they share."""
        return {"summary": page.search_description, "image": None, "is_sample": False}

    @classmethod
    def terms_of(cls, page: PageT) -> Sequence[TranslatableMixin]:
        """Return the vocabulary terms that describe the page."""
        return []

    @classmethod
    def details(cls, page: PageT, resolver: ReferenceResolver) -> dict[str, Any]:
        """Return the fields that this type adds."""
        return {}

    @classmethod
    def sort_date(cls, page: PageT) -> datetime | None:
        """Return the date to order lists by, or None to order by the date of publication."""
        return None

    @classmethod
    def starts_at(cls, page: PageT) -> datetime | None:
        """Return when what the page announces begins; None if it announces nothing."""
        return None

    @classmethod
    def ends_at(cls, page: PageT) -> datetime | None:
        """Return when what the page announces is over; None if it announces nothing."""
        return None

    def turns_at(self) -> datetime | None:
        """Return when pages that show the document will look different, although it did not
        change; None if they will not."""
        return None

    @property
    def listed_date(self) -> date | None:
        """The date to show beside the title."""
        return self.published_at

    def shown_pages(self) -> Iterator[int]:
        """Yield the ids of the pages that this one shows as cards."""
        yield from ()

    def texts(self) -> Iterator[str]:
        """Yield the searchable plain texts of the page's content, and what else readers see on it
        in words, in the active language: the name of a stage, the day of an event."""
        yield from ()

    def headings(self) -> Iterator[str]:
        """Yield the headings, which search weights higher. `texts` includes them too."""
        yield from ()
