"""The models of case studies, defined in one file per topic."""

from .case import CaseIndexPage, CasePage
from .results import ResultsPage
from .rows import (
    CaseAttachment,
    CaseGalleryImage,
    CaseInstitution,
    CaseMethod,
    CaseOutcome,
    CaseTopic,
)

__all__ = [
    "CaseAttachment",
    "CaseGalleryImage",
    "CaseIndexPage",
    "CaseInstitution",
    "CaseMethod",
    "CaseOutcome",
    "CasePage",
    "CaseTopic",
    "ResultsPage",
]
