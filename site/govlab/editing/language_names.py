from django.utils.translation import get_language
from wagtail.models import Locale


def language_name(locale: Locale) -> str:
    """Return the name of the language within a sentence: English alone keeps its capital letter."""
    name = str(locale)
    return name if (get_language() or "").startswith("en") else name.lower()
