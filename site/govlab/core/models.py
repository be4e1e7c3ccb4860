"""The models of core, defined in one file per topic."""

from .change_notes import ChangeNote
from .images import Rendition, SiteImage
from .review_dates import PageReview
from .translation.published_texts import PublishedTexts
from .translation.reviews import TranslationReview
from .translation.translated_revisions import TranslatedRevision
from .vocabularies import Institution, Laboratory, Topic

__all__ = [
    "ChangeNote",
    "Institution",
    "Laboratory",
    "PageReview",
    "PublishedTexts",
    "Rendition",
    "SiteImage",
    "Topic",
    "TranslatedRevision",
    "TranslationReview",
]
