"""The feed's entries: documents as they are now, and tombstones of what was withdrawn."""

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


class Tombstone(Schema):
    """A page that is not public any more: remove every copy of it."""

    type: Literal["tombstone"] = "tombstone"
    id: int = Field(description="Of the page.")
    sequence: int = Field(description="Of the withdrawal.")
    document_type: str = Field(description="The `type` that the document had.")
    locale: str
    translation_key: UUID = Field(description="Shared by all languages of one page.")
    path: str = Field(description="Where it stood.")
    reason: WithdrawalReason
