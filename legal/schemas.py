"""The schemas of the accessibility statement and the privacy policy."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Generic, Literal

from pydantic import Field

from govlab.core.processing import all_processing
from govlab.core.schemas.contacts import Contacts, contacts_for
from govlab.core.schemas.page import BasePageDocument, BasePageT
from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.block import plain
from govlab.delivery.schemas.resolver import ReferenceResolver

from . import sections
from .evaluation import latest
from .models import AccessibilityPage, Conformance, EvaluationMethod, PrivacyPage
from .sections import Section


class AutomaticEvaluation(Schema):
    """What a program found that looked at pages of every type."""

    date: dt.date = Field(description="The day, in ISO 8601.")
    tool: str = Field(description="The name of the program.", examples=["axe-core"])
    version: str = Field(description="The version of the program.")
    pages: int = Field(description="The number of pages that it looked at.")
    findings: int = Field(description="The number of violations that it found.")


class LegalDocument(BasePageDocument[BasePageT], Generic[BasePageT]):
    """A page of which the software writes a part, which search finds like the rest."""

    @property
    def written_sections(self) -> tuple[Section, ...]:
        return ()

    def headings(self) -> Iterator[str]:
        yield from super().headings()
        for section in self.written_sections:
            yield section.heading

    def texts(self) -> Iterator[str]:
        yield from super().texts()
        for section in self.written_sections:
            yield section.heading
            yield section.text


class AccessibilityDocument(LegalDocument[AccessibilityPage]):
    """The accessibility statement."""

    type: Literal["accessibility"] = "accessibility"
    scope: str = Field(description="Who says this, by which law and of what, as plain text.")
    conformance: Conformance = Field(
        description="How far the site conforms to EN 301 549 and WCAG 2.2, level AA."
    )
    standard: str = Field(description="What that is measured against, as plain text.")
    exceptions: str = Field(
        description="What is not accessible and why, as safe HTML; may be empty."
    )
    evaluation_method: EvaluationMethod = Field(description="How the site was evaluated.")
    evaluated_by: str = Field(description="Who evaluated the site and when, as plain text.")
    reviewed_on: dt.date | None = Field(
        description="The day on which the statement was last reviewed, in ISO 8601; null if it was "
        "not reviewed since its publication."
    )
    automatic_evaluation: AutomaticEvaluation = Field(
        description="The latest evaluation by a program."
    )
    contacts: Contacts | None = Field(
        description="Whom to tell of a barrier; null if nobody has entered it."
    )
    barriers: Section = Field(description="How to tell of a barrier.")
    complaint: Section = Field(description="Where to complain if the answer is not satisfying.")

    @classmethod
    def details(cls, page: AccessibilityPage, resolver: ReferenceResolver) -> dict[str, Any]:
        return {
            "scope": sections.scope(),
            "conformance": page.conformance,
            "standard": sections.standard(),
            "exceptions": resolver.html(page.exceptions),
            "evaluation_method": page.evaluation_method,
            "evaluated_by": page.evaluated_by,
            "reviewed_on": page.reviewed_on,
            "automatic_evaluation": AutomaticEvaluation(**vars(latest())),
            "contacts": contacts_for(resolver),
            "barriers": sections.barriers(),
            "complaint": sections.complaint(),
        }

    @property
    def conformance_label(self) -> str:
        return str(Conformance(self.conformance).label)

    @property
    def method_label(self) -> str:
        return str(EvaluationMethod(self.evaluation_method).label)

    @property
    def written_sections(self) -> tuple[Section, ...]:
        return (self.barriers, self.complaint)

    def texts(self) -> Iterator[str]:
        yield self.scope
        yield self.standard
        yield plain(self.exceptions)
        yield from super().texts()


class Processing(Schema):
    """What is done with data about readers."""

    purpose: str = Field(description="The purpose, as plain text.")
    data: str = Field(description="The data, as plain text.")
    basis: str = Field(description="The legal basis, as plain text; empty for anonymous data.")
    days: int | None = Field(
        description="The number of days after which it is deleted; null for anonymous data."
    )


class PrivacyDocument(LegalDocument[PrivacyPage]):
    """The privacy policy."""

    type: Literal["privacy"] = "privacy"
    cookies: Section = Field(description="Which cookies readers get.")
    protection_officer: str = Field(
        description="How to reach the data protection officer, as plain text."
    )
    recipients: str = Field(description="Who else receives the data, as plain text.")
    server_logs: str = Field(
        description="How long the logs of the servers are stored, as plain text."
    )
    logs: Section = Field(description="What the servers note, and why.")
    processing: list[Processing] = Field(description="What is done, by purpose.")
    contacts: Contacts | None = Field(description="The controller; null if nobody has entered it.")
    rights: Section = Field(description="What readers may ask for, and where to complain.")

    @classmethod
    def details(cls, page: PrivacyPage, resolver: ReferenceResolver) -> dict[str, Any]:
        return {
            "cookies": sections.cookies(),
            "protection_officer": page.protection_officer,
            "recipients": page.recipients,
            "server_logs": page.server_logs,
            "logs": sections.server_logs(),
            "processing": [
                Processing(
                    purpose=str(each.purpose),
                    data=str(each.data),
                    basis=str(each.basis),
                    days=each.days(),
                )
                for each in all_processing()
            ],
            "contacts": contacts_for(resolver),
            "rights": sections.rights(),
        }

    @property
    def written_sections(self) -> tuple[Section, ...]:
        return (self.cookies, self.logs, self.rights)

    def texts(self) -> Iterator[str]:
        for each in self.processing:
            yield f"{each.purpose} {each.data}"
        yield from super().texts()
