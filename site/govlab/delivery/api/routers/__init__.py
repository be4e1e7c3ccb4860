"""The calls of the delivery side, a section a file."""

from ...documents.registry import document_types
from ..sections import Section, register
from .documents import make_documents
from .lists import make_lists
from .replication import make_replication
from .service import make_service
from .site import make_site


def register_sections() -> None:
    for section in (
        Section(
            "service",
            "What there is, and where.",
            make_service,
            order=10,
        ),
        Section(
            "lists",
            "Documents by filters, a page at a time.",
            make_lists,
            links=_lists,
            order=20,
        ),
        Section(
            "documents",
            "One document, or one page in all its languages.",
            make_documents,
            order=30,
        ),
        Section(
            "site",
            "Menus and terms.",
            make_site,
            order=50,
        ),
        Section(
            "replication",
            "Copy everything, follow the changes, check a copy.",
            make_replication,
            links=lambda: ["changes", "export"],
            order=60,
        ),
    ):
        register(section)


def _lists() -> list[str]:
    return ["pages", *(kind.collection for kind in document_types() if kind.collection)]
