"""The entries of the change feed that are not documents: tombstones of withdrawn pages."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import Field

from .base import Schema


class WithdrawalReason(StrEnum):
    UNPUBLISHED = "unpublished"
    EXPIRED = "expired"
    DELETED = "deleted"
    RESTRICTED = "restricted"
    ANCESTOR_WITHDRAWN = "ancestor_withdrawn"
    OUTSIDE_SITE = "outside_site"


class WithdrawalCause(StrEnum):
    """What editors say about a withdrawal; `reason` is what happened to the page."""

    OUTDATED = "outdated"
    REPLACED = "replaced"
    MISTAKE = "mistake"
    LEGAL = "legal"
    OTHER = "other"


class Tombstone(Schema):
    """A page that is not public any more: remove every copy of it."""

    type: Literal["tombstone"] = "tombstone"
    id: int = Field(description="The id of the withdrawn document.")
    sequence: int = Field(description="The sequence number of the withdrawal.")
    document_type: str = Field(description="The `type` of the withdrawn document.")
    locale: str = Field(description="The language, as a BCP 47 tag.", examples=["lv"])
    translation_key: UUID = Field(description="The key that all languages of one page share.")
    path: str = Field(description="The last public path of the page.")
    reason: WithdrawalReason = Field(description="The reason why the page is not public.")
    cause: WithdrawalCause | None = Field(
        description="Why editors withdrew the page; null if they did not say."
    )
    explanation: str = Field(
        description="What editors tell readers about the withdrawal, as plain text in the "
        "language of the page; may be empty."
    )
    leads_to: int | None = Field(
        description="The id of the document to show instead, in the same language; null for none."
    )
