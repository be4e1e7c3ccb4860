"""The calls of the delivery side, a section a file."""

from ...documents.registry import document_types
from ..sections import Section, register
from .coverage import make_coverage
from .documents import make_documents
from .lists import make_lists
from .replication import make_replication
from .service import make_service
from .site import make_site


def register_sections() -> None:
    for section in (
        Section(
            "service",
            "The entry point of the API.",
            make_service,
            order=10,
        ),
        Section(
            "lists",
            "Filtered, paginated lists of documents.",
            make_lists,
            links=_lists,
            order=20,
        ),
        Section(
            "documents",
            "Single documents, and all languages of a page.",
            make_documents,
            order=30,
        ),
        Section(
            "site",
            "The menus and the terms of the site.",
            make_site,
            order=50,
        ),
        Section(
            "coverage",
            "What is missing or out of date in a language.",
            make_coverage,
            order=55,
        ),
        Section(
            "replication",
            "Export, change feed and verification of copies.",
            make_replication,
            links=lambda: ["changes", "export"],
            order=60,
        ),
    ):
        register(section)


def _lists() -> list[str]:
    return ["pages", *(kind.collection for kind in document_types() if kind.collection)]
