"""The models of core, defined in one file per topic."""

from .images import Rendition, SiteImage
from .translation.published_texts import PublishedTexts
from .translation.reviews import TranslationReview
from .vocabularies import Institution, Laboratory, Topic

__all__ = [
    "Institution",
    "Laboratory",
    "PublishedTexts",
    "Rendition",
    "SiteImage",
    "Topic",
    "TranslationReview",
]
