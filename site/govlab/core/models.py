"""Django finds models here; each lives in the file of its topic."""

from .images import Rendition, SiteImage
from .translation.reviews import TranslationReview
from .vocabularies import Institution, Laboratory, Topic

__all__ = ["Institution", "Laboratory", "Rendition", "SiteImage", "Topic", "TranslationReview"]
