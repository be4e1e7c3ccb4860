"""Django finds models here; each lives in the file of its topic."""

from .case import CaseIndexPage, CasePage
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
]
