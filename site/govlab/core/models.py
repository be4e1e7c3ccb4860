"""The models of core, defined in one file per topic."""

from .contacts import ContactDetails, ContactTexts, SocialProfile
from .images import Rendition, SiteImage
from .review_dates import PageReview
from .translation.published_texts import PublishedTexts
from .translation.reviews import TranslationReview
from .translation.translated_revisions import TranslatedRevision
from .vocabularies import Institution, Laboratory, Topic

__all__ = [
    "ContactDetails",
    "ContactTexts",
    "Institution",
    "Laboratory",
    "PageReview",
    "PublishedTexts",
    "Rendition",
    "SiteImage",
    "SocialProfile",
    "Topic",
    "TranslatedRevision",
    "TranslationReview",
]
