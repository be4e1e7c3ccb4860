"""The schemas of the contact page and the page for problems."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from govlab.core.schemas.contacts import Contacts, contacts_for
from govlab.core.schemas.page import BasePageDocument
from govlab.delivery.schemas.resolver import ReferenceResolver

from .models import ContactPage, ProblemPage


class ContactDocument(BasePageDocument[ContactPage]):
    """The page with the publisher's contacts."""

    type: Literal["contact"] = "contact"
    contacts: Contacts | None = Field(
        default=None, description="How to reach the publisher; null if nobody has entered it."
    )

    @classmethod
    def details(cls, page: ContactPage, resolver: ReferenceResolver) -> dict[str, Any]:
        return {"contacts": contacts_for(resolver)}

    def texts(self) -> Iterator[str]:
        if self.contacts:
            yield from self.contacts.known()
        yield from super().texts()


class ProblemDocument(BasePageDocument[ProblemPage]):
    """The page where readers report a problem; `POST /problems` does the same."""

    type: Literal["problem"] = "problem"
    thanks: str = Field(description="What happens once a problem has been received, as plain text.")

    @classmethod
    def details(cls, page: ProblemPage, resolver: ReferenceResolver) -> dict[str, Any]:
        return {"thanks": page.thanks}
